"""Whether the desktop wants things to move: Qt knows it on Windows only.

On Linux the desktop is asked. Where nobody answers, and on macOS, everything stays still: too quiet
is a matter of taste, movement against the owner's wish is not.
"""

from __future__ import annotations

import logging
import sys

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from services.errors import AppError
from ui.desktop_linux import read_motion
from ui.tasks import Lane, Tasks

logger = logging.getLogger(__name__)

_ON_A_DESKTOP = ("xcb", "wayland", "wayland-egl")


class MotionWish(QObject):
    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks

    def ask(self) -> None:
        """After the first frame; the answer comes when it comes."""
        if sys.platform.startswith("linux") and QGuiApplication.platformName() in _ON_A_DESKTOP:
            self._tasks.run(
                read_motion,
                lane=Lane.FETCH,
                owner=self,
                done=self._on_read,
                failed=self._on_nobody,
            )

    def _on_read(self, moves: bool) -> None:
        QApplication.setEffectEnabled(Qt.UIEffect.UI_General, moves)

    def _on_nobody(self, error: AppError) -> None:
        logger.info("nothing moves: %s", error.detail)
