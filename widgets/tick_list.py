"""People, or other things, of which some are chosen: a tick, a name and some words a row.

A list of thousands costs what is seen of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from widgets.rows_model import ROW, RowsModel
from widgets.text_block import direction_of, draw_lines
from widgets.tones import tones_of
from widgets.type_scale import BASE, sized

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_CHECK = Qt.ItemDataRole.CheckStateRole
_MOST_SEEN = 9
_GAP = 8
_TICK = 16


@dataclass(frozen=True, slots=True)
class TickRow:
    """`spoken` is what the row is called."""

    id: str
    name: str
    words: str
    spoken: str


class TickList(QListView):
    """A click or Space takes one in or leaves it out."""

    toggled = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self.setAccessibleName(name)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._model.toggle)
        self._model.dataChanged.connect(self.toggled)

    @property
    def rows(self) -> tuple[TickRow, ...]:
        return self._model.rows

    @property
    def chosen(self) -> frozenset[str]:
        """The ids of the rows with a tick."""
        return frozenset(self._model.chosen)

    def set_rows(self, rows: Sequence[TickRow], *, chosen: frozenset[str]) -> None:
        if tuple(rows) == self._model.rows and chosen == self._model.chosen:
            return
        current = self.currentIndex().row()
        self._model.show(rows, chosen)
        self.setCurrentIndex(self._model.index(min(max(current, 0), len(rows) - 1)))
        self.updateGeometry()

    def set_all(self, chosen: bool) -> None:
        self._model.set_all(chosen)

    def toggle(self, row_id: str) -> None:
        place = next(n for n, row in enumerate(self.rows) if row.id == row_id)
        self._model.toggle(self._model.index(place))

    def sizeHint(self) -> QSize:
        """As tall as its rows, up to some; it scrolls beyond them."""
        seen = min(len(self.rows), _MOST_SEEN)
        return QSize(240, seen * _height(self.font()) + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._model.toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _Model(RowsModel[TickRow]):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chosen: set[str] = set()

    def show(self, rows: Sequence[TickRow], chosen: frozenset[str]) -> None:
        self.chosen = {row.id for row in rows} & chosen
        self.set_rows(rows)

    def set_all(self, chosen: bool) -> None:
        self.chosen = {row.id for row in self.rows} if chosen else set()
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1), [_CHECK])

    def toggle(self, index: QModelIndex) -> None:
        self.chosen ^= {self.rows[index.row()].id}
        self.dataChanged.emit(index, index, [_CHECK])

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def called(self, row: TickRow) -> str:
        return row.name

    def spoken(self, row: TickRow) -> str:
        return row.spoken

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == _CHECK and index.isValid():
            chosen = self.rows[index.row()].id in self.chosen
            return Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
        return super().data(index, role)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _height(option.font))

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """The list itself hears clicks, on the whole row."""
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tones = tones_of(self._view)
        row: TickRow = index.data(ROW)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tones.window)
            painter.drawRoundedRect(box, 8, 8)
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setPen(QPen(tones.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 8, 8)
        inner = box.adjusted(_GAP, 0, -_GAP, 0)
        tick = QRectF(0, 0, _TICK, _TICK)
        tick.moveCenter(QPointF(0, inner.center().y()))
        tick.moveLeft(inner.right() - _TICK if mirrored else inner.left())
        self._paint_tick(painter, tick, on=index.data(_CHECK) == Qt.CheckState.Checked)
        font = sized(option.font, BASE)
        wide = QFontMetricsF(font).horizontalAdvance
        name = min(wide(row.name) + 2, inner.width() / 2)
        areas = _beside(inner, (_TICK + _GAP, name + _GAP), mirrored=mirrored)
        areas[1] = _beside(areas[1], (name,), mirrored=mirrored)[0]
        if wide(row.words) + 2 < areas[2].width():
            # Short words stand beside the name, whichever way they run.
            areas[2] = _beside(areas[2], (wide(row.words) + 2,), mirrored=mirrored)[0]
        for area, text, colour in (
            (areas[1], row.name, tones.text),
            (areas[2], row.words, tones.quiet),
        ):
            painter.setPen(colour)
            height = QFontMetrics(font).height()
            line = area.adjusted(0, (area.height() - height) / 2 - 1, 0, 0)
            direction = direction_of(text, option.direction)
            if area is areas[1]:
                direction = option.direction
            draw_lines(painter, line, text, font=font, most=1, direction=direction)
        painter.restore()

    def _paint_tick(self, painter: QPainter, box: QRectF, *, on: bool) -> None:
        tones = tones_of(self._view)
        painter.setPen(QPen(tones.text if on else tones.border, 1))
        painter.setBrush(tones.text if on else tones.surface)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        if on:
            pen = QPen(tones.surface, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            places = [QPointF(x, y) + box.topLeft() for x, y in ((4, 8.2), (7, 11.2), (12, 5.2))]
            painter.drawPolyline(places)


def _beside(area: QRectF, widths: Sequence[float], *, mirrored: bool) -> list[QRectF]:
    """The area cut from its beginning into such widths, and the rest."""
    found = []
    for width in widths:
        left = area.right() - width if mirrored else area.left()
        found.append(QRectF(left, area.top(), width, area.height()))
        area = area.adjusted(*((0, 0, -width, 0) if mirrored else (width, 0, 0, 0)))
    return [*found, area]


def _height(font: QFont) -> int:
    return QFontMetrics(sized(font, BASE)).height() + 14
