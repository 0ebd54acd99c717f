"""Signs drawn stroke by stroke: a plus to add, a cross to take out, a tick for what is done."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen


def draw_plus(
    painter: QPainter, middle: QPointF, colour: QColor, *, arm: float, width: float = 1.75
) -> None:
    _stroke(painter, middle, colour, width, QPointF(arm, 0), QPointF(0, arm))


def draw_cross(painter: QPainter, middle: QPointF, colour: QColor, *, arm: float = 3.5) -> None:
    _stroke(painter, middle, colour, 1.5, QPointF(arm, arm), QPointF(arm, -arm))


def draw_tick(painter: QPainter, middle: QPointF, colour: QColor, *, size: float) -> None:
    """`size` is its width. The same way round in every script."""
    pen = QPen(colour, 1.75, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    half = size / 2
    foot = middle + QPointF(-half * 0.25, half * 0.65)
    painter.drawPolyline([middle + QPointF(-half, 0), foot, middle + QPointF(half, -half * 0.65)])


def _stroke(
    painter: QPainter, middle: QPointF, colour: QColor, width: float, *arms: QPointF
) -> None:
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for arm in arms:
        painter.drawLine(middle - arm, middle + arm)
