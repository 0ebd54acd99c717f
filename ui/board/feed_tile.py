"""Paints one picture of a feed: the picture, its title, and whether it is chosen or went wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.icons import icon
from widgets.cropped import draw_cropped
from widgets.number_disc import draw_number
from widgets.rows_model import ROW
from widgets.text_block import direction_of, draw_lines
from widgets.thumbnail import draw_place
from widgets.tones import Tones, tones_of
from widgets.type_scale import CAPTION, icon_times, sized

if TYPE_CHECKING:
    from ui.board.feed_grid import Tile

Index = QModelIndex | QPersistentModelIndex
_GAP = 8
_RADIUS = 8
_DISC = 24
_INSET = 8
_SIGN = 20


def tile_height(font: QFont, width: int) -> int:
    """The picture is as high as wide; below it stands one line."""
    return width + QFontMetrics(sized(font, CAPTION)).height() + _GAP


class TileDelegate(QStyledItemDelegate):
    def __init__(self, view: QListView, image_of: Callable[[int], QImage | None]) -> None:
        super().__init__(view)
        self._view = view
        self._image_of = image_of
        self._warning = icon("triangle-alert", tone="amber")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._view.gridSize()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """The grid itself hears clicks, on the whole tile."""
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tones = tones_of(self._view)
        tile: Tile = index.data(ROW)
        area = QRectF(option.rect).adjusted(_GAP / 2, _GAP / 2, -_GAP / 2, -_GAP / 2)
        frame = QRectF(area.left(), area.top(), area.width(), area.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        image = self._image_of(index.row())
        if image is None:
            draw_place(painter, frame, tones, radius=_RADIUS)
        else:
            draw_cropped(painter, frame, image, radius=_RADIUS)
        self._outline(painter, option, index, frame, tile, tones)
        if tile.wrong:
            self._sign(painter, frame, tones)
        elif tile.place:
            self._number(painter, frame, tile.place, tones)
        self._title(painter, option, area, frame, tile.title, tones)
        painter.restore()

    def _outline(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        frame: QRectF,
        tile: Tile,
        tones: Tones,
    ) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if tile.place:
            painter.setPen(QPen(tones.accent, 3))
            painter.drawRoundedRect(frame.adjusted(1.5, 1.5, -1.5, -1.5), _RADIUS, _RADIUS)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(tones.border, 2))
            painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setPen(QPen(tones.accent, 2))
            painter.drawRoundedRect(frame.adjusted(-2.5, -2.5, 2.5, 2.5), 10, 10)

    def _number(self, painter: QPainter, frame: QRectF, place: int, tones: Tones) -> None:
        side = round(_DISC * icon_times(self._view.font()))
        centre = self._corner(frame, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones.surface)
        painter.drawEllipse(centre, side / 2 + 2, side / 2 + 2)
        draw_number(
            painter,
            centre,
            self._view.locale().toString(place),
            side=side,
            tones=tones,
            font=self._view.font(),
        )

    def _sign(self, painter: QPainter, frame: QRectF, tones: Tones) -> None:
        centre = self._corner(frame, _DISC)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones.surface)
        painter.drawEllipse(centre, _DISC / 2 + 2, _DISC / 2 + 2)
        spot = QRectF(0, 0, _SIGN, _SIGN)
        spot.moveCenter(centre)
        self._warning.paint(painter, spot.toRect())

    def _corner(self, frame: QRectF, side: float) -> QPointF:
        """Where the sign of a tile has its middle: at the end of the upper edge."""
        from_edge = _INSET + side / 2
        mirrored = self._view.isRightToLeft()
        x = frame.left() + from_edge if mirrored else frame.right() - from_edge
        return QPointF(x, frame.top() + from_edge)

    def _title(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        area: QRectF,
        frame: QRectF,
        title: str,
        tones: Tones,
    ) -> None:
        if not title:
            return
        painter.setPen(tones.text)
        line = QRectF(area.left() + 2, frame.bottom() + 4, area.width() - 4, area.height())
        draw_lines(
            painter,
            line,
            title,
            font=sized(option.font, CAPTION),
            most=1,
            direction=direction_of(title, option.direction),
        )
