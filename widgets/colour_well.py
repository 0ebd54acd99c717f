"""A colour that is chosen by pressing it: a filled disc, or an empty one with a plus."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.pressable import Pressable
from widgets.strokes import draw_plus
from widgets.tones import tones_of

_SIDE = 32


class ColourWell(Pressable):
    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = ""
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_colour("")

    @property
    def colour(self) -> str:
        """`#rrggbb`, or empty."""
        return self._colour

    def set_colour(self, colour: str) -> None:
        self._colour = colour
        self.setAccessibleName(f"{self._name} {colour}".strip())
        self.setToolTip(f"{self._name} {colour}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self._colour:
            painter.setPen(QPen(tones.border, 1))
            painter.setBrush(QColor(self._colour))
            painter.drawEllipse(box)
            return
        painter.setPen(QPen(tones.border, 1, Qt.PenStyle.DashLine))
        painter.drawEllipse(box)
        draw_plus(painter, box.center(), tones.quiet, arm=5, width=1.5)
