"""Where X puts the pictures of a post."""

from __future__ import annotations

from PySide6.QtCore import QRectF

_BETWEEN = 2


def picture_frames(count: int, area: QRectF, *, mirrored: bool = False) -> tuple[QRectF, ...]:
    """Where X puts 1 to 4 pictures; mirrored, the first stands at the right."""
    half_w, half_h = (area.width() - _BETWEEN) / 2, (area.height() - _BETWEEN) / 2
    near, far = area.left(), area.left() + half_w + _BETWEEN
    top, below = area.top(), area.top() + half_h + _BETWEEN
    if mirrored:
        near, far = far, near
    first = QRectF(near, top, half_w, area.height() if count < 4 else half_h)
    beside = QRectF(far, top, half_w, area.height() if count == 2 else half_h)
    if count == 1:
        return (area,)
    if count == 2:
        return (first, beside)
    corner = QRectF(far, below, half_w, half_h)
    if count == 3:
        return (first, beside, corner)
    return (first, beside, QRectF(near, below, half_w, half_h), corner) if count == 4 else ()
