"""Where a board's pictures come from: files, drops, the clipboard, the screen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QWidget

from services.errors import AppError
from services.media.pictures import Picture, PictureStore
from ui.board.capture import Capture, Grab
from ui.compose.attacher import Attacher
from ui.picture_files import picture_dialog
from ui.tasks import Lane, Tasks
from widgets.pasted import pictures_in


class Sources(QObject):
    came = Signal(object)
    """A `Picture`, kept."""
    failed = Signal(object)
    """An AppError: that picture was left out."""
    refused = Signal(str)
    """A sentence: the system does not show the screen."""
    settled = Signal()
    """Nothing is being read any more."""

    def __init__(
        self, store: PictureStore, tasks: Tasks, parent: QWidget, *, grab: Grab | None = None
    ) -> None:
        super().__init__(parent)
        self._widget = parent
        self._store = store
        self._tasks = tasks
        self._shots = 0
        self._attacher = Attacher(store, tasks, self)
        self._attacher.came.connect(self._on_came)
        self._attacher.failed.connect(self._on_failed)
        self.capture = Capture(parent, grab=grab)
        self.capture.captured.connect(self._on_captured)
        self.capture.refused.connect(self.refused)

    @property
    def waiting(self) -> int:
        """Pictures still being read."""
        return self._attacher.waiting + self._shots

    def ask_files(self) -> None:
        title = self.tr("Choose pictures for the board")
        dialog = picture_dialog(self._widget, title, several=True)
        dialog.filesSelected.connect(self._on_files)
        dialog.open()

    def offer(self, offered: Sequence[Path | bytes]) -> None:
        self._attacher.add(tuple(offered))

    def paste(self) -> None:
        self.offer(pictures_in(QGuiApplication.clipboard().mimeData()))

    def ask_screen(self) -> None:
        aside = [self._widget, self._widget.parentWidget()]
        windows = [each.window() for each in aside if each is not None]
        self.capture.start([window for window in windows if window.isVisible()])

    def _on_files(self, files: list[str]) -> None:
        self.offer([Path(file) for file in files])

    def _on_captured(self, image: QImage) -> None:
        self._shots += 1
        self._tasks.run(
            partial(_keep_shot, self._store, image),
            lane=Lane.WORK,
            owner=self,
            done=self._on_shot,
            failed=self._on_shot_failed,
        )

    def _on_shot(self, picture: Picture) -> None:
        self._shots -= 1
        self._on_came(picture)

    def _on_shot_failed(self, error: AppError) -> None:
        self._shots -= 1
        self._on_failed(error)

    def _on_came(self, picture: Picture) -> None:
        self.came.emit(picture)
        self._tell_settled()

    def _on_failed(self, error: AppError) -> None:
        self.failed.emit(error)
        self._tell_settled()

    def _tell_settled(self) -> None:
        if not self.waiting:
            self.settled.emit()


def _keep_shot(store: PictureStore, image: QImage) -> Picture:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return store.add_bytes(bytes(buffer.data().data()), name="capture.png")
