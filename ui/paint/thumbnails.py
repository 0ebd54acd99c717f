"""Small pictures for rows and cards, made in the work lane and kept while the page lives."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from services.errors import AppError
from ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from services.media.pictures import PictureStore

SIZE = 192
"""The longer side in pixels: a wide picture still fills 48 by 48 at scale 2."""
_KEPT = 400


class Thumbnails(QObject):
    """`get` never waits: what is not there yet comes with `arrived`, when one may draw again."""

    arrived = Signal()

    def __init__(
        self, pictures: PictureStore, tasks: Tasks, parent: QObject, *, size: int = SIZE
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._tasks = tasks
        self._size = size
        self._ready: dict[str, QImage] = {}
        self._asked: set[str] = set()

    def get(self, picture: str) -> QImage | None:
        """The picture of this hash, or None while it is made or when it cannot be."""
        found = self._ready.get(picture)
        if found is not None:
            return None if found.isNull() else found
        if picture not in self._asked:
            self._asked.add(picture)
            self._tasks.run(
                partial(self._load, picture),
                lane=Lane.WORK,
                owner=self,
                done=partial(self._on_loaded, picture),
                failed=partial(self._on_failed, picture),
            )
            # Tasks that run in line have answered by now.
            return self._ready.get(picture)
        return None

    def _load(self, picture: str) -> QImage:
        return QImage(str(self._pictures.thumbnail(picture, self._size)))

    def _on_loaded(self, picture: str, image: QImage) -> None:
        if len(self._ready) >= _KEPT:
            self._ready.pop(next(iter(self._ready)))
        self._ready[picture] = image
        self._asked.discard(picture)
        self.arrived.emit()

    def _on_failed(self, picture: str, error: AppError) -> None:
        """A picture that is gone leaves its place empty; sending says what is wrong with it."""
        self._ready[picture] = QImage()
