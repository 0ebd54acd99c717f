"""A wide picture that is chosen by pressing it; dotted with a plus while there is none."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.cropped import draw_cropped
from widgets.pressable import Pressable
from widgets.strokes import draw_plus
from widgets.tones import mix, tones_of
from widgets.type_scale import BASE, sized

_TALL = 180
_ROUND = 12


class PictureButton(Pressable):
    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_image(self, image: QImage | None) -> None:
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, _TALL)

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._image is not None:
            draw_cropped(painter, box, self._image, radius=_ROUND)
            return
        painter.setPen(QPen(tones.border, 1, Qt.PenStyle.DashLine))
        painter.setBrush(mix(tones.surface, tones.text, 0.05 if self.underMouse() else 0.0))
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        middle = box.center() - QPointF(0, 14)
        draw_plus(painter, middle, tones.quiet, arm=8)
        painter.setFont(sized(self.font(), BASE))
        words = QRectF(0, middle.y() + 20, self.width(), 24)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
