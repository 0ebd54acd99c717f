"""The entries of a long list of posts; how one looks is worked out when it is first seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from widgets.queue_view_values import STOPS, Entry, EntryKind, LineValue, Look
from widgets.rows_model import RowsModel

if TYPE_CHECKING:
    from widgets.queue_view_drag import RowDrag

Index = QModelIndex | QPersistentModelIndex


class QueueModel(RowsModel[Entry]):
    """Builds how a row looks when it is first seen or spoken."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.look: Look = _nothing
        self.places: dict[str, int] = {}
        self.drag: RowDrag | None = None
        self._lines: dict[str, LineValue] = {}

    def forget(self) -> None:
        self._lines.clear()

    def index_keys(self) -> None:
        self.places = {entry.key: row for row, entry in enumerate(self.rows) if entry.key}

    def entry(self, row: int) -> Entry | None:
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def line(self, row: int) -> LineValue:
        entry = self.rows[row]
        line = self._lines.get(entry.key)
        if line is None:
            line = self._lines[entry.key] = self.look(entry)
        return line

    def is_lifted(self, row: int) -> bool:
        return self.drag is not None and self.drag.lifted == row

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.entry(index.row())
        if entry is None or entry.kind not in STOPS:
            return Qt.ItemFlag.NoItemFlags
        if entry.kind is EntryKind.POST and not entry.fixed:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None or role not in _TEXTS:
            return None
        if entry.kind is EntryKind.FOOT:
            return ""
        line = self.line(index.row())
        if entry.kind is EntryKind.HEAD:
            return line.words
        return line.spoken if role == Qt.ItemDataRole.AccessibleTextRole else line.words


_TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


def _nothing(_entry: Entry) -> LineValue:
    return LineValue("")
