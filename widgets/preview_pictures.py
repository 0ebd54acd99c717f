"""The pictures of a post as X crops them in its feed: around the middle, in round corners.

One picture keeps its shape from 2:1 to 3:4 and is cropped beyond. Several share 16:9 with two
pixels between them: two halves, one half and two quarters, four quarters.

X documents none of it, and its apps differ. The shapes of one are those that X's apps were seen to
keep (3:4: github.com/BandarHL/BHTwitter/issues/152; 2:1: image-compressor.uk, best image sizes for
X in 2026), those of several are those of X's own embedded posts (vercel/react-tweet, tweet-media).
Guides of 2024 to 2026 agree on two at 7:8 (700x800) and on three as one of 7:8 beside two of 4:7
(1200x686), which these frames are within two parts in a hundred; on four they do not agree. That
the middle is kept is assumed: X has said since 2021 that it no longer looks for faces.
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
_WHOLE = 0.985
"""From here on nobody would see that something is cut off."""
_BADGE = "ALT"
_BADGE_AWAY = 8


def pictures_height(images: Sequence[QImage | None], width: float) -> float:
    image = images[0] if len(images) == 1 else None
    return _height_of((image.width(), image.height()) if image is not None else None, width)


def _height_of(one: tuple[int, int] | None, width: float) -> float:
    """`one`: the size of the only picture; None for several, or one that is not at hand."""
    if one is None or not one[0]:
        return width * _SEVERAL
    return width * min(max(one[1] / one[0], _WIDEST), _TALLEST)


def shown_part(sizes: Sequence[tuple[int, int]], place: int) -> QRectF | None:
    """What the feed shows of one picture of a post, from 0 to 1 of it each way; None: all of it.

    `sizes` are those of all pictures of the part, (width, height) in pixels.
    """
    sizes = sizes[:4]
    if place >= len(sizes) or not all(sizes[place]):
        return None
    wide, tall = sizes[place]
    frame = QRectF(0, 0, 1000, _height_of(sizes[0] if len(sizes) == 1 else None, 1000))
    frame = picture_frames(len(sizes), frame)[place]
    scale = max(frame.width() / wide, frame.height() / tall)
    across = min(frame.width() / scale / wide, 1.0)
    down = min(frame.height() / scale / tall, 1.0)
    if min(across, down) > _WHOLE:
        return None
    return QRectF((1 - across) / 2, (1 - down) / 2, across, down)


def draw_pictures(
    painter: QPainter,
    area: QRectF,
    images: Sequence[QImage | None],
    *,
    described: Sequence[bool],
    lengths: Sequence[str] = (),
    tones: Tones,
    font: QFont,
    mirrored: bool,
) -> None:
    """`described`: whether each has words, for which X puts a badge on it.

    `lengths`: how long each runs, empty for a picture.
    """
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
        if number < len(lengths) and lengths[number]:
            from widgets.play_sign import draw_length

            draw_length(painter, frame, lengths[number], font, mirrored=mirrored, away=_BADGE_AWAY)
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
