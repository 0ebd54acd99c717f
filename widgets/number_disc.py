"""A number in a disc: the same stands in a list of things to do and in the picture beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.tones import Tones, tones_of
from widgets.type_scale import CAPTION, icon_times, sized

SIDE = 20


class NumberDisc(QWidget):
    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = round(SIDE * icon_times(self.font()))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2, self.height() / 2)
        draw_number(
            painter,
            centre,
            self.locale().toString(self._number),
            side=self.width(),
            tones=tones_of(self),
            font=self.font(),
        )
        painter.end()


def draw_number(
    painter: QPainter, centre: QPointF, number: str, *, side: float, tones: Tones, font: QFont
) -> None:
    box = QRectF(0, 0, side, side)
    box.moveCenter(centre)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tones.accent)
    painter.drawEllipse(box)
    painter.setFont(sized(font, CAPTION, strong=True))
    painter.setPen(tones.on_accent)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)
