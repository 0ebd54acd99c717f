"""How large words are: as the owner chose in Shoplark, else as the desktop asks."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from services.errors import AppError
from services.settings import DESKTOP_TEXT, TEXT_PERCENT
from ui.tasks import Lane, Tasks
from ui.theme import Theme, asks_the_portal

if TYPE_CHECKING:
    from services.settings import Settings

logger = logging.getLogger(__name__)


class TextSize(QObject):
    """Only Wayland's desktops have to be asked: elsewhere Qt knows, or scales the whole window."""

    def __init__(self, theme: Theme, settings: Settings, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings = settings
        self._tasks = tasks

    def choose(self, percent: int) -> None:
        """At once, in every window that is open; 0 is as the desktop asks."""
        self._theme.choose_text(percent, desktop=self._settings.get(DESKTOP_TEXT))

    def ask(self) -> None:
        """After the first frame. The answer is remembered: the next start begins with it."""
        if asks_the_portal():
            from ui.desktop_linux import read_text_percent

            self._tasks.run(
                read_text_percent,
                lane=Lane.FETCH,
                owner=self,
                done=self._on_read,
                failed=self._on_nobody,
            )

    def _on_read(self, percent: int) -> None:
        if percent != self._settings.get(DESKTOP_TEXT):
            self._settings.remember(DESKTOP_TEXT, percent)
            self._theme.choose_text(self._settings.get(TEXT_PERCENT), desktop=percent)

    def _on_nobody(self, error: AppError) -> None:
        logger.info("words of the usual size: %s", error.detail)
