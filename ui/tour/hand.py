"""Keys and pastes made by the program itself: how the tour and the tests write a post."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.compose.compose_page import ComposePage


def type_text(page: ComposePage, text: str) -> None:
    """Types it on the sheet, where the caret stands."""
    page.take_focus()
    type_into(page.composer.sheet.edit, text)


def paste_pictures(page: ComposePage, paths: Iterable[Path]) -> None:
    page.take_focus()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    page.composer.sheet.edit.insertFromMimeData(data)


def type_into(edit: QWidget, text: str) -> None:
    for letter in text:
        press(edit, Qt.Key.Key_Return if letter == "\n" else Qt.Key.Key_unknown, letter)


def press(widget: QWidget, key: Qt.Key, letter: str = "") -> None:
    """Down and up again."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(widget, event)
