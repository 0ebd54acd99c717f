"""Small drawings of a board: its proportions, how its pictures stand, one of its corners."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPen, QPixmap

from services.media.board_values import Arrangement
from ui.icons import drawn_by
from widgets.tones import Tones, faded

_GRID = 18.0
"""The drawing's own size, as the icons beside it have."""
_SIDE = 15.0
_STROKE = 1.5
_WIDE = 1.25
"""Of the board in which arrangements are drawn: width by height."""

Box = tuple[float, float, float, float]
"""Left, top, width, height, each in parts of the board."""

_ARRANGED: dict[Arrangement, tuple[Box, ...]] = {
    Arrangement.GRID: (
        (0.0, 0.0, 0.44, 0.42),
        (0.56, 0.0, 0.44, 0.42),
        (0.0, 0.58, 0.44, 0.42),
        (0.56, 0.58, 0.44, 0.42),
    ),
    Arrangement.HERO: (
        (0.0, 0.0, 0.6, 1.0),
        (0.72, 0.0, 0.28, 0.42),
        (0.72, 0.58, 0.28, 0.42),
    ),
    Arrangement.STRIP: (
        (0.0, 0.0, 0.24, 1.0),
        (0.38, 0.0, 0.24, 1.0),
        (0.76, 0.0, 0.24, 1.0),
    ),
    Arrangement.MOSAIC: (
        (0.0, 0.0, 0.34, 0.42),
        (0.46, 0.0, 0.54, 0.42),
        (0.0, 0.58, 0.56, 0.42),
        (0.68, 0.58, 0.32, 0.42),
    ),
}


@dataclass(frozen=True, slots=True)
class _Drawing:
    """`ratio` is width by height. `framed`: the board's own edge is drawn, too."""

    ratio: float
    boxes: tuple[Box, ...] = ()
    framed: bool = True
    dashed: bool = False


def shape_icon(ratio: float, *, dashed: bool = False) -> QIcon:
    """`ratio`: width by height. `dashed`: of no fixed proportions."""
    return drawn_by(_Engine(_Drawing(ratio, dashed=dashed)))


def arrangement_icon(arrangement: Arrangement, *, mirrored: bool) -> QIcon:
    boxes = _ARRANGED[arrangement]
    if mirrored:
        boxes = tuple((1 - x - w, y, w, h) for x, y, w, h in boxes)
    return drawn_by(_Engine(_Drawing(_WIDE, boxes, framed=False)))


def corner_icon(*, right: bool, low: bool) -> QIcon:
    box = (0.54 if right else 0.14, 0.54 if low else 0.14, 0.32, 0.32)
    return drawn_by(_Engine(_Drawing(_WIDE, (box,))))


def captions_icon(boxes: Sequence[Box]) -> QIcon:
    return drawn_by(_Engine(_Drawing(_WIDE, tuple(boxes))))


class _Engine(QIconEngine):
    def __init__(self, drawing: _Drawing) -> None:
        super().__init__()
        self._drawing = drawing

    def clone(self) -> QIconEngine:
        return _Engine(self._drawing)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        tones = Tones(QGuiApplication.palette())
        colour = tones.text if state is QIcon.State.On else tones.quiet
        if mode is QIcon.Mode.Disabled:
            colour = faded(colour)
        drawing = self._drawing
        unit = min(rect.width(), rect.height()) / _GRID
        wide = unit * (_SIDE if drawing.ratio >= 1 else _SIDE * drawing.ratio)
        box = QRectF(0, 0, wide, wide / drawing.ratio)
        box.moveCenter(QRectF(rect).center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if drawing.framed:
            pen = QPen(colour, unit * _STROKE)
            if drawing.dashed:
                pen.setDashPattern([1.6, 1.6])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 2 * unit, 2 * unit)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for x, y, w, h in drawing.boxes:
            part = QRectF(
                box.left() + x * box.width(),
                box.top() + y * box.height(),
                w * box.width(),
                h * box.height(),
            )
            painter.drawRoundedRect(part, unit, unit)
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
