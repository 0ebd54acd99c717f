"""Opens the board's own window over Compose, and brings the finished board back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from services.shop import Shop
from ui.compose.content import Content
from ui.tasks import Tasks


class BoardMaker(QObject):
    made = Signal(object, str, str, str)
    """The `Picture`, its alt text, the link that goes with it, the board's id."""

    def __init__(self, shop: Shop, tasks: Tasks, page: QWidget) -> None:
        super().__init__(page)
        self._shop = shop
        self._tasks = tasks
        self._page = page
        self._dialog: QDialog | None = None

    def open(self, account_id: str, content: Content, pictures: tuple[str, ...]) -> None:
        """The post's own board again, or a new one that begins with these pictures."""
        # Most starts of the program never need them.
        from services.media.board_values import MOST
        from ui.board.board_dialog import BoardDialog

        if self._dialog is not None:
            return
        board_id = content.board_id if self._exists(content.board_id) else None
        first = () if board_id else pictures[:MOST]
        dialog = BoardDialog(
            self._shop, self._tasks, account_id, self._page, first, board_id=board_id
        )
        dialog.used.connect(self.made)
        dialog.finished.connect(partial(self._forget, dialog))
        self._dialog = dialog
        dialog.open()

    def _exists(self, board_id: str | None) -> bool:
        if board_id is None:
            return False
        try:
            self._shop.boards.get(board_id)
        except KeyError:
            return False
        return True

    def _forget(self, dialog: QDialog, _result: int) -> None:
        self._dialog = None
        dialog.deleteLater()
