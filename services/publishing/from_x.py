"""Posts that are known from X alone: their words in an index, and as posts to be found.

They are folded when they have come, some at a time, so that no other writer waits. A post whose
words X gives back otherwise later loses its row (a trigger) and is folded again.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from services.analytics.own_posts import OwnPart, own_words, posts_from_x
from services.publishing.filed import has_part
from services.publishing.posts import FROM_X, Attachment, Part, Post
from services.publishing.states import State
from services.text.fold import index_words

if TYPE_CHECKING:
    from services.store.database import Database

_AT_ONCE = 100
"""Posts of one transaction: some 5 ms."""
_EVER = 1 << 60
_SHORT_LINK = re.compile(r"https?://t\.co/\w+")
_NOT_OURS = f"NOT {has_part('own.x_post_id', 'own.account_id')}"


def index_own_posts(database: Database, account_id: str) -> None:
    """Those that are not yet in the index. In the fetch lane."""
    while rows := _unfolded(database.connection, account_id):
        folded = [
            (index_words(_shown(row)), account_id, row["x_post_id"], row["text"]) for row in rows
        ]
        with database.transaction() as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO own_words(account_id, x_post_id, created_at, words) "
                "SELECT account_id, x_post_id, created_at, ?1 FROM own_post "
                "WHERE account_id = ?2 AND x_post_id = ?3 AND text = ?4",
                folded,
            )


def find_on_x(
    connection: sqlite3.Connection, account_id: str, asked: str, *, limit: int
) -> tuple[Post, ...]:
    """`asked`: an FTS5 expression. The newest first, a thread as one post; no answers."""
    rows = connection.execute(
        "SELECT x_post_id, x_conversation_id FROM own_post AS own "  # noqa: S608  # ours
        "WHERE account_id = ?2 AND x_post_id IN ("
        "SELECT kept.x_post_id FROM own_search CROSS JOIN own_words AS kept "
        "ON kept.id = own_search.rowid WHERE own_search MATCH ?1 AND kept.account_id = ?2 "
        f"ORDER BY kept.created_at DESC LIMIT ?3) AND {_NOT_OURS}",
        (asked, account_id, limit),
    ).fetchall()
    hits = {row["x_post_id"] for row in rows}
    conversations = {row["x_conversation_id"] for row in rows}
    return _posts(connection, account_id, conversations, holding=hits)


def read_on_x(connection: sqlite3.Connection, account_id: str, post_id: str) -> Post:
    """Raises KeyError when there is none."""
    x_post_id = post_id.removeprefix(FROM_X)
    row = connection.execute(
        "SELECT x_conversation_id FROM own_post WHERE account_id = ? AND x_post_id = ?",
        (account_id, x_post_id),
    ).fetchone()
    conversations = set() if row is None else {row["x_conversation_id"]}
    for post in _posts(connection, account_id, conversations, holding={x_post_id}):
        return post
    raise KeyError(post_id)


def _unfolded(connection: sqlite3.Connection, account_id: str) -> list[sqlite3.Row]:
    return connection.execute(
        "SELECT x_post_id, text, pictures, links FROM own_post AS own "  # noqa: S608  # ours
        "WHERE account_id = ?1 AND NOT EXISTS (SELECT 1 FROM own_words AS kept "
        "WHERE kept.account_id = ?1 AND kept.x_post_id = own.x_post_id) "
        f"AND {_NOT_OURS} LIMIT ?2",
        (account_id, _AT_ONCE),
    ).fetchall()


def _posts(
    connection: sqlite3.Connection,
    account_id: str,
    conversations: Collection[str],
    *,
    holding: Collection[str],
) -> tuple[Post, ...]:
    found = posts_from_x(connection, account_id, since=0, until=_EVER, conversations=conversations)
    wanted = [one.parts for one in found if any(part.x_post_id in holding for part in one.parts)]
    return tuple(
        _post(connection, account_id, parts)
        for parts in sorted(wanted, key=lambda parts: parts[0].at, reverse=True)
    )


def _post(connection: sqlite3.Connection, account_id: str, parts: Sequence[OwnPart]) -> Post:
    first = parts[0]
    return Post(
        id=f"{FROM_X}{first.x_post_id}",
        account_id=account_id,
        state=State.SENT,
        parts=tuple(_part(connection, account_id, part.x_post_id) for part in parts),
        created_at=first.at,
        changed_at=first.at,
        sent_at=first.at,
    )


def _part(connection: sqlite3.Connection, account_id: str, x_post_id: str) -> Part:
    """With the one picture of it that is kept here, if any."""
    row = connection.execute(
        "SELECT text, pictures, links, picture FROM own_post "
        "WHERE account_id = ? AND x_post_id = ?",
        (account_id, x_post_id),
    ).fetchone()
    pictures = (Attachment("", row["picture"]),) if row["picture"] else ()
    return Part(f"{FROM_X}{x_post_id}", _shown(row), pictures, x_post_id)


def _shown(row: sqlite3.Row) -> str:
    """As it was written: X's short links lead on where it is known whereto."""
    text = own_words(row["text"], pictures=row["pictures"])
    links = row["links"].split()
    if len(_SHORT_LINK.findall(text)) != len(links):
        return text
    left = iter(links)
    return _SHORT_LINK.sub(lambda _short: next(left), text)
