"""The pictures of a feed to choose from: tiles, each numbered in the order it was pressed.

Arrows go from tile to tile, Space or Enter chooses, Ctrl+A takes as many as there is room for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from ui.board.feed_tile import TileDelegate, tile_height
from widgets.rows_model import RowsModel

Index = QModelIndex | QPersistentModelIndex
_TILE = 156
_SCROLL_BAR = 14
_CHECK = Qt.ItemDataRole.CheckStateRole


@dataclass(frozen=True, slots=True)
class Tile:
    """`place` counts from 1 in the order of choosing, 0: not chosen. `wrong`: why it was left."""

    title: str
    place: int = 0
    wrong: str = ""


class FeedGrid(QListView):
    changed = Signal()
    """Others are chosen."""
    full = Signal()
    """One more was wanted than there is room for."""

    def __init__(
        self,
        image_of: Callable[[int], QImage | None],
        parent: QWidget | None = None,
    ) -> None:
        """`image_of` is asked for what is seen: a picture by its row, None while it is fetched."""
        super().__init__(parent)
        self._model = _Model(self.tr("picture without a title"), self.tr("chosen"), self)
        self._room = 0
        self._order: list[int] = []
        self.setProperty("kind", "rows")
        self.setAccessibleName(self.tr("Pictures of the feed"))
        self.setModel(self._model)
        self.setItemDelegate(TileDelegate(self, image_of))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_pressed)

    @property
    def order(self) -> tuple[int, ...]:
        """The chosen rows as they were pressed."""
        return tuple(self._order)

    @property
    def tiles(self) -> tuple[Tile, ...]:
        return self._model.rows

    def show_titles(self, titles: Sequence[str], *, room: int) -> None:
        self._room = room
        self._order = []
        self._model.set_rows([Tile(title) for title in titles])
        if titles:
            self.setCurrentIndex(self._model.index(0))
        self.scrollToTop()
        self.changed.emit()

    def set_room(self, room: int) -> None:
        self._room = room

    def toggle(self, row: int) -> None:
        if row in self._order:
            self._order.remove(row)
        elif len(self._order) < self._room:
            self._order.append(row)
        else:
            self.full.emit()
            return
        self._show_order()

    def choose_first(self) -> None:
        """In their order, up to the room there is, after those that were pressed already."""
        free = [row for row in range(len(self._model.rows)) if row not in self._order]
        self._order += free[: self._room - len(self._order)]
        self._show_order()

    def let_go_of(self, rows: Sequence[int]) -> None:
        self._order = [row for row in self._order if row not in rows]
        self._show_order()

    def tell(self, row: int, wrong: str) -> None:
        self._model.put(row, replace(self._model.rows[row], wrong=wrong))

    def show_row(self, row: int) -> None:
        self.setCurrentIndex(self._model.index(row))

    def look_again(self) -> None:
        """A picture came."""
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.choose_first()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if plain and index.isValid():
                self.toggle(index.row())
            else:
                event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tiles share the whole width."""
        wide = self.width() - _SCROLL_BAR
        across = max(2, wide // _TILE)
        tile = QSize(wide // across, tile_height(self.font(), wide // across))
        if self.gridSize() != tile:
            self.setGridSize(tile)
        super().resizeEvent(event)

    def _on_pressed(self, index: QModelIndex) -> None:
        self.toggle(index.row())

    def _show_order(self) -> None:
        places = {row: place for place, row in enumerate(self._order, start=1)}
        for row, tile in enumerate(self._model.rows):
            place = places.get(row, 0)
            if tile.place != place:
                self._model.put(row, Tile(tile.title, place))
        self.changed.emit()


class _Model(RowsModel[Tile]):
    def __init__(self, nameless: str, chosen: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._nameless = nameless
        self._chosen = chosen

    def put(self, row: int, tile: Tile) -> None:
        self.rows = (*self.rows[:row], tile, *self.rows[row + 1 :])
        index = self.index(row)
        self.dataChanged.emit(index, index)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def called(self, row: Tile) -> str:
        return row.title or self._nameless

    def spoken(self, row: Tile) -> str:
        parts = (self.called(row), self._chosen if row.place else "", row.wrong)
        return ", ".join(filter(None, parts))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role == _CHECK:
            on = self.rows[index.row()].place > 0
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole:
            row = self.rows[index.row()]
            return row.wrong or row.title
        return super().data(index, role)
