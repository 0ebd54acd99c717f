"""A picture of the screen by the desktop's own chooser, and what to say where none comes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from services.errors import AppError
from ui.screen_portal import PortalProblem, PortalStopped, photograph
from ui.tasks import Lane, Tasks

Photograph = Callable[[Callable[[], bool]], bytes]


class CapturePortal(QObject):
    taken = Signal(QImage)
    stopped = Signal(str)
    """A sentence; empty where the owner ended it."""

    def __init__(self, tasks: Tasks, parent: QObject, *, portal: Photograph | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._portal = portal or photograph
        self._asking = False

    def ask(self) -> None:
        self._asking = True
        self._tasks.run(
            partial(self._portal, self._wanted),
            lane=Lane.SIGN_IN,
            owner=self,
            done=self._on_done,
            failed=self._on_failed,
        )

    def give_up(self) -> None:
        """The desktop's question is taken away, and nothing is told any more."""
        self._asking = False

    def _wanted(self) -> bool:
        return self._asking

    def _on_done(self, data: bytes) -> None:
        image = QImage.fromData(data)
        if image.isNull():
            self._on_failed(PortalStopped(PortalProblem.UNREADABLE))
        elif self._asking:
            self._asking = False
            self.taken.emit(image)

    def _on_failed(self, error: AppError) -> None:
        if self._asking:
            self._asking = False
            self.stopped.emit(self._words(error))

    def _words(self, error: AppError) -> str:
        problem = error.problem if isinstance(error, PortalStopped) else PortalProblem.MISSING
        return {
            PortalProblem.CANCELLED: "",
            PortalProblem.REFUSED: self.tr(
                "The desktop did not allow a picture of the screen. Allow it in its privacy "
                "settings, or take one with its screenshot key and paste it here."
            ),
            PortalProblem.SILENT: self.tr(
                "The desktop gave no picture in time. Nothing was changed: capture it once more."
            ),
            PortalProblem.UNREADABLE: self.tr(
                "The desktop took the picture, but Shoplark cannot read it. Add it from the "
                "folder where your screenshots are."
            ),
            PortalProblem.MISSING: self.tr(
                "This desktop does not let programs see the screen. Take the picture with its own "
                "screenshot key, then paste it here."
            ),
        }[problem]
