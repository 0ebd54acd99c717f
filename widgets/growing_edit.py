"""A plain field that is as high as its words, between so many lines and so many."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from widgets.plain_edit import PlainEdit

_SLACK = 4
"""Qt scrolls when the last line only just fits."""


class GrowingEdit(PlainEdit):
    """More than `most` lines scroll. Scripts differ in height: lines are counted as they stand."""

    def __init__(self, *, fewest: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._fewest = fewest
        self._most = most
        self.textChanged.connect(self._grow)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        if not hasattr(self, "_most"):
            return
        margins = self.contentsMargins()
        around = 2 * self.document().documentMargin() + margins.top() + margins.bottom() + _SLACK
        words = self.words_height(self._most * 4 * self.fontMetrics().height())
        first = self.document().firstBlock().layout()
        laid = first.boundingRect().height() / max(first.lineCount(), 1)
        line = max(laid, self.fontMetrics().height())
        tall = round(min(max(words, self._fewest * line), self._most * line) + around)
        if tall != self.height():
            self.setFixedHeight(tall)
