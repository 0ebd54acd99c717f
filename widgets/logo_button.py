"""A round picture that is chosen by pressing it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.cropped import draw_cropped
from widgets.pressable import Pressable
from widgets.strokes import draw_plus
from widgets.tones import mix, tones_of

_SIDE = 72


class LogoButton(Pressable):
    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_image(self, image: QImage | None) -> None:
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._image is not None:
            draw_cropped(painter, box, self._image, radius=box.width() / 2)
            painter.setPen(QPen(tones.line, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box)
            return
        painter.setPen(QPen(tones.border, 1, Qt.PenStyle.DashLine))
        painter.setBrush(mix(tones.surface, tones.text, 0.05 if self.underMouse() else 0.0))
        painter.drawEllipse(box)
        draw_plus(painter, box.center(), tones.quiet, arm=7)
