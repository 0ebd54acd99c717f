"""A long list of amounts under the days they belong to: drawn as far as it is seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.rows_model import ROW, RowsModel
from widgets.text_block import direction_of, draw_lines
from widgets.tones import tones_of
from widgets.type_scale import BASE, CAPTION, sized

Index = QModelIndex | QPersistentModelIndex
_PAD = 16
_GAP = 12


@dataclass(frozen=True, slots=True)
class CallRow:
    """`title` in the program's words, `words` somebody's own, `amount` at the end.

    `head`: a day, over its rows. `opens`: there is something to go to.
    """

    id: str
    title: str
    amount: str
    time: str = ""
    words: str = ""
    head: bool = False
    opens: bool = False


class CallList(QListView):
    chosen = Signal(str)
    """The id of a row that opens something: by a click or Enter."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self.setProperty("kind", "rows")
        self.setAccessibleName(name)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_clicked)

    @property
    def rows(self) -> tuple[CallRow, ...]:
        return self._model.rows

    def set_rows(self, rows: Sequence[CallRow]) -> None:
        self._model.set_rows(rows)
        self._end_with_a_row()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._end_with_a_row()

    def _end_with_a_row(self) -> None:
        """At rest the last row that is seen is seen whole."""
        room, used = self.contentsRect().height(), 0
        for number in range(self._model.rowCount()):
            high = self.sizeHintForIndex(self._model.index(number)).height()
            if used + high > room:
                self.setViewportMargins(0, 0, 0, room - used)
                return
            used += high
        self.setViewportMargins(0, 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.isValid() and self._model.rows[index.row()].opens:
            self.chosen.emit(self._model.rows[index.row()].id)


class _Model(RowsModel[CallRow]):
    def called(self, row: CallRow) -> str:
        return row.title

    def spoken(self, row: CallRow) -> str:
        return ", ".join(part for part in (row.time, row.title, row.words, row.amount) if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].head:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._font: QFont | None = None
        self._sizes = QSize(), QSize()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if option.font != self._font:
            self._font = QFont(option.font)
            line = QFontMetrics(sized(option.font, BASE)).height()
            below = QFontMetrics(sized(option.font, CAPTION)).height()
            # The first day's head needs no room over it.
            self._sizes = QSize(0, line + below + 18), QSize(0, line + 8 + 4)
        return self._sizes[index.row() == 0 and index.data(ROW).head]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: CallRow = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(_PAD, 0, -_PAD, 0)
        if row.head:
            self._paint_head(painter, option, area, row)
        else:
            self._paint_ground(painter, option)
            self._paint_row(painter, option, area, row)
        painter.restore()

    def _paint_head(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF, row: CallRow
    ) -> None:
        tones = tones_of(self._view)
        font = sized(option.font, BASE, strong=True)
        high = QFontMetricsF(font).height()
        line = area.adjusted(0, area.height() - high - 8, 0, -8)
        painter.setPen(QPen(tones.line, 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(tones.text)
        self._at_both_ends(painter, option, line, row.title, row.amount, font=font)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        tones = tones_of(self._view)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if not selected and not option.state & QStyle.StateFlag.State_MouseOver:
            return
        box = QRectF(option.rect).adjusted(4, 1, -4, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones.tint if selected else tones.window)
        painter.drawRoundedRect(box, 8, 8)
        if selected and self._view.hasFocus():
            painter.setPen(QPen(tones.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)

    def _paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF, row: CallRow
    ) -> None:
        tones = tones_of(self._view)
        base, small = sized(option.font, BASE), sized(option.font, CAPTION)
        high = QFontMetricsF(base).height() + QFontMetricsF(small).height() + 1
        inner = area.adjusted(0, (area.height() - high) / 2, 0, 0)
        painter.setPen(tones.text)
        used = self._at_both_ends(painter, option, inner, row.title, row.amount, font=base)
        below = inner.adjusted(0, used + 1, 0, 0)
        painter.setPen(tones.quiet)
        wide = QFontMetricsF(small).horizontalAdvance(row.time) + _GAP if row.time else 0.0
        self._one(painter, option, below, row.time, font=small, start=0, end=0)
        if row.words:
            place = _inside(option, below, start=wide, end=0)
            toward = direction_of(row.words, option.direction)
            draw_lines(painter, place, row.words, font=small, most=1, direction=toward)

    def _at_both_ends(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        area: QRectF,
        start: str,
        end: str,
        *,
        font: QFont,
    ) -> float:
        """Our words at the start and an amount at the end; the height used."""
        wide = QFontMetricsF(font).horizontalAdvance(end)
        self._one(painter, option, area, end, font=font, start=area.width() - wide - 1, end=0)
        return self._one(painter, option, area, start, font=font, start=0, end=wide + _GAP)

    def _one(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        area: QRectF,
        words: str,
        *,
        font: QFont,
        start: float,
        end: float,
    ) -> float:
        place = _inside(option, area, start=start, end=end)
        return draw_lines(
            painter, place, words, font=font, most=1, direction=option.direction, ours=True
        )


def _inside(option: QStyleOptionViewItem, area: QRectF, *, start: float, end: float) -> QRectF:
    """`area` without so much at its start and its end, in the window's direction."""
    if option.direction is Qt.LayoutDirection.RightToLeft:
        return area.adjusted(end, 0, -start, 0)
    return area.adjusted(start, 0, -end, 0)
