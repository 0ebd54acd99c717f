"""The sheets of a thread under each other, joined by a line; one of them alone is a post."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.compose.sheet import Sheet
from ui.compose.sheet_head import FACE
from ui.theme import MEASURES
from widgets.tones import tones_of

_LINE = 2


class Sheets(QWidget):
    arranged = Signal()
    """They stand in another order, or others came or went."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets: list[Sheet] = []
        self._mark = _Mark(self)
        self._mark.hide()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(MEASURES.s16)

    def put(self, sheets: Sequence[Sheet]) -> None:
        """In this order; those no longer among them are let go."""
        for gone in self._sheets:
            if gone not in sheets:
                self._box.removeWidget(gone)
        others = list(sheets) != self._sheets
        self._sheets = list(sheets)
        for place, sheet in enumerate(sheets):
            if self._box.indexOf(sheet) != place:
                self._box.insertWidget(place, sheet)
                sheet.show()
        self.update()
        if others:
            self.arranged.emit()

    def place_at(self, at: QPoint, held: int) -> int | None:
        """Where the sheet `held` would come to lie if it were dropped at a point of the screen.

        None where it lies already.
        """
        y = self.mapFromGlobal(at).y()
        place = sum(
            sheet.geometry().center().y() < y
            for number, sheet in enumerate(self._sheets)
            if number != held
        )
        return None if place == held else place

    def show_gap(self, place: int | None, held: int) -> None:
        """Marks where the dragged sheet `held` would come to lie."""
        self._mark.setVisible(place is not None)
        if place is None:
            return
        others = [sheet for number, sheet in enumerate(self._sheets) if number != held]
        between = MEASURES.s8 + _LINE // 2
        y = others[place].y() - between if place < len(others) else self.height() - _LINE
        self._mark.setGeometry(0, max(y, 0), self.width(), _LINE)
        self._mark.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        middle = MEASURES.s24 + FACE / 2
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            middle = self.width() - middle
        painter = _filling(self, tones_of(self).line)
        for sheet in self._sheets[:-1]:
            top = sheet.geometry().bottom() + 1
            painter.drawRect(QRectF(middle - _LINE / 2, top, _LINE, MEASURES.s16))


class _Mark(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        _filling(self, tones_of(self).accent).drawRect(self.rect())


def _filling(widget: QWidget, colour: QColor) -> QPainter:
    """For `drawRect`: asked for `fillRect`, PySide makes all 180 gradients that Qt names."""
    painter = QPainter(widget)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    return painter
