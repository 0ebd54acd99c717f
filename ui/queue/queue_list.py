"""The queue from top to bottom: a card a day. For narrow windows, and whoever likes it better."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
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
        area = build.scroll(outer)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayout(build.column(area))

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
