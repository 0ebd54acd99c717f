"""Words from which the owner may make a picture's description: proposed, never sent by themselves.

In the order of how well they know the picture: what it was described with before, the product it
belongs to, its caption on a board, and what its file is called. A camera's name says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.media.captions import ALT_TEXT_LIMIT, caption_from

if TYPE_CHECKING:
    from services.store.database import Database

_BEFORE = """
SELECT attachment.alt_text FROM attachment
JOIN part ON part.id = attachment.part_id JOIN post ON post.id = part.post_id
WHERE attachment.picture = ? AND post.account_id = ? AND trim(attachment.alt_text) <> ''
ORDER BY post.changed_at DESC LIMIT 1
"""
_PRODUCT = """
SELECT name FROM product WHERE picture = ? AND account_id = ? AND trim(name) <> ''
ORDER BY position LIMIT 1
"""
_CAPTION = """
SELECT board_cell.caption FROM board_cell JOIN board ON board.id = board_cell.board_id
WHERE board_cell.picture = ? AND board.account_id = ? AND trim(board_cell.caption) <> ''
ORDER BY board.changed_at DESC LIMIT 1
"""


class AltProposals:
    """Quick: three look-ups by index."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, account_id: str, picture_hash: str, *, name: str = "", said: str = "") -> str:
        """`name` is its file's, `said` what the page it came from says of it. Empty for none."""
        for sql in (_BEFORE, _PRODUCT, _CAPTION):
            row = self._database.connection.execute(sql, (picture_hash, account_id)).fetchone()
            if row is not None:
                return _begun(_short(row[0]))
        return _begun(_short(said) or _short(caption_from(name)))


def _begun(words: str) -> str:
    """As a sentence begins; a name that is written otherwise ("iPad case") stays as it is."""
    first = words.split(" ", 1)[0]
    large = words[:1].upper()
    return large + words[1:] if first.islower() and len(large) == 1 else words


def _short(words: str) -> str:
    """On one line, and no longer than X takes."""
    said = " ".join(words.split())
    if len(said) <= ALT_TEXT_LIMIT:
        return said
    cut = said[: ALT_TEXT_LIMIT - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"
