"""A post's first picture in small; a quiet tile keeps its place where it is not at hand."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen

from widgets.cropped import draw_cropped
from widgets.tones import Tones, mix

SIDE = 48
_RADIUS = 8
_GLYPH = 18.0


def draw_thumbnail(
    painter: QPainter, frame: QRectF, image: QImage | None, tones: Tones, *, faint: bool = False
) -> None:
    """None while a picture is read, and for one that only X has. `faint`: of what is over."""
    if image is not None:
        draw_cropped(painter, frame, image, radius=_RADIUS)
    else:
        draw_place(painter, frame, tones, faint=faint, radius=_RADIUS)


def draw_place(
    painter: QPainter, frame: QRectF, tones: Tones, *, faint: bool = False, radius: float = 0
) -> None:
    """Where a picture stands that is not at hand. Leaves the painter as it was."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mix(tones.window if faint else tones.surface, tones.text, 0.06))
    painter.drawRoundedRect(frame, radius, radius)
    pen = QPen(tones.quiet, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _draw_glyph(painter, frame.center() - QPointF(_GLYPH, _GLYPH) / 2)
    painter.restore()


def _draw_glyph(painter: QPainter, corner: QPointF) -> None:
    """A hill and a sun in a frame: the sign of a picture."""
    box = QRectF(corner.x() + 1, corner.y() + 1, _GLYPH - 2, _GLYPH - 2)
    painter.drawRoundedRect(box, 3, 3)
    painter.drawEllipse(box.topLeft() + QPointF(5, 5), 1.6, 1.6)
    hill = QPainterPath(QPointF(box.left() + 3, box.bottom()))
    hill.lineTo(box.left() + 10.5, box.top() + 7.5)
    hill.lineTo(box.right(), box.top() + 12)
    painter.drawPath(hill)
