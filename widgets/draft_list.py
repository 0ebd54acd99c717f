"""Drafts as rows: the first line of each, when it was changed, and its first picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from widgets.draft_row import ROW_ROLE, DraftDelegate
from widgets.soft_menu import SoftMenu

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class DraftRow:
    id: str
    text: str
    when: str
    """Already in the owner's words: "10:04", "Yesterday", "3 Nov"."""
    image: QImage | None = None
    pictures: int = 0
    deletable: bool = True
    """False for what is in the queue or on X: it is no draft and is only shown here."""


class DraftModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[DraftRow, ...] = ()

    def set_rows(self, rows: Sequence[DraftRow]) -> None:
        rows = tuple(rows)
        if [row.id for row in rows] != [row.id for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def row(self, index: Index) -> DraftRow:
        return self._rows[index.row()]

    def index_of(self, draft_id: str) -> QModelIndex:
        for place, row in enumerate(self._rows):
            if row.id == draft_id:
                return self.index(place)
        return QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = row.text or self.tr("Picture without text")
            return f"{words}, {row.when}"
        return None


class DraftList(QListView):
    chosen = Signal(str)
    delete_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = DraftModel(self)
        self.setProperty("kind", "rows")
        self.setModel(self._model)
        delegate = DraftDelegate(self)
        delegate.delete_asked.connect(self.delete_asked)
        self.setItemDelegate(delegate)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Drafts"))
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)

    def set_rows(self, rows: Sequence[DraftRow]) -> None:
        self._model.set_rows(rows)

    def show_current(self, draft_id: str) -> None:
        """Marks the draft that is open; one that is not in the list leaves nothing marked."""
        index = self._model.index_of(draft_id)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def ids(self) -> tuple[str, ...]:
        return tuple(self._model.row(self._model.index(n)).id for n in range(self.count()))

    def go_in(self) -> None:
        """Gives the keyboard to the row that is marked, else to the first."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_rect(self) -> QRect:
        """Empty while a row has the keyboard: the row shows it itself."""
        return QRect() if self.currentIndex().isValid() else self.rect()

    def count(self) -> int:
        return self._model.rowCount()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Delete and index.isValid():
            if not self._model.row(index).deletable:
                return
            self.delete_asked.emit(self._model.row(index).id)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if not index.isValid() or not self._model.row(index).deletable:
            return
        menu = SoftMenu("", self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        delete = QAction(self.tr("Delete the draft"), menu)
        delete.setData(self._model.row(index).id)
        delete.triggered.connect(self._on_delete_triggered)
        menu.addAction(delete)
        menu.popup(event.globalPos())

    def _on_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.row(index).id)

    def _on_delete_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.delete_asked.emit(action.data())
