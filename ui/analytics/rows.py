"""Rows of posts under each other; a click tells which."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.analytics.figures import FigureItem
from ui import when
from ui.shown_text import shown_text
from widgets.isolates import CLOSE, OPEN
from widgets.post_row import PostRow, RowValue


class Rows(QWidget):
    chosen = Signal(str)
    """The id of a row's value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PostRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def rows(self) -> tuple[PostRow, ...]:
        return tuple(self._rows)

    def set(self, values: Iterable[RowValue], *, closed: frozenset[str] = frozenset()) -> None:
        """`closed`: the ids of rows that open nothing."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [PostRow(value) for value in values]
        for row in self._rows:
            row.setEnabled(row.value.id not in closed)
            row.clicked.connect(self._on_clicked)
            self._column.addWidget(row)

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, PostRow):
            self.chosen.emit(row.value.id)


def words_of(item: FigureItem, when_said: str) -> tuple[str, str]:
    """Its words and, under them, when; the when alone for what has no words."""
    text = shown_text(item.text)
    return (text, when_said) if text else (when_said, "")


def apart(words: str) -> str:
    """Words put into others, whichever way each of them runs."""
    return f"{OPEN}{words}{CLOSE}"


def opens(item: FigureItem) -> bool:
    return bool(item.item_id or item.post_id or item.x_post_id)


def moment(locale: QLocale, seconds: int, zone: str, pattern: str) -> str:
    """`pattern` is a translated text with {day} and {time}."""
    return pattern.format(
        day=when.day_month(locale, when.date_of(seconds, zone)),
        time=when.clock_time(locale, seconds, zone),
    )
