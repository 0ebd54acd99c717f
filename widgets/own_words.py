"""Somebody's words to read and to copy: what leaves them is what was written.

A line on the screen needs marks (`widgets.isolates`) that belong in no other place, so every way
out is our own: the keys, the menu, a selection for the middle button, and a drag.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import (
    QAction,
    QClipboard,
    QContextMenuEvent,
    QDrag,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from widgets.isolates import breakable, isolated, written
from widgets.soft_menu import SoftMenu
from widgets.text_block import direction_of
from widgets.utf16 import to_points, units

_LINE = 1.7
"""Of the size of the letters, as Arabic needs it (look.md)."""
_EMPTY = "\u00a0"
"""Keeps an empty paragraph as high as the others."""


class OwnWords(QLabel):
    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = text
        self._shown = "\n".join(_shown(line) for line in text.split("\n"))
        self._grip: QPoint | None = None
        self._line = 0
        self.setTextFormat(Qt.TextFormat.RichText)
        self._show()
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if event.type() in kinds and hasattr(self, "_line"):
            self._show()

    def chosen(self) -> str:
        """What is selected, as it was written."""
        start = self.selectionStart()
        if start < 0:
            return ""
        ends = (start, start + units(self.selectedText()))
        first, last = (to_points(self._shown, end) for end in ends)
        return written(self._own, self._shown, start=first, end=last)

    def choose_all(self) -> None:
        self.setSelection(0, units(self._shown))

    def copy(self) -> None:
        if self.hasSelectedText():
            QGuiApplication.clipboard().setText(self.chosen())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.choose_all()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = SoftMenu("", self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = QAction(self.tr("Copy"), menu)
        copy.setEnabled(self.hasSelectedText())
        copy.triggered.connect(self.copy)
        every = QAction(self.tr("Select all"), menu)
        every.triggered.connect(self.choose_all)
        menu.addActions((copy, every))
        menu.popup(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        left = event.button() is Qt.MouseButton.LeftButton
        # Qt lets go of a selection at once, unless it was pressed itself.
        self._grip = event.position().toPoint() if left and self.hasSelectedText() else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            super().mouseMoveEvent(event)
            return
        way = (event.position().toPoint() - self._grip).manhattanLength()
        if way >= QApplication.startDragDistance():
            self._grip = None
            words = QMimeData()
            words.setText(self.chosen())
            drag = QDrag(self)
            drag.setMimeData(words)
            drag.exec(Qt.DropAction.CopyAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        super().mouseReleaseEvent(event)
        clipboard = QGuiApplication.clipboard()
        if self.hasSelectedText() and clipboard.supportsSelection():
            clipboard.setText(self.chosen(), QClipboard.Mode.Selection)

    def _show(self) -> None:
        line = round(self.fontInfo().pixelSize() * _LINE)
        if line != self._line:
            self._line = line
            self.setText(as_paragraphs(self._own, self.layoutDirection(), line=line))


def as_paragraphs(text: str, otherwise: Qt.LayoutDirection, *, line: int) -> str:
    """Plain words as rich text, each paragraph in its own direction. Nothing in it is markup.

    Lines are `line` high in any script: other scripts come from other fonts, with heights of
    their own, and a share of those would set Arabic half as far apart again.
    """
    paragraphs = []
    for words in text.split("\n"):
        rightwards = direction_of(words, otherwise) is Qt.LayoutDirection.LeftToRight
        way = "ltr" if rightwards else "rtl"
        side = "left" if rightwards else "right"
        paragraphs.append(
            f'<p dir="{way}" align="{side}" '
            f'style="margin:0; -qt-line-height-type:fixed; line-height:{line}px; '
            f'white-space:pre-wrap">{escape(_shown(words))}</p>'
        )
    return "".join(paragraphs)


def _shown(line: str) -> str:
    return breakable(isolated(line)) or _EMPTY
