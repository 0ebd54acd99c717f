"""What the panels beside a board are made of: named groups, and choices drawn as tiles."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from ui.build import column, frame, label
from ui.theme import MEASURES
from widgets.segmented import Segmented
from widgets.type_scale import fit_icon

_TILE_ICON = QSize(22, 22)


def named(name: str, *widgets: QWidget) -> QFrame:
    """Controls under what they are called."""
    holder = frame("pane")
    holder.setLayout(column(label(name, kind="strong"), *widgets, gap=MEASURES.s8))
    return holder


def tile(segmented: Segmented, key: str, words: str, icon: QIcon) -> None:
    """A choice with its drawing over its words."""
    segmented.add(key, words, icon=icon)
    made = segmented.button(key)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    made.setProperty("tile", True)
    fit_icon(made, _TILE_ICON)


def put(field: QLineEdit, text: str) -> None:
    """Keeps the caret of a field that says so already, or that is being typed in; another text is
    shown from its start."""
    if field.text() != text:
        typed = field.isModified()
        field.setText(text)
        if not typed:
            field.setCursorPosition(0)
