"""What must not be on a picture: words cut off, signs without a glyph."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QToolButton, QWidget

from widgets.elided_label import ElidedLabel

IGNORABLE = {"\u200b", "\u200c", "\u200d", "\u2060", "\ufe0e", "\ufe0f", "\u00ad", "\n", "\t"}
SLACK = 1
"""Pixels that rounding of font metrics may take."""


def clipped(window: QWidget) -> Iterator[str]:
    """The visible labels and buttons that are narrower or lower than their words."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not words_of(widget) or isinstance(widget, ElidedLabel):
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
            if widget.height() + SLACK < needed:
                yield f"{_name(widget)} is {widget.height()} high, its words need {needed}"
        elif isinstance(widget, QLabel | QPushButton | QToolButton):
            needed = widget.sizeHint().width()
            if widget.width() + SLACK < needed:
                yield f"{_name(widget)} is {widget.width()} wide, its words need {needed}"


def without_glyph(window: QWidget) -> Iterator[str]:
    """The visible labels and buttons with a sign that no font here can draw."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and (words := words_of(widget)):
            missing = missing_glyphs(words, widget.font())
            if missing:
                yield f"{_name(widget)} has no glyph for {missing!r}"


def missing_glyphs(words: str, font: QFont) -> str:
    """The signs of `words` that `font` and its fallbacks draw as a box."""
    missing = ""
    for sign in dict.fromkeys(words):
        if sign in IGNORABLE or sign.isspace():
            continue
        layout = QTextLayout(sign, font)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        if any(0 in run.glyphIndexes() for run in layout.glyphRuns()):
            missing += sign
    return missing


def words_of(widget: QWidget) -> str:
    if isinstance(widget, QToolButton) and widget.text() and not _shows_text(widget):
        return ""
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    return ""


def _shows_text(widget: QToolButton) -> bool:
    from PySide6.QtCore import Qt

    return widget.toolButtonStyle() is not Qt.ToolButtonStyle.ToolButtonIconOnly


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {words_of(widget)[:40]!r}"
