"""The single letters of the inbox. A text field with the focus keeps its letters."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class InboxKeys(QObject):
    next_asked = Signal()
    previous_asked = Signal()
    answer_asked = Signal()
    done_asked = Signal()
    snooze_asked = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._shortcuts = []
        for letter, asked in (
            ("J", self.next_asked),
            ("K", self.previous_asked),
            ("R", self.answer_asked),
            ("E", self.done_asked),
            ("Z", self.snooze_asked),
        ):
            shortcut = QShortcut(QKeySequence(letter), page)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(asked)
            self._shortcuts.append(shortcut)

    def set_on(self, on: bool) -> None:
        for shortcut in self._shortcuts:
            shortcut.setEnabled(on)
