"""Compose's Board button: opens the board dialog and brings the finished picture back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.compose.compose_page import ComposePage
from ui.tasks import Tasks

if TYPE_CHECKING:
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
        self.dialog.used.connect(self._compose.composer.attach_board)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        self._compose.take_focus()
