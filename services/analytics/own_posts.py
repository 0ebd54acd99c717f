"""The posts that are known from X alone: made there, or before Shoplark was.

A thread is one post of several parts, as it is for one written here. It is a thread when a part
follows the one before within the hour; what the owner adds days later stands on its own day.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Collection
from dataclasses import dataclass

from services.publishing.filed import has_part

_FOLLOWS_WITHIN = 3_600
_LINK_OF_PICTURES = re.compile(r"\s*https://t\.co/\w+\s*$")

_MADE_ON_X = f"""
SELECT own.x_post_id, own.x_parent_id, own.text, own.pictures, own.created_at
FROM own_post AS own
WHERE own.account_id = :account AND own.created_at >= :since AND own.created_at < :until
  AND NOT {has_part("own.x_post_id", "own.account_id")}
  {{only}}
  AND (own.x_parent_id IS NULL
    OR EXISTS (SELECT 1 FROM own_post AS parent WHERE parent.account_id = own.account_id
               AND parent.x_post_id = own.x_parent_id)
    OR {has_part("own.x_parent_id", "own.account_id")})
ORDER BY own.created_at, length(own.x_post_id), own.x_post_id
"""  # noqa: S608  # our own SQL; values are bound
_OF_CONVERSATIONS = "AND own.x_conversation_id IN (SELECT value FROM json_each(:conversations))"


@dataclass(frozen=True, slots=True)
class OwnPart:
    """`text` is X's, without the link that X adds for pictures. `pictures`: how many it has."""

    x_post_id: str
    at: int
    text: str
    pictures: int = 0


@dataclass(frozen=True, slots=True)
class OwnPost:
    """At least one part, in their order."""

    parts: tuple[OwnPart, ...]


def posts_from_x(
    connection: sqlite3.Connection,
    account_id: str,
    *,
    since: int,
    until: int,
    conversations: Collection[str] | None = None,
) -> tuple[OwnPost, ...]:
    """Oldest first, from `since` on until before `until`; answers to others are left out.

    `conversations`: X's ids of those alone that are wanted; None for all.
    """
    values = {
        "account": account_id,
        "since": since,
        "until": until,
        "conversations": json.dumps(list(conversations or ())),
    }
    statement = _MADE_ON_X.format(only="" if conversations is None else _OF_CONVERSATIONS)
    threads: list[list[OwnPart]] = []
    thread_by_last: dict[str, list[OwnPart]] = {}
    for row in connection.execute(statement, values):
        part = OwnPart(
            row["x_post_id"],
            row["created_at"],
            own_words(row["text"], pictures=row["pictures"]),
            row["pictures"],
        )
        thread = thread_by_last.pop(row["x_parent_id"] or "", [])
        if not thread or part.at - thread[-1].at > _FOLLOWS_WITHIN:
            thread = []
            threads.append(thread)
        thread.append(part)
        thread_by_last[part.x_post_id] = thread
    return tuple(OwnPost(tuple(thread)) for thread in threads)


def own_words(text: str, *, pictures: int) -> str:
    """X's text without the link that X adds for pictures."""
    return _LINK_OF_PICTURES.sub("", text) if pictures else text
