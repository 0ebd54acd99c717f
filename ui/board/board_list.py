"""The shop's boards as rows, each with the board itself in small."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from ui.board.board_row import BoardDelegate, BoardRow
from ui.build import menu
from ui.icons import icon
from widgets.rows_model import ROW, RowsModel

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class BoardList(QListView):
    chosen = Signal(str)
    duplicate_asked = Signal(str)
    delete_asked = Signal(str)

    def __init__(
        self, image_of: Callable[[str], QImage | None], parent: QWidget | None = None
    ) -> None:
        """`image_of`: a small picture by its hash, None while it is being read."""
        super().__init__(parent)
        self._model = _Model(self)
        self.setProperty("kind", "rows")
        self.setModel(self._model)
        self.setItemDelegate(BoardDelegate(self, image_of))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Boards"))
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)

    def set_rows(self, rows: Sequence[BoardRow]) -> None:
        self._model.set_rows(rows)

    def show_current(self, board_id: str) -> None:
        self.selectionModel().setCurrentIndex(
            self._model.index_of(board_id), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def ids(self) -> tuple[str, ...]:
        return tuple(row.board.id for row in self._model.rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Delete and index.isValid():
            self.delete_asked.emit(index.data(ROW).board.id)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        below = self.viewport().mapToGlobal(self.visualRect(index).center())
        self._menu_of = index.data(ROW).board.id
        popup = menu(self)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        like = popup.addAction(icon("copy"), self.tr("Duplicate this board"))
        like.triggered.connect(self._on_duplicate)
        action = popup.addAction(icon("trash-2"), self.tr("Delete this board"))
        action.triggered.connect(self._on_delete)
        popup.popup(below if by_key else event.globalPos())

    def _on_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(ROW).board.id)

    def _on_duplicate(self) -> None:
        self.duplicate_asked.emit(self._menu_of)

    def _on_delete(self) -> None:
        self.delete_asked.emit(self._menu_of)


class _Model(RowsModel[BoardRow]):
    def index_of(self, board_id: str) -> QModelIndex:
        for place_, row in enumerate(self.rows):
            if row.board.id == board_id:
                return self.index(place_)
        return QModelIndex()

    def called(self, row: BoardRow) -> str:
        return row.name

    def spoken(self, row: BoardRow) -> str:
        return f"{row.name}, {row.note}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        told = role == Qt.ItemDataRole.ToolTipRole
        return super().data(index, Qt.ItemDataRole.DisplayRole if told else role)
