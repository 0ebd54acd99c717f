"""Brings pictures from files, drops and the clipboard into the store, one after the other."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from services.errors import AppError
from ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from services.media.pictures import Picture, PictureStore

_FROM_CLIPBOARD = "picture.png"


class Attacher(QObject):
    chosen = Signal(object)
    """Paths, not yet read."""
    came = Signal(object)
    """A `Picture`, kept."""
    failed = Signal(object)
    """An AppError: that picture was left out."""

    def __init__(self, store: PictureStore, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._tasks = tasks
        self._waiting = 0

    @property
    def waiting(self) -> int:
        """Pictures still being read."""
        return self._waiting

    def add(self, offered: tuple[Path | bytes, ...]) -> None:
        for one in offered:
            self._waiting += 1
            self._tasks.run(
                partial(_keep, self._store, one),
                lane=Lane.WORK,
                owner=self,
                done=self._on_done,
                failed=self._on_failed,
            )

    def choose(self, over: QWidget) -> None:
        """Asks for files in a dialog over this widget: `chosen` has them."""
        # Most posts' pictures are dropped or pasted.
        from ui.picture_files import picture_dialog

        dialog = picture_dialog(over, self.tr("Choose pictures"), several=True)
        dialog.filesSelected.connect(self._on_files)
        dialog.open()

    def _on_files(self, names: list[str]) -> None:
        self.chosen.emit(tuple(Path(name) for name in names))

    def _on_done(self, picture: Picture) -> None:
        self._waiting -= 1
        self.came.emit(picture)

    def _on_failed(self, error: AppError) -> None:
        self._waiting -= 1
        self.failed.emit(error)


def _keep(store: PictureStore, offered: Path | bytes) -> Picture:
    if isinstance(offered, bytes):
        return store.add_bytes(offered, name=_FROM_CLIPBOARD)
    return store.add_file(offered)
