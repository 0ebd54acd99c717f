"""The pictures of a post in a row: tiles that can be dragged or moved by keys, and a "+".

A tile is a button: pressing it (or its ALT badge) asks for the description, its × or Delete asks
to take it out, Ctrl with an arrow key moves it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from widgets.image_tile import TILE, ImageTile
from widgets.strokes import draw_plus
from widgets.tones import tones_of

_GAP = 12


class TileValue(NamedTuple):
    id: str
    image: QImage | None
    """None while it is still being read."""
    described: bool
    name: str
    """What a screen reader calls it: its description, or its file's name."""
    length: str = ""
    """How long it runs, for a video."""
    moves: bool = False
    """A picture that moves."""


class ImageStrip(QWidget):
    add_asked = Signal()
    alt_asked = Signal(str)
    remove_asked = Signal(str)
    moved = Signal(object)
    """A tuple of all ids in their new order."""

    def __init__(self, parent: QWidget | None = None, *, most: int = 4) -> None:
        super().__init__(parent)
        self._most = most
        self._tiles: list[ImageTile] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._plus = _Plus(self)
        self._plus.clicked.connect(self.add_asked)
        self._row.addWidget(self._plus)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_tiles(self, values: Sequence[TileValue], *, full: bool = False) -> None:
        """Shows these pictures; a tile that stays keeps its focus. `full`: no other may join."""
        kept = {tile.id: tile for tile in self._tiles}
        wanted = {value.id for value in values}
        for tile_id, tile in kept.items():
            if tile_id not in wanted:
                self._row.removeWidget(tile)
                tile.hide()
                tile.deleteLater()
        self._tiles = []
        for place, value in enumerate(values):
            tile = kept.get(value.id) or self._new_tile(value.id)
            tile.show_value(
                value.image, value.described, value.name, value.length, moves=value.moves
            )
            tile.set_place(place + 1, len(values))
            self._row.insertWidget(place, tile)
            tile.show()
            self._tiles.append(tile)
        self._plus.setVisible(len(values) < self._most and not full)

    def ids(self) -> tuple[str, ...]:
        return tuple(tile.id for tile in self._tiles)

    def tiles(self) -> tuple[ImageTile, ...]:
        return tuple(self._tiles)

    @property
    def plus(self) -> QAbstractButton:
        return self._plus

    def _new_tile(self, tile_id: str) -> ImageTile:
        tile = ImageTile(tile_id, self)
        tile.alt_asked.connect(self.alt_asked)
        tile.remove_asked.connect(self.remove_asked)
        tile.step_asked.connect(self._on_step_asked)
        tile.dropped.connect(self._on_dropped)
        return tile

    def _on_step_asked(self, tile_id: str, step: int) -> None:
        """`step` is +1 towards the end of the row, -1 towards its start."""
        self._move(tile_id, self.ids().index(tile_id) + step)

    def _on_dropped(self, tile_id: str, middle: QPoint) -> None:
        distance = middle.x() - _GAP // 2
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            distance = self.width() - distance
        place = distance // (TILE + _GAP)
        self._move(tile_id, place)

    def _move(self, tile_id: str, place: int) -> None:
        before = self.ids()
        order = [each for each in before if each != tile_id]
        order.insert(min(max(place, 0), len(order)), tile_id)
        if tuple(order) == before:
            self._row.invalidate()
            self._row.activate()
            return
        self.moved.emit(tuple(order))


class _Plus(QAbstractButton):
    """The last tile: adds a picture."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(TILE, TILE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Add a picture"))
        self.setToolTip(self.tr("Add a picture"))

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = tones_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lively = self.underMouse() or self.hasFocus()
        pen = QPen(tones.accent if self.hasFocus() else tones.border, 2 if self.hasFocus() else 1)
        if not self.hasFocus():
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(tones.window if lively else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
        draw_plus(painter, QPointF(self.rect().center()), tones.quiet, arm=7)
