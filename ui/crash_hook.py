"""`sys.excepthook` of a run with a window: writes the log and opens the crash dialog.

An AppError that no one caught is no bug of the program's work: the disk or X said no. It is told
in the window's own words, like any other.
"""

from __future__ import annotations

import logging
import sys
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtWidgets import QWidget

from services.errors import AppError
from services.logs import redact
from services.version import VERSION

if TYPE_CHECKING:
    from ui.crash_dialog import CrashDialog

logger = logging.getLogger(__name__)


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What helps us and harms nobody: versions and the trace, redacted.

    The exception's own message is left out: it may hold an owner's or a customer's words.
    """
    import platform
    import traceback

    frames = "".join(traceback.format_tb(trace)) if trace else ""
    return redact(
        f"Shoplark {VERSION}\n"
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} "
        f"{platform.release()} {platform.machine()}\n\n"
        f"{frames}{kind.__module__}.{kind.__qualname__}\n"
    )


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
