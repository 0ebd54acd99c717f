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
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.rows_model import ROW, RowsModel
from widgets.text_block import direction_of, draw_lines
from widgets.tones import tones_of
from widgets.type_scale import BASE, CAPTION, sized

Index = QModelIndex | QPersistentModelIndex
_PAD = 12


@dataclass(frozen=True, slots=True)
class LineRow:
    """`ours`: the title is the program's own words and runs as its window does."""

    id: str
    title: str
    note: str = ""
    ours: bool = False


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
        return f"{row.title}, {row.note}" if row.note else row.title


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
