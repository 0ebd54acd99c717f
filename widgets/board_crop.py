"""A picture moved and enlarged in its frame. Parts and points are 0 to 1 of the picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

MOST_ZOOM = 8.0
ZOOM_STEP = 1.25
"""Of a key; a wheel's notch is less."""


def room_to_move(part: QRectF) -> bool:
    """Whether some of the picture is outside its frame."""
    return part.width() < 0.998 or part.height() < 0.998


def panned(part: QRectF, frame: QRectF, way: QPointF) -> QRectF:
    """What is seen when the picture was pulled by `way` pixels of its frame: it follows."""
    if frame.isEmpty():
        return part
    moved = part.translated(
        -way.x() * part.width() / frame.width(), -way.y() * part.height() / frame.height()
    )
    return _inside(moved)


def zoomed(part: QRectF, zoom: float, to: float, held: QPointF) -> QRectF:
    """From one zoom to another; the point `held` (0 to 1 of the frame) stays where it is."""
    to = bounded(to)
    wide, tall = part.width() * zoom / to, part.height() * zoom / to
    fixed_x = part.left() + held.x() * part.width()
    fixed_y = part.top() + held.y() * part.height()
    return _inside(QRectF(fixed_x - held.x() * wide, fixed_y - held.y() * tall, wide, tall))


def bounded(zoom: float) -> float:
    """Very near 1 is 1: the smallest zoom is found again by hand."""
    return 1.0 if zoom < 1.005 else min(zoom, MOST_ZOOM)


def focus_of(part: QRectF) -> QPointF:
    centre = part.center()
    return QPointF(min(max(centre.x(), 0.0), 1.0), min(max(centre.y(), 0.0), 1.0))


def _inside(part: QRectF) -> QRectF:
    wide, tall = min(part.width(), 1.0), min(part.height(), 1.0)
    left = min(max(part.left(), 0.0), 1.0 - wide)
    top = min(max(part.top(), 0.0), 1.0 - tall)
    return QRectF(left, top, wide, tall)
