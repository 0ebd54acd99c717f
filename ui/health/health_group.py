"""Rows that belong together, a line between two of them; each keeps its place when it changes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.build import line
from ui.health.health_row import HealthRow
from ui.health.row_words import Press, RowWords
from ui.theme import MEASURES


class HealthGroup(QWidget):
    pressed = Signal(object)
    """The `Press` of a row's button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, HealthRow] = {}
        self._lines: dict[str, QFrame] = {}
        self._width = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MEASURES.s12)

    @property
    def rows(self) -> dict[str, HealthRow]:
        return self._rows

    def set_rows(self, rows: Iterable[RowWords]) -> None:
        """All of it anew; a row that stays is not made again, so that its button keeps the keys."""
        wanted = {words.key: words for words in rows}
        if list(wanted) != list(self._rows):
            self._arrange(wanted)
        for key, words in wanted.items():
            self.set_row(key, words)

    def set_row(self, key: str, words: RowWords) -> None:
        row = self._rows[key]
        if row.words != words or row.button.busy:
            row.set(words)
            row.fit(self._width)

    def fit(self, width: int) -> None:
        self._width = width
        for row in self._rows.values():
            row.fit(width)

    def _arrange(self, wanted: dict[str, RowWords]) -> None:
        for each in (*self._lines.values(), *self._rows.values()):
            self._column.removeWidget(each)
        left = [self._rows.pop(key) for key in self._rows.keys() - wanted.keys()]
        for gone in (*self._lines.values(), *left):
            gone.hide()
            gone.deleteLater()
        self._lines = {}
        self._rows = {key: self._rows.get(key) or self._made(wanted[key]) for key in wanted}
        for number, (key, row) in enumerate(self._rows.items()):
            if number:
                self._lines[key] = line()
                self._column.addWidget(self._lines[key])
                self._lines[key].show()
            self._column.addWidget(row)
            # A layout would show it a moment later, and whoever measures now would not see it.
            row.show()

    def _made(self, words: RowWords) -> HealthRow:
        row = HealthRow(words)
        row.pressed.connect(self._on_pressed)
        return row

    def _on_pressed(self, press: Press) -> None:
        self.pressed.emit(press)
