"""Draws a long list of posts: heads of days, rows that share a card, and dotted free times.

A row: its time and state, the first words in their own direction, what it carries, its picture.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.queue_view_line import GUTTER, LineDrawer
from widgets.queue_view_values import Entry, EntryKind, LineValue, Picture
from widgets.strokes import draw_plus
from widgets.tones import Tones, mix, tones_of
from widgets.type_scale import BASE, grown, sized

Index = QModelIndex | QPersistentModelIndex
HEIGHTS = {EntryKind.HEAD: 44, EntryKind.POST: 68, EntryKind.FREE: 48, EntryKind.FOOT: 80}
"""At words of 100 %."""
_KEPT = 48
"""Rows kept as pictures: more than a window shows."""
_ROUND = 12
_TICK = 16


class Rows(Protocol):
    """What the delegate asks of its view."""

    def entry(self, row: int) -> Entry | None: ...
    def line(self, row: int) -> LineValue: ...
    def is_lifted(self, row: int) -> bool: ...


class QueueDelegate(QStyledItemDelegate):
    def __init__(self, view: QWidget, rows: Rows, picture: Picture) -> None:
        super().__init__(view)
        self._view = view
        self._rows = rows
        self._lines = LineDrawer(view, picture)
        self._drawn: dict[LineValue, QPixmap] = {}
        self._look: tuple[object, ...] = ()
        self._heights: dict[EntryKind, QSize] = {}
        self._tall = 0.0
        self.marked = ""
        """The key of the row that lies open: it is outlined."""

    def forget(self, pictures: Collection[str] | None = None) -> None:
        """What shows these pictures is drawn anew; None: all of it."""
        for value in list(self._drawn):
            if pictures is None or value.picture in pictures:
                del self._drawn[value]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Asked for every row at once: a look-up, and no more."""
        if not self._heights or not index.row():
            tall = grown(self._view.font())
            self._heights = {kind: QSize(0, round(px * tall)) for kind, px in HEIGHTS.items()}
        entry = self._rows.entry(index.row())
        return self._heights[entry.kind if entry is not None else EntryKind.FOOT]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = self._rows.entry(index.row())
        if entry is None or entry.kind is EntryKind.FOOT:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tones = tones_of(self._view)
        if entry.kind is EntryKind.HEAD:
            words = self._rows.line(index.row()).words
            self._paint_head(painter, QRectF(option.rect), words, tones)
        elif entry.kind is EntryKind.FREE:
            self._paint_free(painter, option, self._rows.line(index.row()), tones)
        else:
            self._paint_post(painter, option, index.row(), tones)
        painter.restore()

    def draw_row(self, painter: QPainter, rect: QRect, value: LineValue) -> None:
        """The row's content alone, as it also hangs from the mouse."""
        painter.drawPixmap(rect.topLeft(), self._content(painter, rect, value))

    def _paint_head(self, painter: QPainter, area: QRectF, text: str, tones: Tones) -> None:
        font = sized(self._view.font(), BASE, strong=True)
        painter.setFont(font)
        painter.setPen(tones.text)
        # Where the rows' times begin.
        box = area.adjusted(*self._lines.sides(GUTTER, 4)).adjusted(0, 0, 0, -8)
        self._lines.word(painter, box, text, low=True)

    def _paint_free(
        self, painter: QPainter, option: QStyleOptionViewItem, value: LineValue, tones: Tones
    ) -> None:
        box = QRectF(option.rect).adjusted(1, 5, -1, -5)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = self._focused(option)
        painter.setPen(QPen(tones.border, 1, Qt.PenStyle.DotLine))
        painter.setBrush(tones.surface if over or focused else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        colour = tones.text if over or focused else tones.quiet
        painter.setPen(colour)
        painter.setFont(sized(self._view.font(), BASE))
        inner = box.adjusted(*self._lines.sides(GUTTER, GUTTER / 2))
        self._lines.word(painter, inner, value.time)
        x = inner.left() + 5 if self._lines.mirrored else inner.right() - 5
        draw_plus(painter, QPointF(x, box.center().y()), colour, arm=5, width=1.5)
        if focused:
            self._paint_ring(painter, box, tones)

    def _paint_post(
        self, painter: QPainter, option: QStyleOptionViewItem, row: int, tones: Tones
    ) -> None:
        value = self._rows.line(row)
        area = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        first, last = self._ends(row)
        self._paint_card(painter, area, tones, first=first, last=last, quiet=value.over)
        if chosen or over:
            shade = tones.tint if chosen else mix(tones.surface, tones.text, 0.04)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade)
            painter.drawRoundedRect(area.adjusted(4, 4, -4, -4), 8, 8)
        entry = self._rows.entry(row)
        focused = self._focused(option)
        if (chosen or over or focused) and entry is not None and not entry.fixed:
            self._paint_tick(painter, area, tones, on=chosen)
        if self._rows.is_lifted(row):
            painter.setOpacity(0.35)
        self.draw_row(painter, option.rect, value)
        painter.setOpacity(1)
        if focused or (entry is not None and entry.key == self.marked):
            self._paint_ring(painter, area.adjusted(4, 4, -4, -4), tones)

    def _ends(self, row: int) -> tuple[bool, bool]:
        """Whether the row is the first and the last of its card."""
        before, after = self._rows.entry(row - 1), self._rows.entry(row + 1)
        return (
            before is None or before.kind is not EntryKind.POST,
            after is None or after.kind is not EntryKind.POST,
        )

    def _paint_card(
        self, painter: QPainter, area: QRectF, tones: Tones, *, first: bool, last: bool, quiet: bool
    ) -> None:
        """Rows that follow each other share one; a thin line stands between them."""
        painter.setPen(Qt.PenStyle.NoPen)
        if not quiet and not first and not last:
            painter.fillRect(area, tones.surface)
        elif not quiet:
            path = QPainterPath()
            box = area.adjusted(0, 0 if first else -_ROUND, 0, 0 if last else _ROUND)
            path.addRoundedRect(box, _ROUND, _ROUND)
            painter.save()
            painter.setClipRect(area)
            painter.fillPath(path, tones.surface)
            painter.restore()
        if not last:
            painter.setPen(QPen(tones.line, 1))
            y = area.bottom() - 0.5
            left, right = area.left() + GUTTER, area.right() - GUTTER / 2
            painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _paint_tick(self, painter: QPainter, area: QRectF, tones: Tones, *, on: bool) -> None:
        box = tick_box(area, mirrored=self._lines.mirrored)
        painter.setPen(QPen(tones.text if on else tones.border, 1))
        painter.setBrush(tones.text if on else tones.surface)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        if on:
            pen = QPen(tones.surface, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            places = [QPointF(x, y) + box.topLeft() for x, y in ((4, 8.2), (7, 11.2), (12, 5.2))]
            painter.drawPolyline(places)

    def _paint_ring(self, painter: QPainter, box: QRectF, tones: Tones) -> None:
        painter.setPen(QPen(tones.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)

    def _content(self, painter: QPainter, rect: QRect, value: LineValue) -> QPixmap:
        """Kept: words in several scripts take a millisecond a row."""
        view, ratio = self._view, painter.device().devicePixelRatio()
        font, palette = view.font().toString(), view.palette().cacheKey()
        look = (rect.width(), rect.height(), ratio, font, palette, view.layoutDirection())
        if look != self._look:
            self._drawn.clear()
            self._look = look
        drawn = self._drawn.pop(value, None)
        if drawn is None:
            drawn = QPixmap((QSizeF(rect.size()) * ratio).toSize())
            drawn.setDevicePixelRatio(ratio)
            drawn.fill(Qt.GlobalColor.transparent)
            inner = QPainter(drawn)
            inner.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._lines.draw(inner, QRectF(0, 0, rect.width(), rect.height()), value)
            inner.end()
        self._drawn[value] = drawn
        if len(self._drawn) > _KEPT:
            del self._drawn[next(iter(self._drawn))]
        return drawn

    def _focused(self, option: QStyleOptionViewItem) -> bool:
        return bool(option.state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()


def tick_box(area: QRectF, *, mirrored: bool) -> QRectF:
    """Where the tick of a row stands."""
    box = QRectF(0, 0, _TICK, _TICK)
    box.moveCenter(QPointF(0, area.center().y()))
    inset = (GUTTER - _TICK) / 2 + 2
    box.moveLeft(area.right() - inset - _TICK if mirrored else area.left() + inset)
    return box
