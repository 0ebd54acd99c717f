"""The owner quits while a post can still be taken back: asks, and goes on if they stay."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from services.errors import AppError
from services.publishing.leaving import about_to_go
from services.publishing.posts import Post
from services.settings import UNDO_SECONDS
from ui.leaving_dialog import LeavingDialog
from ui.tasks import Lane

if TYPE_CHECKING:
    from services.shop import Shop
    from ui.tasks import Tasks


class Leaving(QObject):
    over = Signal()
    """The program may end."""
    stayed = Signal()
    """It goes on, and the seconds in which the posts can be taken back begin anew."""

    def __init__(self, shop: Shop, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._shop = shop
        self._tasks = tasks
        self._window = window
        self._posts: tuple[Post, ...] = ()
        self._dialog: LeavingDialog | None = None

    def asks(self) -> bool:
        """False where nothing is about to go. Asked once, however often the owner quits."""
        if self._dialog is not None:
            return True
        shop = self._shop
        self._posts = about_to_go(shop.database, shop.accounts, now=shop.clock.now())
        if not self._posts:
            return False
        self._dialog = LeavingDialog(shop, self._tasks, self._posts, self._window)
        self._dialog.over.connect(self.over)
        self._dialog.rejected.connect(self._on_stayed)
        self._dialog.open()
        return True

    def _on_stayed(self) -> None:
        self._dialog = None
        seconds = self._shop.settings.get(UNDO_SECONDS)
        self._tasks.run(
            partial(self._shop.leaving.begin_anew, self._posts, seconds),
            lane=Lane.SEND,
            owner=self,
            done=self._on_begun_anew,
            failed=self._on_not_begun,
        )

    def _on_begun_anew(self, _posts: tuple[Post, ...]) -> None:
        self.stayed.emit()

    def _on_not_begun(self, _error: AppError) -> None:
        """The disk takes nothing: they go when they would have gone."""
        self.stayed.emit()
