"""What tells a video from a picture: a sign to play it, and how long it runs."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QLinearGradient, QPainter, QPolygonF

from widgets.type_scale import CAPTION, sized

_ABOVE, _BELOW = QColor("#3A424C"), QColor("#1B2026")
_SIGN = QColor(255, 255, 255, 235)
_DISC = QColor(0, 0, 0, 110)
_PAD = 5


def poster(width: int, height: int, most: int) -> QImage:
    """A dark tile of the video's own shape, at most `most` on a side, with the sign on it.

    Any thread: nothing is written on it.
    """
    scale = most / max(width, height, 1)
    image = QImage(
        max(round(width * scale), 8), max(round(height * scale), 8), QImage.Format.Format_RGB32
    )
    area = QRectF(image.rect())
    ground = QLinearGradient(area.topLeft(), area.bottomRight())
    ground.setColorAt(0, _ABOVE)
    ground.setColorAt(1, _BELOW)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(area, ground)
    draw_sign(painter, area.center(), min(area.width(), area.height()) * 0.16)
    painter.end()
    return image


def draw_sign(painter: QPainter, middle: QPointF, radius: float) -> None:
    """It points to the right in every language, as on every player."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_DISC)
    painter.drawEllipse(middle, radius, radius)
    painter.setBrush(_SIGN)
    reach = radius * 0.5
    painter.drawPolygon(
        QPolygonF(
            [
                middle + QPointF(-reach * 0.7, -reach),
                middle + QPointF(-reach * 0.7, reach),
                middle + QPointF(reach * 1.05, 0),
            ]
        )
    )


def draw_length(
    painter: QPainter, frame: QRectF, words: str, font: QFont, *, mirrored: bool, away: float = 5
) -> None:
    """`0:42` in the lower corner at the end. Leaves another pen and brush."""
    own = sized(font, CAPTION, strong=True)
    metrics = QFontMetricsF(own)
    box = QRectF(0, 0, metrics.horizontalAdvance(words) + 2 * _PAD, metrics.height() + 2)
    box.moveBottom(frame.bottom() - away)
    if mirrored:
        box.moveLeft(frame.left() + away)
    else:
        box.moveRight(frame.right() - away)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 190))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor("#FFFFFF"))
    painter.setFont(own)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
