"""The last resort for a bug: says so, goes on working, and can copy a report."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from services.logs import redact
from services.version import VERSION
from ui.build import button, label

logger = logging.getLogger(__name__)


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What helps us and harms nobody: versions and the trace, redacted.

    The exception's own message is left out: it may hold an owner's or a customer's words.
    """
    frames = "".join(traceback.format_tb(trace)) if trace else ""
    return redact(
        f"Shoplark {VERSION}\n"
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} "
        f"{platform.release()} {platform.machine()}\n\n"
        f"{frames}{kind.__module__}.{kind.__qualname__}\n"
    )


class CrashDialog(QDialog):
    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something in Shoplark broke"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(560, 360)
        self._report = text
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        shown.setAccessibleName(self.tr("Report"))
        self._copy = button(self.tr("Copy report"), icon="copy")
        self._copy.clicked.connect(self._on_copy)
        close = button(self.tr("Go on working"), kind="primary")
        close.clicked.connect(self.accept)
        sentence = label(
            self.tr(
                "This is our mistake, not yours. Your drafts and queue are saved. "
                "The report below holds no passwords and none of your or your customers' words."
            )
        )
        sentence.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self._copy)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(label(self.tr("Something in Shoplark broke"), kind="section"))
        layout.addWidget(sentence)
        layout.addWidget(shown, 1)
        layout.addLayout(buttons)
        close.setFocus()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._copy.setText(self.tr("Copied"))


class CrashHook(QObject):
    """`sys.excepthook` of a run with a window. Shows one dialog at a time, on the main thread."""

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
        text = report(kind, error, trace)
        logger.critical("bug\n%s", text)
        self._crashed.emit(text)

    def _on_crashed(self, text: str) -> None:
        if self._dialog is not None:
            return
        self._dialog = CrashDialog(text, self._window)
        self._dialog.finished.connect(self._on_finished)
        self._dialog.open()

    def _on_finished(self) -> None:
        self._dialog = None
