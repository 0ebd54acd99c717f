"""A small drawing of a board's proportions, in the colour of the words beside it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPen, QPixmap

from ui.icons import drawn_by
from widgets.tones import Tones

_GRID = 18.0
"""The drawing's own size, as the icons beside it have."""
_SIDE = 15.0
_STROKE = 1.5


def shape_icon(ratio: float) -> QIcon:
    """`ratio`: width by height."""
    return drawn_by(_ShapeIcon(ratio))


class _ShapeIcon(QIconEngine):
    def __init__(self, ratio: float) -> None:
        super().__init__()
        self._ratio = ratio

    def clone(self) -> QIconEngine:
        return _ShapeIcon(self._ratio)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        tones = Tones(QGuiApplication.palette())
        colour = tones.text if state is QIcon.State.On else tones.quiet
        unit = min(rect.width(), rect.height()) / _GRID
        wide = unit * (_SIDE if self._ratio >= 1 else _SIDE * self._ratio)
        box = QRectF(0, 0, wide, wide / self._ratio)
        box.moveCenter(QRectF(rect).center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, unit * _STROKE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 2 * unit, 2 * unit)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(  # noqa: N802 (Qt's name)
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """`size` is in device pixels."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        return pixmap
