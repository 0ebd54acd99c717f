"""The queue from top to bottom: a card a day. For narrow windows, and whoever likes it better."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import build
from ui.theme import MEASURES
from widgets.post_row import PostRow, RowValue

WIDEST = 760


@dataclass(frozen=True, slots=True)
class Group:
    """`today` stands in strong type."""

    head: str
    rows: tuple[RowValue, ...]


class QueueList(QWidget):
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[Group, ...] = ()
        self._rows: list[PostRow] = []
        self._inner = QWidget()
        self._inner.setMaximumWidth(WIDEST)
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, MEASURES.s8, 0, MEASURES.s24)
        self._column.setSpacing(MEASURES.s8)
        outer = QWidget()
        around = build.row(self._inner, None, margins=(4, 0, 4, 0))
        around.setStretchFactor(self._inner, 100)
        outer.setLayout(around)
        self._area = build.scroll(outer)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayout(build.column(self._area))
        self._keys = []
        for key, by in (("J", 1), ("K", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(partial(self.step, by))
            self._keys.append(shortcut)

    def set_keys_on(self, on: bool) -> None:
        """J and K go from row to row. A text field with the focus keeps its letters."""
        for key in self._keys:
            key.setEnabled(on)

    def step(self, by: int) -> None:
        """To the next or previous row; to the first from anywhere else."""
        here = next((n for n, row in enumerate(self._rows) if row.hasFocus()), None)
        there = 0 if here is None else here + by
        if 0 <= there < len(self._rows):
            self._rows[there].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._area.ensureWidgetVisible(self._rows[there])

    @property
    def rows(self) -> tuple[PostRow, ...]:
        return tuple(self._rows)

    def set(self, groups: tuple[Group, ...]) -> None:
        if groups == self._groups:
            return
        self._groups = groups
        kept = next((row.value.id for row in self._rows if row.hasFocus()), None)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = []
        for group in groups:
            self._column.addWidget(build.label(group.head, kind="strong"))
            card = build.frame("card")
            rows = [self._row(value) for value in group.rows]
            card.setLayout(build.column(*rows, gap=2, margins=(8, 8, 8, 8)))
            self._column.addWidget(card)
            self._column.addSpacing(MEASURES.s8)
        self._column.addStretch(1)
        for row in self._rows:
            if row.value.id == kept:
                row.setFocus()

    def _row(self, value: RowValue) -> PostRow:
        row = PostRow(value)
        row.clicked.connect(self._on_clicked)
        self._rows.append(row)
        return row

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, PostRow):
            self.opened.emit(row.value.id)
