"""Draws a picture so that it fills a frame, cut around a point, with round corners."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath


def source_part(image: QImage, frame: QRectF, focus: QPointF | None = None) -> QRectF:
    """The part of the picture, in its own pixels, that fills `frame`; `focus` is 0 to 1."""
    wide, tall = float(image.width()), float(image.height())
    if not wide or not tall or not frame.width() or not frame.height():
        return QRectF()
    scale = max(frame.width() / wide, frame.height() / tall)
    width, height = frame.width() / scale, frame.height() / scale
    centre = focus or QPointF(0.5, 0.5)
    left = min(max(centre.x() * wide - width / 2, 0.0), wide - width)
    top = min(max(centre.y() * tall - height / 2, 0.0), tall - height)
    return QRectF(left, top, width, height)


def draw_cropped(
    painter: QPainter,
    frame: QRectF,
    image: QImage,
    *,
    radius: float = 0,
    clip: QPainterPath | None = None,
) -> None:
    """Leaves the painter as it was. `clip` is for several pictures in one round frame."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if clip is not None:
        painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    elif radius:
        path = QPainterPath()
        path.addRoundedRect(frame, radius, radius)
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    part = source_part(image, frame)
    # Halving first keeps small thumbnails of large pictures from looking jagged.
    ratio = painter.device().devicePixelRatioF() if painter.device() else 1.0
    if part.width() > frame.width() * ratio * 2:
        image = image.copy(part.toAlignedRect()).scaled(
            (frame.size() * ratio).toSize(),
            Qt.AspectRatioMode.KeepAspectRatioByExpanding,
            Qt.TransformationMode.SmoothTransformation,
        )
        part = source_part(image, frame)
    painter.drawImage(frame, image, part)
    painter.restore()
