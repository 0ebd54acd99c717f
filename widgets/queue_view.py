"""Thousands of posts as rows, day by day: painted where they are seen, stepped, chosen, moved.

A click or Enter opens. The tick, Ctrl and a click, or Space choose; Shift chooses up to there. A
row is dragged to another place, or goes there by Ctrl+Shift and the arrows.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from widgets.queue_view_drag import RowDrag
from widgets.queue_view_model import QueueModel
from widgets.queue_view_paint import QueueDelegate, tick_box
from widgets.queue_view_values import STOPS, Entry, EntryKind, LineValue, Look, Picture, Place
from widgets.tones import tones_of

Index = QModelIndex | QPersistentModelIndex
_Flag = QItemSelectionModel.SelectionFlag
_FAR = (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def _no_picture(_name: str) -> QImage | None:
    return None


class QueueView(QListView):
    opened = Signal(str)
    slot_chosen = Signal(str)
    moved = Signal(str, object)
    """A post's key, and its `Place`."""
    selection_changed = Signal()

    def __init__(
        self, name: str, *, picture: Picture = _no_picture, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = QueueModel(self)
        self.drag = RowDrag(self, self._model)
        self._delegate = QueueDelegate(self, self._model, picture)
        self._model.drag = self.drag
        self.setProperty("kind", "rows")
        self.setAccessibleName(name)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        # It fills its own ground, so that scrolling moves what is drawn already.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.selectionModel().selectionChanged.connect(self.selection_changed)

    def set_entries(self, entries: Sequence[Entry], look: Look) -> None:
        """The same row keeps the keyboard, the same rows stay chosen, and the place is kept."""
        current, chosen = self.current, self.chosen
        same = tuple(entries) == self._model.rows
        self._model.look = look
        self._model.forget()
        if same:
            self.viewport().update()
            return
        top = self.verticalScrollBar().value()
        self._model.set_rows(entries)
        self._model.index_keys()
        self.drag.cancel()
        self._choose_again(chosen)
        if current and (index := self._index_of(current)).isValid():
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        self.verticalScrollBar().setValue(top)
        self.selection_changed.emit()

    def show_new(self, pictures: Collection[str]) -> None:
        """They came: what shows them is drawn again."""
        self._delegate.forget(pictures)
        self.viewport().update()

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self._model.rows

    def line(self, key: str) -> LineValue:
        return self._model.line(self._model.places[key])

    @property
    def current(self) -> str:
        entry = self._model.entry(self.currentIndex().row())
        return entry.key if entry is not None else ""

    @property
    def chosen(self) -> tuple[str, ...]:
        """Keys of the chosen posts, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self._model.rows[row].key for row in rows)

    def choose(self, keys: Sequence[str]) -> None:
        self.clearSelection()
        self._choose_again(keys)

    def step(self, by: int) -> None:
        """To the next or previous row; to the first from nowhere."""
        # Before the focus: coming in, Qt itself goes to the first row.
        row = self.currentIndex().row()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._go(self._next_stop(row, by))

    def move_current(self, by: int) -> None:
        """The row that has the keyboard goes past the next post up or down."""
        entry = self._model.entry(self.currentIndex().row())
        if entry is None or not entry.movable:
            return
        posts = [each.key for each in self._model.rows if each.kind is EntryKind.POST]
        others = [key for key in posts if key != entry.key]
        at = posts.index(entry.key) + by
        if 0 <= at <= len(others):
            above = others[at - 1] if at else ""
            below = others[at] if at < len(others) else ""
            self.moved.emit(entry.key, Place(above, below))

    def scroll_to_top_of(self, key: str) -> None:
        if (index := self._index_of(key)).isValid():
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    def mark(self, key: str) -> None:
        """This row lies open: it is outlined, and seen. "" for none."""
        if key != self._delegate.marked:
            self._delegate.marked = key
            self.viewport().update()
        if key and (index := self._index_of(key)).isValid():
            self.scrollTo(index)

    def focus_rect(self) -> QRect:
        """Empty while a row has the keyboard: the row shows it itself."""
        return QRect() if self.currentIndex().isValid() else self.rect()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held, both = Qt.Key(event.key()), event.modifiers(), _HELD
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
        if by and held & both == both:
            self.move_current(by)
        elif by and not held & both:
            self._go(self._next_stop(self.currentIndex().row(), by))
        elif key in _FAR and not held & both:
            self._go_far(key)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held & both:
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_Space:
            self._toggle(self.currentIndex())
        elif key == Qt.Key.Key_Escape and (self.drag.active or self.chosen):
            self.drag.cancel()
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        plain = not event.modifiers() & _HELD
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if not plain:
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if not index.isValid():
            return
        if self._on_tick(index, event.position().toPoint()):
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
            self._toggle(index)
            return
        self.drag.press(index.row(), event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.drag.move(event.position().toPoint()):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row, dropped = self.drag.pressed, self.drag.release()
        if dropped is not None:
            self.moved.emit(*dropped)
        elif row is not None and self.indexAt(event.position().toPoint()).row() == row:
            index = self._model.index(row)
            self.clearSelection()
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
            self._open(index)
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        ground = QPainter(self.viewport())
        ground.fillRect(event.rect(), tones_of(self).window)
        ground.end()
        super().paintEvent(event)
        if self.drag.active:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.drag.paint(painter, self._delegate)
            painter.end()

    def selectionCommand(  # noqa: N802 (Qt's name)
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Going to a row chooses it only with Shift; by itself it says where the keyboard is."""
        if isinstance(event, QKeyEvent) and not event.modifiers() & _HELD:
            return _Flag.NoUpdate
        return super().selectionCommand(index, event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 (Qt's name)
        """Letters are keys of the program; Qt would look through thousands of rows for each."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()

    def _open(self, index: Index) -> None:
        entry = self._model.entry(index.row())
        if entry is None:
            return
        if entry.kind is EntryKind.POST:
            self.opened.emit(entry.key)
        elif entry.kind is EntryKind.FREE:
            self.slot_chosen.emit(entry.key)

    def _toggle(self, index: Index) -> None:
        self.selectionModel().select(self._model.index(index.row()), _Flag.Toggle)

    def _on_tick(self, index: QModelIndex, point: QPoint) -> bool:
        entry = self._model.entry(index.row())
        box = tick_box(QRectF(self.visualRect(index)), mirrored=self.isRightToLeft())
        near = box.adjusted(-8, -16, 8, 16).contains(point.toPointF())
        return entry is not None and entry.kind is EntryKind.POST and near and not entry.fixed

    def _next_stop(self, row: int, by: int) -> int:
        """The next row the keyboard stops at; the same one at an end."""
        at = row + by
        while (entry := self._model.entry(at)) is not None:
            if entry.kind in STOPS:
                return at
            at += by
        return row

    def _go(self, row: int) -> None:
        if row >= 0:
            index = self._model.index(row)
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
            self.scrollTo(self._model.index(0) if row <= 1 else index)

    def _go_far(self, key: Qt.Key) -> None:
        """To an end, or a page on: to the nearest row the keyboard stops at."""
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            by = 1 if key == Qt.Key.Key_Home else -1
            self._go(self._next_stop(-1 if by > 0 else len(self._model.rows), by))
            return
        by = 1 if key == Qt.Key.Key_PageDown else -1
        bar = self.verticalScrollBar()
        if bar.value() == (bar.maximum() if by > 0 else bar.minimum()):
            self._go_far(Qt.Key.Key_End if by > 0 else Qt.Key.Key_Home)
            return
        bar.setValue(bar.value() + by * bar.pageStep())
        self._go(self._next_stop(self.indexAt(self.viewport().rect().center()).row() - by, by))

    def _index_of(self, key: str) -> QModelIndex:
        place = self._model.places.get(key)
        return QModelIndex() if place is None else self._model.index(place)

    def _choose_again(self, keys: Sequence[str]) -> None:
        for key in keys:
            if (index := self._index_of(key)).isValid():
                self.selectionModel().select(index, _Flag.Select)
