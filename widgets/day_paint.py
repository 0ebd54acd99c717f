"""What the days of a week and a month have drawn on them: hatching, and where something lands."""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from widgets.tones import Tones, mix

ROUND = 12
_HATCH = 8


def draw_target(painter: QPainter, place: QRectF, line: QColor, ground: QColor) -> None:
    """Where something lands that is being dragged."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, 2, Qt.PenStyle.DashLine))
    painter.setBrush(ground)
    painter.drawRoundedRect(place.adjusted(1.5, 1.5, -1.5, -1.5), ROUND, ROUND)


def hatch_tone(tones: Tones) -> QColor:
    """Seen on the window and on a card; in the dark a line of ours is nearly the card itself."""
    return mix(tones.line, tones.border, 0.45 if tones.dark else 0.2)


def draw_hatch(
    painter: QPainter,
    ground: QRectF,
    colour: QColor,
    *,
    but: list[QRect],
    seen: QRect,
    radius: float = ROUND,
) -> None:
    """Lines from the lower left to the upper right, in both directions of reading.

    None runs through the words of a card. Only what is `seen` is drawn: a day may be long.
    """
    area = ground.intersected(QRectF(seen))
    painter.save()
    clip = QPainterPath()
    clip.addRoundedRect(ground, radius, radius)
    for place in but:
        if area.intersects(place):
            card = QPainterPath()
            card.addRoundedRect(QRectF(place), radius, radius)
            clip -= card
    painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(colour, 1))
    # Along such a line x + y stays the same, and the ground's corner is on one of them.
    corner = ground.left() + ground.top()
    first = ceil((area.left() + area.top() - corner) / _HATCH)
    last = floor((area.right() + area.bottom() - corner) / _HATCH)
    for number in range(first, last + 1):
        at = corner + number * _HATCH
        painter.drawLine(
            QPointF(at - area.bottom(), area.bottom()), QPointF(at - area.top(), area.top())
        )
    painter.restore()
