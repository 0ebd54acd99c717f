"""`sys.excepthook` of a run with a window: writes the log and opens the crash dialog.

An AppError that no one caught is no bug of the program's work: the disk or X said no. It is told
in the window's own words, like any other.
"""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtWidgets import QWidget

from services.errors import AppError

if TYPE_CHECKING:
    from ui.crash_dialog import CrashDialog

logger = logging.getLogger(__name__)


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    from services import bug_report

    return bug_report.report(kind, error, trace, more=f"Qt {qVersion()}")


def catch_what_python_would_print() -> None:
    """Errors of other threads, and those where nobody can be told: Python writes them to stderr,
    messages and all, and a desktop keeps that in its own log.
    """
    threading.excepthook = _of_a_thread
    sys.unraisablehook = _told_to_nobody


def _of_a_thread(error: threading.ExceptHookArgs) -> None:
    if error.exc_value is not None:
        sys.excepthook(error.exc_type, error.exc_value, error.exc_traceback)


def _told_to_nobody(error: sys.UnraisableHookArgs) -> None:
    if error.exc_value is not None:
        text = report(error.exc_type, error.exc_value, error.exc_traceback)
        logger.error("told to nobody\n%s", text)


class CrashHook(QObject):
    """`sys.excepthook` of a run with a window. Shows one dialog at a time, on the main thread."""

    uncaught = Signal(object)
    """An AppError, on the main thread."""
    _crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: QWidget | None = None
        self._dialog: CrashDialog | None = None
        self._crashed.connect(self._on_crashed, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        sys.excepthook = self.hook

    def show_over(self, window: QWidget) -> None:
        self._window = window

    def hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, AppError):
            logger.warning("uncaught: %s %s", error.name, error.detail)
            self.uncaught.emit(error)
            return
        text = report(kind, error, trace)
        logger.critical("bug\n%s", text)
        self._crashed.emit(text)

    def _on_crashed(self, text: str) -> None:
        if self._dialog is not None:
            return
        # Loaded only when it is needed: most runs never see it.
        from ui.crash_dialog import CrashDialog

        self._dialog = CrashDialog(text, self._window)
        self._dialog.finished.connect(self._on_finished)
        self._dialog.open()

    def _on_finished(self) -> None:
        self._dialog = None
