"""A field with its name above it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.build import column, label
from ui.theme import MEASURES
from widgets.plain_edit import PlainEdit


def field(words: str, control: QWidget, *, note: QWidget | None = None) -> QVBoxLayout:
    """Names the control for screen readers too. `note` stands under it."""
    control.setAccessibleName(words)
    name = label(words, kind="caption")
    name.setBuddy(control)
    parts = (name, control) if note is None else (name, control, note)
    return column(*parts, gap=MEASURES.s4)


def line_edit(hint: str = "") -> QLineEdit:
    edit = QLineEdit()
    edit.setPlaceholderText(hint)
    return edit


def text_edit(hint: str, *, lines: int) -> QPlainTextEdit:
    edit = PlainEdit()
    edit.setPlaceholderText(hint)
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(edit.fontMetrics().lineSpacing() * lines + MEASURES.s24)
    return edit
