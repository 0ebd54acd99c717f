"""What was seen on X that may be a post in doubt, kept so that the owner can compare the two."""

from __future__ import annotations

import html
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from services.publishing.link_marks import unmark_links

if TYPE_CHECKING:
    from services.x_api.client import XPost

_SHORT_LINK = re.compile(r"https?://t\.co/\w+")
_MOST = 5


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A post of the shop's own on X. `text` has its links as the owner wrote them."""

    x_post_id: str
    text: str
    pictures: int
    created_at: int


def keep(connection: sqlite3.Connection, post_id: str, found: Iterable[XPost]) -> None:
    """In place of what was seen before. In the caller's transaction."""
    website = connection.execute(
        "SELECT website FROM post JOIN shop_profile USING (account_id) WHERE post.id = ?",
        (post_id,),
    ).fetchone()
    connection.execute("DELETE FROM look_alike WHERE post_id = ?", (post_id,))
    connection.executemany(
        "INSERT INTO look_alike(post_id, x_post_id, text, pictures, created_at) "
        "VALUES (?, ?, ?, ?, ?)",
        [
            (
                *(post_id, one.id, _as_written(one, website[0] if website else "")),
                *(len(one.media_keys), one.created_at),
            )
            for one in list(found)[:_MOST]
        ],
    )


def read(connection: sqlite3.Connection, post_id: str) -> tuple[LookAlike, ...]:
    """Newest first."""
    rows = connection.execute(
        "SELECT x_post_id, text, pictures, created_at FROM look_alike WHERE post_id = ? "
        "ORDER BY created_at DESC, x_post_id DESC",
        (post_id,),
    )
    return tuple(LookAlike(*row) for row in rows)


def _as_written(post: XPost, website: str) -> str:
    """Without X's short links: where they lead in their place, and none for pictures."""
    leads = iter(post.links)
    text = _SHORT_LINK.sub(lambda _: next(leads, ""), html.unescape(post.text)).strip()
    return unmark_links(text, website) if website else text
