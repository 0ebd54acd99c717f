"""A plain field that begins where its words begin: an Arabic answer at the right.

In a right-to-left window every field begins at the right, below its label.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from widgets.document_text import text_of
from widgets.text_block import direction_of

_LOOKED_AT = 400


class PlainEdit(QPlainTextEdit):
    """Follows its words; while it is empty, the window's direction.

    QPlainTextEdit finds a paragraph's direction, but leaves every one of them at the left.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._way: tuple[Qt.LayoutDirection, bool] | None = None
        self.document().contentsChanged.connect(self._follow)
        self._follow()

    def text(self) -> str:
        return text_of(self.document())

    def words_height(self, most: float) -> float:
        """Of its lines as they stand, without a margin; counts no further than `most`."""
        high, block = 0.0, self.document().firstBlock()
        while block.isValid() and high < most:
            # Asked for, a block is laid out; the answer for the last has a margin in it.
            asked = self.blockBoundingRect(block).height()
            high += block.layout().boundingRect().height() or asked
            block = block.next()
        return high

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._follow()

    def _follow(self) -> None:
        way = direction_of(self.text()[:_LOOKED_AT], self.layoutDirection())
        mirrored = self.isRightToLeft() or way is Qt.LayoutDirection.RightToLeft
        if (way, mirrored) == self._way:
            return
        self._way = way, mirrored
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(way)
        if mirrored:
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self.document().setDefaultTextOption(option)
