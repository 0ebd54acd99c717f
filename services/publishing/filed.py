"""Which part of an account's stands for a post on X.

The same account of X may be here twice, or be removed and connected anew within its day: then a
post of one row is, for the other, one that is known from X alone. Within an account a post on X is
one part; a trigger holds that, too.
"""

from __future__ import annotations

import sqlite3


def has_part(x_post_id: str, account_id: str) -> str:
    """SQL: whether a part of the account's stands for it. Both are columns of the query's own."""
    found = is_part(x_post_id, account_id)
    return f"EXISTS (SELECT 1 FROM part WHERE {found})"  # noqa: S608  # named by ourselves


def is_part(x_post_id: str, account_id: str) -> str:
    """SQL, of a row of `part`: it stands for the post on X, and is the account's.

    By the id first, in the index; a part is one post's, which is read by its key.
    """
    return (
        f"part.x_post_id = {x_post_id} AND "  # noqa: S608  # columns, named by ourselves
        f"(SELECT whose.account_id FROM post AS whose WHERE whose.id = part.post_id) = {account_id}"
    )


def part_of(connection: sqlite3.Connection, x_post_id: str, account_id: str) -> str | None:
    """The post here that has this post on X."""
    row = connection.execute(
        f"SELECT post_id FROM part WHERE {is_part('?1', '?2')}",  # noqa: S608  # values are bound
        (x_post_id, account_id),
    ).fetchone()
    return None if row is None else str(row["post_id"])


def file_link(
    connection: sqlite3.Connection, part_id: str, x_post_id: str, account_id: str
) -> None:
    """A link that stands with another part of the account's stays there."""
    if part_of(connection, x_post_id, account_id) is None:
        connection.execute("UPDATE part SET x_post_id = ? WHERE id = ?", (x_post_id, part_id))
