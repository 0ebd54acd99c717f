"""Pictures for the board dialog at two sizes, read in the `work` lane and let go with it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from services.errors import BadImage
from services.media.pictures import PictureStore
from ui.compose.thumbs import LARGE, SMALL, Thumbs
from ui.tasks import Tasks

_LARGER = 960
"""Sharp in a cell of half a board at twice the scale; `LARGE` is at the plain one."""


class Images(QObject):
    came = Signal()

    def __init__(self, store: PictureStore, tasks: Tasks, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._store = store
        self._gone: dict[str, bool] = {}
        self._thumbs: Thumbs | None = Thumbs(store, tasks, self)
        self._thumbs.came.connect(self._on_came)
        self._canvas = LARGE if dialog.devicePixelRatioF() <= 1 else _LARGER

    def large(self, picture: str) -> QImage | None:
        """None while it is being read, and for one that is gone."""
        return self._thumbs.get(picture, self._canvas) if self._thumbs else None

    def small(self, picture: str) -> QImage | None:
        return self._thumbs.get(picture, SMALL) if self._thumbs else None

    def let_go(self) -> None:
        """The dialog is closed. Python may find only much later that it can be thrown away."""
        self._thumbs = None

    def size(self, picture: str) -> tuple[int, int]:
        """Width and height of the kept picture; a square for one that is gone."""
        try:
            kept = self._store.get(picture)
        except BadImage:
            return 1, 1
        return kept.width, kept.height

    def gone(self, picture: str) -> bool:
        """Whether our copy is no longer on the disk: looked up once, until `forget_gone`."""
        if picture not in self._gone:
            try:
                self._gone[picture] = not self._store.path(picture).exists()
            except BadImage:
                self._gone[picture] = True
        return self._gone[picture]

    def forget_gone(self) -> None:
        self._gone.clear()

    def _on_came(self, _picture: str) -> None:
        self.came.emit()
