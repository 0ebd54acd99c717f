"""The last resort for a bug: says so, goes on working, and can copy a report."""

from __future__ import annotations

import logging

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.build import button, label

logger = logging.getLogger(__name__)


class CrashDialog(QDialog):
    def __init__(self, text: str, parent: QWidget | None = None, *, last: bool = False) -> None:
        """`last`: there is no window to go on with."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something in Shoplark broke"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._report = text
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        # Not of the dialog: then its buttons would no longer push it wider.
        shown.setMinimumSize(512, 144)
        shown.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        shown.setAccessibleName(self.tr("Report"))
        self._copy = button(self.tr("Copy report"), icon="copy")
        self._copy.clicked.connect(self._on_copy)
        close = button(self.tr("Quit") if last else self.tr("Go on working"), kind="primary")
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


def show_and_wait(text: str) -> None:
    """For a start that failed: there is no window yet, so this waits by itself."""
    dialog = CrashDialog(text, last=True)
    loop = QEventLoop()
    dialog.finished.connect(loop.quit)
    dialog.open()
    loop.exec()
