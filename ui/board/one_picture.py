"""One picture that is chosen for a place: instead of another on a board, or as its logo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from services.errors import AppError
from services.media.pictures import Picture
from services.media.web import Web
from services.shop import Shop
from ui.bringing import Bringing, Brought
from ui.picture_files import picture_dialog
from ui.tasks import Tasks
from widgets.pasted import Offered


class OnePicture(QObject):
    failed = Signal(object)
    """An AppError: nothing was changed."""

    def __init__(self, shop: Shop, tasks: Tasks, over: QWidget) -> None:
        super().__init__(over)
        self._shop = shop
        self._over = over
        self._wanted: Callable[[Picture], None] | None = None
        self.dialog: QFileDialog | None = None
        self._bringing = Bringing(shop.pictures, self._web, tasks, self, room=_one)
        self._bringing.came.connect(self._on_came)
        self._bringing.failed.connect(self._on_failed)

    def ask(self, title: str, wanted: Callable[[Picture], None]) -> None:
        """`wanted` gets the kept picture. A later question takes the place of an earlier one."""
        self._wanted = wanted
        self.dialog = picture_dialog(self._over, title)
        self.dialog.filesSelected.connect(self._on_files)
        self.dialog.open()

    def offer(self, offered: Sequence[Offered], wanted: Callable[[Picture], None]) -> None:
        """The first of them."""
        self._wanted = wanted
        self._bringing.add(tuple(offered[:1]))

    def _on_files(self, files: list[str]) -> None:
        self._bringing.add(tuple(Path(file) for file in files[:1]))

    def _web(self) -> Web:
        return self._shop.web

    def _on_came(self, brought: Brought) -> None:
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            wanted(brought.picture)

    def _on_failed(self, error: AppError) -> None:
        self._wanted = None
        self.failed.emit(error)


def _one() -> int:
    return 1
