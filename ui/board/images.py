"""Pictures for the board dialog at two sizes, read in the `work` lane and let go with it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QImage

from services.media.pictures import PictureStore
from ui.compose.thumbs import SMALL, Thumbs
from ui.tasks import Tasks

_CANVAS = 960
"""Sharp in a cell of half a board at twice the scale."""


class Images(QObject):
    came = Signal()

    def __init__(self, store: PictureStore, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._thumbs = Thumbs(store, tasks, self)
        self._thumbs.came.connect(self._on_came)

    def large(self, picture: str) -> QImage | None:
        """None while it is being read, and for one that is gone."""
        return self._thumbs.get(picture, _CANVAS)

    def small(self, picture: str) -> QImage | None:
        return self._thumbs.get(picture, SMALL)

    @staticmethod
    def point(focus: tuple[float, float]) -> QPointF:
        return QPointF(*focus)

    def _on_came(self, _picture: str) -> None:
        self.came.emit()
