"""Two signs drawn stroke by stroke: a plus where something is added, a cross to take it out."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen


def draw_plus(
    painter: QPainter, middle: QPointF, colour: QColor, *, arm: float, width: float = 1.75
) -> None:
    _stroke(painter, middle, colour, width, QPointF(arm, 0), QPointF(0, arm))


def draw_cross(painter: QPainter, middle: QPointF, colour: QColor) -> None:
    _stroke(painter, middle, colour, 1.5, QPointF(3.5, 3.5), QPointF(3.5, -3.5))


def _stroke(
    painter: QPainter, middle: QPointF, colour: QColor, width: float, *arms: QPointF
) -> None:
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for arm in arms:
        painter.drawLine(middle - arm, middle + arm)
