"""Rows of two lines: what it is called, and a quiet word on it. Arrows move, Enter chooses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.measures import MEASURES
from widgets.rows_model import ROW, RowsModel
from widgets.text_block import direction_of, draw_lines
from widgets.tones import seen_on, tones_of
from widgets.type_scale import BASE, CAPTION, sized

Index = QModelIndex | QPersistentModelIndex
_PAD = 12


@dataclass(frozen=True, slots=True)
class LineRow:
    """`ours`: the title is the program's own words and runs as its window does. `edge`: a colour
    as `#RRGGBB` by which it is known; `mark`: a short word at its end.
    """

    id: str
    title: str
    note: str = ""
    ours: bool = False
    edge: str = ""
    mark: str = ""


class LineList(QListView):
    chosen = Signal(str)
    """By a click or Enter."""
    entered = Signal(str)
    """By Enter alone."""
    pointed = Signal(str)
    """The row that the arrows or the mouse have come to; "" for none."""
    delete_asked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self.setProperty("kind", "rows")
        self.setAccessibleName(name)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_chosen)
        self.selectionModel().currentChanged.connect(self._on_current)

    @property
    def current(self) -> str:
        """The id of the row that is marked; "" for none."""
        index = self.currentIndex()
        return self._model.rows[index.row()].id if index.isValid() else ""

    def set_rows(self, rows: Sequence[LineRow], *, current: str = "") -> None:
        """`current` is marked where it is there, else the first."""
        self._model.set_rows(rows)
        place = next((n for n, row in enumerate(rows) if row.id == current), 0)
        index = self._model.index(place) if rows else QModelIndex()
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        if not rows:
            self.pointed.emit("")

    def ids(self) -> tuple[str, ...]:
        return tuple(row.id for row in self._model.rows)

    def show_rows(self, most: int) -> None:
        """As high as its rows are, and as so many at most; the others are scrolled to."""
        rows = min(max(len(self._model.rows), 1), most)
        self.setFixedHeight(rows * self.sizeHintForRow(0) + 2 * self.frameWidth())

    def step(self, by: int) -> None:
        """Marks another row, for a field whose arrows move the list below it."""
        place = self.currentIndex().row() + by
        if 0 <= place < len(self._model.rows):
            self.setCurrentIndex(self._model.index(place))

    def choose_current(self) -> None:
        if self.current:
            self.chosen.emit(self.current)
            self.entered.emit(self.current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose_current()
        elif event.key() == Qt.Key.Key_Delete and self.current:
            self.delete_asked.emit(self.current)
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.rows[index.row()].id)

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.pointed.emit(self._model.rows[current.row()].id)


class _Model(RowsModel[LineRow]):
    def called(self, row: LineRow) -> str:
        return row.title

    def spoken(self, row: LineRow) -> str:
        return ", ".join(part for part in (row.title, row.note, row.mark) if part)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = QFontMetrics(sized(option.font, BASE)).height()
        lines += QFontMetrics(sized(option.font, CAPTION)).height()
        return QSize(0, lines + 24)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tones = tones_of(self._view)
        row: LineRow = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            box = QRectF(option.rect).adjusted(1, 1, -1, -1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tones.tint if selected else tones.window)
            painter.drawRoundedRect(box, 8, 8)
            if selected and self._view.hasFocus():
                painter.setPen(QPen(tones.accent, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        area = QRectF(option.rect).adjusted(_PAD, 8, -_PAD, -4)
        if row.edge:
            area = self._draw_edge(painter, option, area, row.edge)
        if row.mark:
            painter.setPen(tones.quiet)
            area = self._draw_mark(painter, option, area, row.mark)
        painter.setPen(tones.text)
        used = draw_lines(
            painter,
            area,
            row.title,
            font=sized(option.font, BASE),
            most=1,
            direction=option.direction if row.ours else direction_of(row.title, option.direction),
            ours=row.ours,
        )
        painter.setPen(tones.quiet)
        draw_lines(
            painter,
            area.adjusted(0, used + 1, 0, 0),
            row.note,
            font=sized(option.font, CAPTION),
            most=1,
            direction=option.direction if row.ours else direction_of(row.note, option.direction),
            ours=row.ours,
        )
        painter.restore()

    def _draw_edge(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF, colour: str
    ) -> QRectF:
        """What is left of the row's area beside it."""
        tones = tones_of(self._view)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        left = area.right() - MEASURES.edge if rtl else area.left()
        bar = QRectF(left, option.rect.top() + 10, MEASURES.edge, option.rect.height() - 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(seen_on(QColor(colour), tones.tint if selected else tones.surface))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        taken = MEASURES.edge + _PAD
        return area.adjusted(0, 0, -taken, 0) if rtl else area.adjusted(taken, 0, 0, 0)

    def _draw_mark(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF, words: str
    ) -> QRectF:
        font = sized(option.font, CAPTION)
        wide = QFontMetrics(font).horizontalAdvance(words) + 1
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        box = QRectF(area.left() if rtl else area.right() - wide, option.rect.top(), wide, 0)
        box.setHeight(option.rect.height())
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        taken = wide + _PAD
        return area.adjusted(taken, 0, 0, 0) if rtl else area.adjusted(0, 0, -taken, 0)
