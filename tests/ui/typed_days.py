"""Keys and focus, as a field for a day gets them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from ui.day_field import DayField


def write(field: DayField, words: str) -> None:
    field.setSelectedSection(DayField.Section.DaySection)
    for sign in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, ord(sign), Qt.KeyboardModifier.NoModifier, sign)
            QApplication.sendEvent(field, key)


def leave(field: DayField, why: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut, why))
