"""Tells when a window has been painted for the first time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

LONGEST_MS = 1_000
"""A window that comes up minimised or on another desktop is never exposed; nothing waits for it."""


class FirstFrame(QObject):
    stood = Signal()
    """Once."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        # Asking for its id makes the native window, which is the one that is exposed. The widget's
        # own paint event does not come where its children cover it.
        window.winId()
        self._native = window.windowHandle()
        self._native.installEventFilter(self)
        self._timer.start(LONGEST_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Expose and self._native.isExposed():
            self._native.removeEventFilter(self)
            # Qt paints while it handles this event; the next turn of the loop is after that.
            self._timer.start(0)
        return False

    def _on_timeout(self) -> None:
        self._native.removeEventFilter(self)
        self.stood.emit()
