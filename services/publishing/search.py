"""Finds posts by their words: drafts, what waits, and what was sent.

`post_words` holds each word of a post once, folded (text/fold.py), and FTS5 keeps its index by
triggers. Every save of a post's words is followed by `keep_words` in the same transaction. Posts
that are known from X alone have an index of their own (from_x.py).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING

from services.publishing.drafts import NEWEST_FIRST
from services.publishing.from_x import find_on_x, read_on_x
from services.publishing.posts import Post, read_posts
from services.publishing.states import State, quoted
from services.text.fold import index_words, match_query

if TYPE_CHECKING:
    from services.store.database import Database

FOUND = (
    State.DRAFT,
    State.QUEUED,
    State.SENDING,
    State.CHECKING,
    State.NEEDS_YOU,
    State.SENT,
)


class PostSearch:
    def __init__(self, database: Database) -> None:
        self._database = database

    def search(self, account_id: str, query: str, *, limit: int = 50) -> tuple[Post, ...]:
        """Posts that have all the words, the newest change first; none for a query without words.

        Those made on X come as sent ones whose ids begin with `FROM_X`. The last word may be a
        beginning. Answers to customers are looked for in the inbox.
        """
        asked = match_query(query)
        if not asked:
            return ()
        rows = self._database.connection.execute(
            "SELECT post.id FROM post_search JOIN post_words ON post_words.id = post_search.rowid "  # noqa: S608  # ours
            "JOIN post ON post.id = post_words.post_id WHERE post_search MATCH ? "
            f"AND account_id = ? AND state IN ({quoted(FOUND)}) AND answers_item IS NULL "
            f"ORDER BY {NEWEST_FIRST} LIMIT ?",
            (asked, account_id, limit),
        )
        found = [row["id"] for row in rows]
        marks = ", ".join("?" * len(found))
        connection = self._database.connection
        ours = read_posts(connection, f"post.id IN ({marks})", found, order=NEWEST_FIRST)
        theirs = find_on_x(connection, account_id, asked, limit=limit)
        if not theirs:
            return ours
        both = sorted((*ours, *theirs), key=lambda post: post.changed_at, reverse=True)
        return tuple(both[:limit])

    def made_on_x(self, account_id: str, post_id: str) -> Post:
        """A post `search` gave an id with `FROM_X`. Raises KeyError when it is gone."""
        return read_on_x(self._database.connection, account_id, post_id)


def fold_beforehand(texts: Iterable[str]) -> None:
    """Before a transaction in which `keep_words` meets these texts: it then holds nobody up."""
    index_words(*texts)


def keep_words(connection: sqlite3.Connection, post_id: str) -> None:
    """Brings the index up to what the post's rows say: texts, descriptions, poll options."""
    rows = connection.execute(
        "SELECT text FROM part WHERE post_id = ?1 "
        "UNION ALL SELECT alt_text FROM attachment JOIN part ON part.id = part_id "
        "WHERE post_id = ?1 "
        "UNION ALL SELECT text FROM poll_option WHERE post_id = ?1",
        (post_id,),
    )
    connection.execute(
        "INSERT INTO post_words(post_id, words) VALUES (?, ?) "
        "ON CONFLICT(post_id) DO UPDATE SET words = excluded.words "
        "WHERE words IS NOT excluded.words",
        (post_id, index_words(*(row[0] for row in rows))),
    )
