"""The conversations of one lane, with group names between them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ui.inbox.item_values import Row
from widgets.item_row import HeadValue, ItemDelegate, ItemRole, ItemValue

_ROOT = QModelIndex()


class ItemModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def set(self, rows: tuple[Row, ...]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, item_id: str) -> int:
        """-1 when it is not here."""
        for number, row in enumerate(self._rows):
            if isinstance(row, ItemValue) and row.id == item_id:
                return number
        return -1

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ItemRole.VALUE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.text if isinstance(row, HeadValue) else row.spoken
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if isinstance(self._rows[index.row()], HeadValue):
            return Qt.ItemFlag.ItemNeverHasChildren
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )


class ItemList(QListView):
    """`opened` only when the owner chose a row, by mouse or keys."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self._chosen = ""
        self._items = ItemModel(self)
        self.setModel(self._items)
        self.setItemDelegate(ItemDelegate(self))
        self.setProperty("kind", "rows")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clicked.connect(self._on_clicked)

    @property
    def items(self) -> ItemModel:
        return self._items

    def set(self, rows: tuple[Row, ...], chosen: str) -> None:
        """Shows the rows. What one was looking at stays in view, until another row is chosen."""
        at, before = self.verticalScrollBar().value(), self._chosen
        if rows != self._items.rows:
            self._quiet = True
            self._items.set(rows)
            self._quiet = False
        self.choose(chosen)
        self.verticalScrollBar().setValue(at)
        if chosen != before:
            self.scrollTo(self.currentIndex())

    def choose(self, item_id: str) -> None:
        """Brings its row into view, without the signal; one that is not here leaves none chosen."""
        self._chosen = item_id
        row = self._items.row_of(item_id)
        self._quiet = True
        if row < 0:
            self.clearSelection()
            self.selectionModel().clearCurrentIndex()
        else:
            index = self._items.index(row)
            choice = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, choice)
            self.scrollTo(index)
        self._quiet = False

    def step(self, by: int) -> None:
        """To the next or previous conversation, past the group names."""
        rows = self._items.rows
        row = self.currentIndex().row() + by if self.currentIndex().isValid() else 0
        if by < 0 and not self.currentIndex().isValid():
            return
        while 0 <= row < len(rows) and isinstance(rows[row], HeadValue):
            row += by
        if 0 <= row < len(rows):
            self.setCurrentIndex(self._items.index(row))

    def next_id(self) -> str:
        """The row after the chosen one, else the one before it: where to go when it leaves."""
        rows = self._items.rows
        here = self.currentIndex().row()
        after = [row.id for row in rows[here + 1 :] if isinstance(row, ItemValue)]
        before = [row.id for row in rows[: max(here, 0)] if isinstance(row, ItemValue)]
        return after[0] if after else before[-1] if before else ""

    def first_id(self) -> str:
        return next((row.id for row in self._items.rows if isinstance(row, ItemValue)), "")

    def _on_current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not self._quiet and now.isValid():
            self._open(now)

    def _on_clicked(self, index: QModelIndex) -> None:
        # Also the row that is chosen already: a click opens.
        self._open(index)

    def _open(self, index: QModelIndex) -> None:
        value = index.data(ItemRole.VALUE)
        if isinstance(value, ItemValue):
            self.opened.emit(value.id)
