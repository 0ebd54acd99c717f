"""The pictures of a post as X crops them in its feed: around the middle, in round corners.

One picture keeps its shape from 2:1 to 3:4 and is cropped beyond. Several share 16:9 with two
pixels between them: two halves, one half and two quarters, four quarters.

X documents none of it. The shapes of one are those that X's apps were seen to keep (3:4:
github.com/BandarHL/BHTwitter/issues/152; 2:1: image-compressor.uk, best image sizes for X in
2026), those of several are those of X's own embedded posts (vercel/react-tweet, tweet-media).
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from widgets.cropped import draw_cropped
from widgets.picture_frames import picture_frames
from widgets.thumbnail import draw_place
from widgets.tones import Tones
from widgets.type_scale import CAPTION, sized

_ROUND = 14
_SEVERAL = 9 / 16
_WIDEST = 1 / 2
_TALLEST = 4 / 3
_BADGE = "ALT"
_BADGE_AWAY = 8


def pictures_height(images: Sequence[QImage | None], width: float) -> float:
    image = images[0] if len(images) == 1 else None
    if image is None or not image.width():
        return width * _SEVERAL
    return width * min(max(image.height() / image.width(), _WIDEST), _TALLEST)


def draw_pictures(
    painter: QPainter,
    area: QRectF,
    images: Sequence[QImage | None],
    *,
    described: Sequence[bool],
    tones: Tones,
    font: QFont,
    mirrored: bool,
) -> None:
    """`described`: whether each has words, for which X puts a badge on it."""
    clip = QPainterPath()
    clip.addRoundedRect(area, _ROUND, _ROUND)
    images = images[:4]
    frames = picture_frames(len(images), area, mirrored=mirrored)
    for number, (image, frame) in enumerate(zip(images, frames, strict=True)):
        if image is not None:
            draw_cropped(painter, frame, image, clip=clip)
        else:
            painter.save()
            painter.setClipPath(clip)
            draw_place(painter, frame, tones)
            painter.restore()
        if number < len(described) and described[number]:
            _draw_badge(painter, frame, font, mirrored=mirrored)
    painter.setPen(QPen(tones.line, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(clip)


def _draw_badge(painter: QPainter, frame: QRectF, font: QFont, *, mirrored: bool) -> None:
    own = sized(font, CAPTION, strong=True)
    metrics = QFontMetricsF(own)
    box = QRectF(0, 0, metrics.horizontalAdvance(_BADGE) + 10, metrics.height() + 2)
    box.moveBottom(frame.bottom() - _BADGE_AWAY)
    if mirrored:
        box.moveRight(frame.right() - _BADGE_AWAY)
    else:
        box.moveLeft(frame.left() + _BADGE_AWAY)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 190))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor("#FFFFFF"))
    painter.setFont(own)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _BADGE)
