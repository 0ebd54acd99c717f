"""Widgets that are shown while nothing holds them: each is a window of its own for a moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget


class _Watch(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            plain = watched.windowType() is Qt.WindowType.Window
            if watched.isWindow() and plain and not isinstance(watched, QDialog | QMainWindow):
                self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@contextmanager
def stray_windows(app: QApplication) -> Iterator[list[str]]:
    """What was shown as a window and is neither dialog, main window, menu nor tooltip."""
    watch = _Watch()
    app.installEventFilter(watch)
    try:
        yield watch.seen
    finally:
        app.removeEventFilter(watch)
