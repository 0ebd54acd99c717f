"""Rows of a file before they are brought in: ready or not, when, the words, and what is wrong.

Only what is seen is drawn, so that a hundred thousand rows open as fast as ten.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.text_block import direction_of, direction_of_ours, draw_lines, one_line
from widgets.tones import Tones, tones_of
from widgets.type_scale import BASE, CAPTION, grown, sized

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_HEIGHT = 60
_STACKED = 82
_LARGE = 1.4
"""So large words have their time above them, and not beside."""
_PAD = 12
_SIGN = 16
_NUMBER = 44
_TIME = 204
_GAP = 12


@dataclass(frozen=True, slots=True)
class CheckedValue:
    """`wrong` in words: the row is left out. `note`: what else is to be said of it.

    `caution`: it is ready, but look at its time.
    """

    number: str
    time: str
    words: str
    wrong: str = ""
    caution: str = ""
    note: str = ""


def line_below(value: CheckedValue) -> str:
    """The line below the words."""
    parts = (value.wrong, value.caution, "" if value.wrong else value.note)
    return " · ".join(filter(None, parts))


class CheckedRows(QListView):
    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self.setProperty("kind", "rows")
        self.setAccessibleName(name)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def show_rows(self, count: int, value: Callable[[int], CheckedValue]) -> None:
        """`value` is asked for the rows that are seen."""
        self._model.show(count, value)
        self.scrollToTop()

    def value(self, row: int) -> CheckedValue:
        return self._model.value(row)

    @property
    def count(self) -> int:
        return self._model.rowCount()


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = 0
        self.value: Callable[[int], CheckedValue] = _nothing

    def show(self, count: int, value: Callable[[int], CheckedValue]) -> None:
        self.beginResetModel()
        self._count, self.value = count, value
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        value = self.value(index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return line_below(value)
        if role == Qt.ItemDataRole.DisplayRole:
            return value.words
        said = (value.number, value.wrong, value.caution, value.time, value.words, value.note)
        return ", ".join(part for part in said if part)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: CheckedRows) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        tall = grown(self._view.font())
        return QSize(0, round((_HEIGHT if tall < _LARGE else _STACKED) * tall))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tones = tones_of(self._view)
        value = self._view.value(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(tones.accent, 2))
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), 8, 8)
        painter.setPen(QPen(tones.line, 1))
        y = area.bottom() - 0.5
        painter.drawLine(QPointF(area.left() + _PAD, y), QPointF(area.right() - _PAD, y))
        self._paint_row(painter, area.adjusted(_PAD, 9, -_PAD, -7), value, tones)
        painter.restore()

    def _paint_row(
        self, painter: QPainter, area: QRectF, value: CheckedValue, tones: Tones
    ) -> None:
        tall = grown(self._view.font())
        font = sized(self._view.font(), BASE)
        line = font.pixelSize() * 1.45
        said = line_below(value)
        if not said and tall < _LARGE:
            area = area.adjusted(0, (area.height() - line) / 2, 0, 0)
        box, rest = self._cut(area, _SIGN * tall)
        self._paint_sign(painter, QPointF(box.center().x(), box.top() + line / 2), value, tones)
        _, rest = self._cut(rest, 8)
        box, rest = self._cut(rest, _NUMBER * tall)
        painter.setPen(tones.quiet)
        self._word(painter, QRectF(box.left(), box.top(), box.width(), line), value.number, CAPTION)
        if tall < _LARGE:
            box, rest = self._cut(rest, _TIME * (1 + (tall - 1) * 0.7))
            _, rest = self._cut(rest, _GAP)
        else:
            box, rest = rest, rest.adjusted(0, line if value.time else 0, 0, 0)
        colour = tones.amber if value.caution else tones.text
        painter.setPen(tones.quiet if value.wrong else colour)
        self._word(painter, QRectF(box.left(), box.top(), box.width(), line), value.time, BASE)
        painter.setPen(tones.text)
        words = one_line(value.words)
        used = draw_lines(
            painter,
            rest,
            words,
            font=font,
            most=1,
            direction=direction_of(words, self._view.layoutDirection()),
        )
        if said:
            painter.setPen(tones.amber if value.wrong or value.caution else tones.quiet)
            below = QRectF(rest.left(), rest.top() + max(used, line), rest.width(), line)
            self._word(painter, below, said, CAPTION)

    def _paint_sign(
        self, painter: QPainter, middle: QPointF, value: CheckedValue, tones: Tones
    ) -> None:
        tall = grown(self._view.font())
        painter.save()
        painter.translate(middle)
        painter.scale(tall, tall)
        colour = tones.amber if value.wrong else tones.green
        pen = QPen(colour, 1.75, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if value.wrong:
            corners = ((0, -6.5), (7, 5.5), (-7, 5.5))
            painter.drawPolygon([QPointF(x, y) for x, y in corners])
            painter.drawLine(QPointF(0, -2), QPointF(0, 1.5))
            painter.drawPoint(QPointF(0, 3.6))
        else:
            strokes = ((-5, 0), (-1.5, 3.8), (5, -4))
            painter.drawPolyline([QPointF(x, y) for x, y in strokes])
        painter.restore()

    def _word(self, painter: QPainter, box: QRectF, text: str, size: int) -> None:
        painter.setFont(sized(self._view.font(), size))
        shown = QFontMetricsF(painter.font()).elidedText(
            text, Qt.TextElideMode.ElideRight, box.width()
        )
        mirrored = self._view.isRightToLeft()
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(direction_of_ours(text, self._view.layoutDirection()))
        painter.drawText(box, shown, option)

    def _cut(self, area: QRectF, width: float) -> tuple[QRectF, QRectF]:
        if self._view.isRightToLeft():
            piece = QRectF(area.right() - width, area.top(), width, area.height())
            return piece, area.adjusted(0, 0, -width, 0)
        piece = QRectF(area.left(), area.top(), width, area.height())
        return piece, area.adjusted(width, 0, 0, 0)


def _nothing(_row: int) -> CheckedValue:
    return CheckedValue("", "", "")
