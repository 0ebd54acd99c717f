"""The one place that writes a post into the state."""

from __future__ import annotations

import json
import sqlite3
from sqlite3 import Row
from typing import Any

from services.x_api.practice import ids, wording


def find(db: sqlite3.Connection, number: int) -> Row | None:
    row: Row | None = db.execute(
        "SELECT * FROM post WHERE id = ? AND deleted_at IS NULL", (number,)
    ).fetchone()
    return row


def write(
    db: sqlite3.Connection,
    at: int,
    *,
    author: int,
    text: str,
    parent: Row | None = None,
    lang: str = "",
    kind: str = "",
    poll: dict[str, Any] | None = None,
) -> int:
    """Puts a post into the state, with who is mentioned in it. Returns its id."""
    number = ids.next_id(db, at)
    db.execute(
        "INSERT INTO post (id, author, text, lang, kind, created_at, conversation, parent, "
        "parent_author, poll) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number,
            author,
            text,
            lang or wording.language(text),
            kind,
            at,
            parent["conversation"] if parent else number,
            parent["id"] if parent else None,
            parent["author"] if parent else None,
            json.dumps(poll, ensure_ascii=False) if poll else None,
        ),
    )
    people = db.execute(
        "SELECT id FROM user WHERE lower(handle) IN (SELECT value FROM json_each(?))",
        (json.dumps(wording.mentioned(text)),),
    ).fetchall()
    named = {row["id"] for row in people}
    if parent:
        named.add(parent["author"])
    db.executemany(
        "INSERT INTO mention (user, post) VALUES (?, ?)",
        [(user, number) for user in sorted(named - {author})],
    )
    return number
