"""A field with its name above it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.build import column, label
from ui.theme import MEASURES
from widgets.growing_edit import GrowingEdit
from widgets.plain_edit import PlainEdit
from widgets.start_edit import StartEdit

_MOST_LINES = 5


def field(words: str, control: QWidget, *, note: QWidget | None = None) -> QVBoxLayout:
    """Names the control for screen readers too. `note` stands under it."""
    control.setAccessibleName(words)
    name = label(words, kind="caption")
    name.setBuddy(control)
    parts = (name, control) if note is None else (name, control, note)
    return column(*parts, gap=MEASURES.s4)


def line_edit(hint: str = "") -> QLineEdit:
    edit = StartEdit()
    edit.setPlaceholderText(hint)
    return edit


def text_edit(hint: str, *, lines: int) -> PlainEdit:
    """Grows with its words, to five lines at most."""
    edit = GrowingEdit(fewest=lines, most=_MOST_LINES)
    edit.setPlaceholderText(hint)
    edit.setTabChangesFocus(True)
    return edit


def fill(edit: QLineEdit, words: str) -> None:
    """What says the same stays as it is typed: the space at its end, and where the caret is."""
    if edit.text().strip() != words:
        edit.setText(words)
        # Of a long link one sees where it begins.
        edit.setCursorPosition(0)


def fill_text(edit: PlainEdit, words: str) -> None:
    """As `fill`."""
    if edit.text().strip() != words:
        edit.setPlainText(words)
