"""What opens over the sheet: the window for a picture's words, and the emoji.

Most starts of the program open neither: each is loaded when it first does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from services.shop import Shop
from ui.compose.content import Attached

if TYPE_CHECKING:
    from ui.compose.alt_text_dialog import AltTextDialog
    from ui.compose.emoji_popover import EmojiPopover
    from ui.compose.parts import Parts


class Popups(QObject):
    described = Signal(str, str)
    """A picture's hash, and its words."""
    picked = Signal(str)
    """An emoji."""
    closed = Signal()
    """The caret belongs in the post again."""

    def __init__(
        self, over: QWidget, shop: Shop, image_of: Callable[[str], QImage | None], parts: Parts
    ) -> None:
        super().__init__(over)
        self._over = over
        self._shop = shop
        self._parts = parts
        self._image_of = image_of
        self.dialog: AltTextDialog | None = None
        self.emoji: EmojiPopover | None = None

    def describe(self, pictures: Sequence[Attached], first: str) -> None:
        """Opens with the picture of hash `first`."""
        if self.dialog is None:
            from ui.compose.about_pictures import AboutPictures
            from ui.compose.alt_text_dialog import AltTextDialog

            about = AboutPictures(self._shop, self._parts).of
            self.dialog = AltTextDialog(self._over, self._image_of, about)
            self.dialog.described.connect(self.described)
            self.dialog.finished.connect(self._on_finished)
        self.dialog.show_pictures(pictures, first)

    def refresh_image(self) -> None:
        """A picture has been read."""
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.refresh_image()

    def offer_emoji(self, anchor: QWidget) -> None:
        if self.emoji is None:
            from ui.compose.emoji_popover import EmojiPopover

            self.emoji = EmojiPopover(self._over, self._shop.settings)
            self.emoji.picked.connect(self.picked)
        self.emoji.open_at(anchor)

    def _on_finished(self) -> None:
        if self.dialog is not None:
            # With its picture it is among the largest things in memory.
            self.dialog.deleteLater()
            self.dialog = None
        self.closed.emit()
