"""A whole picture, with what a frame would cut off it dimmed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.play_sign import draw_length
from widgets.tones import tones_of

_RADIUS = 8
_VEIL = QColor(0, 0, 0, 150)


class CutView(QWidget):
    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._shown: QRectF | None = None
        self._sign = ""
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_image(self, image: QImage | None) -> None:
        self._image = image
        self.update()

    def set_shown(self, part: QRectF | None) -> None:
        """What is seen of the picture, from 0 to 1 of it each way; None: all of it."""
        self._shown = part
        self.update()

    def set_sign(self, words: str) -> None:
        """Stands in the lower corner at the end of the picture; empty: none."""
        self._sign = words
        self.update()

    @property
    def sign(self) -> str:
        return self._sign

    @property
    def shown(self) -> QRectF | None:
        return self._shown

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones_of(self).line)
        painter.drawRoundedRect(self.rect(), _RADIUS, _RADIUS)
        if self._image is None or self._image.isNull():
            return
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(0, 0, size.width(), size.height())
        box.moveCenter(QRectF(self.rect()).center())
        painter.drawImage(box, self._image)
        if self._shown is not None:
            self._dim(painter, box, self._shown)
        if self._sign:
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            draw_length(painter, box, self._sign, self.font(), mirrored=mirrored)

    def _dim(self, painter: QPainter, box: QRectF, part: QRectF) -> None:
        seen = QRectF(
            box.left() + part.left() * box.width(),
            box.top() + part.top() * box.height(),
            part.width() * box.width(),
            part.height() * box.height(),
        )
        veil, hole = QPainterPath(), QPainterPath()
        veil.addRect(box)
        hole.addRect(seen)
        painter.setBrush(_VEIL)
        painter.drawPath(veil.subtracted(hole))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor("#FFFFFF"), 1.5))
        painter.drawRect(seen.adjusted(0.75, 0.75, -0.75, -0.75))
