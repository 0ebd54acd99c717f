"""What is known of each picture of the post in hand, for the window in which it is described."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale, QRectF

from services.errors import BadImage
from ui.compose.picture_facts import named_facts
from ui.compose.picture_rules import SIGN, is_moving, length_of
from widgets.preview_pictures import shown_part

if TYPE_CHECKING:
    from services.media.pictures import Picture
    from services.shop import Shop
    from ui.compose.part_editor import PartEditor
    from ui.compose.parts import Parts


class About(NamedTuple):
    """`shown`: what X's feed shows of it, from 0 to 1 each way; None: all of it.

    `facts`: its size as X gets it, and what was done to it. `proposal`: words from which its
    description may be made. `length`: how long a video runs; X takes no description of one.
    `sign`: what X writes on a picture that moves.
    """

    facts: str = ""
    proposal: str = ""
    shown: QRectF | None = None
    length: str = ""
    sign: str = ""


class AboutPictures:
    def __init__(self, shop: Shop, parts: Parts) -> None:
        self._shop = shop
        self._parts = parts

    def of(self, picture: str) -> About:
        found = self._found(picture)
        editor = next((one for one in self._parts.editors if one.shows(picture)), None)
        if found is None or editor is None:
            return About()
        length = length_of(self._shop.pictures, picture)
        return About(
            facts=self._facts(found, editor),
            proposal="" if length else self._proposal(found, editor),
            shown=self._shown(picture, editor),
            length=length,
            sign=SIGN if is_moving(self._shop.pictures, picture) else "",
        )

    def _facts(self, found: Picture, editor: PartEditor) -> str:
        facts = named_facts(found, editor.done_to(found.hash), QLocale())
        used = editor.arrivals.used(found.hash)
        return f"{facts}\n{used}" if used else facts

    def _proposal(self, found: Picture, editor: PartEditor) -> str:
        return self._shop.alt_proposals.of(
            self._shop.accounts.active().id,
            found.hash,
            name=found.name,
            said=editor.said_of(found.hash),
        )

    def _shown(self, picture: str, editor: PartEditor) -> QRectF | None:
        hashes = [one.hash for one in editor.content.pictures]
        found = [self._found(one) for one in hashes]
        sizes = [(one.width, one.height) if one else (0, 0) for one in found]
        return shown_part(sizes, hashes.index(picture))

    def _found(self, picture: str) -> Picture | None:
        try:
            return self._shop.pictures.get(picture)
        except BadImage:
            return None
