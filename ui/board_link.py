"""Compose's Board button: opens the board dialog and brings the finished picture back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from ui.compose.compose_page import ComposePage
from ui.tasks import Tasks

if TYPE_CHECKING:
    from services.media.pictures import Picture
    from services.shop import Shop
    from ui.board.board_dialog import BoardDialog


class BoardLink(QObject):
    def __init__(self, shop: Shop, tasks: Tasks, compose: ComposePage) -> None:
        super().__init__(compose)
        self._shop = shop
        self._tasks = tasks
        self._compose = compose
        self.dialog: BoardDialog | None = None
        compose.board_asked.connect(self._on_board_asked)

    def _on_board_asked(self, pictures: tuple[str, ...]) -> None:
        if self.dialog is not None:
            self.dialog.raise_()
            return
        # Loaded when first wanted: it brings a good deal that a start of the program never needs.
        from ui.board.board_dialog import BoardDialog

        account = self._shop.accounts.active()
        self.dialog = BoardDialog(
            self._shop, self._tasks, account.id, self._compose.window(), pictures
        )
        self.dialog.used.connect(self._on_used)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_used(self, picture: Picture, alt_text: str, link: str, board_id: str) -> None:
        self._compose.composer.attach_board(board_id, picture, alt_text)
        if link:
            self._add_link(link)

    def _add_link(self, link: str) -> None:
        """The link to the board stands at the end of the text, once."""
        edit = self._compose.composer.sheet.edit
        text = edit.toPlainText()
        if link in text:
            return
        cursor = edit.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(f"\n{link}" if text.strip() else link)

    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        self._compose.take_focus()
