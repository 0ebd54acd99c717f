"""The list behind a figure: its lines, and their sum at the top, equal to the tile's."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.analytics.figures import FigureItem, Key
from ui import build, when
from ui.analytics.figure_words import value_words
from ui.shown_text import shown_text
from widgets.post_row import PostRow, RowValue

_SHOWN = 200
"""Rows made at most: the sum is always that of all lines."""


class FigureList(QWidget):
    opened = Signal(object)
    """The `FigureItem` of a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[FigureItem, ...] = ()
        self._rows: list[PostRow] = []
        self.total = build.label(kind="figure")
        self._about = build.label(kind="caption", wrap=True)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(8, 0, 8, 16)
        self._column.setSpacing(0)
        head = build.column(self.total, self._about, gap=0, margins=(16, 0, 16, 12))
        area = build.scroll(self._body)
        area.setAccessibleName(self.tr("What the figure is made of"))
        column = build.column(head, build.line(), area, gap=0)
        self.setLayout(column)

    @property
    def rows(self) -> tuple[PostRow, ...]:
        return tuple(self._rows)

    def set(
        self,
        key: Key,
        total: float | None,
        items: tuple[FigureItem, ...],
        *,
        zone: str,
        locale: QLocale,
    ) -> None:
        """Newest first, as far as there are rows."""
        while (old := self._column.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._items = tuple(reversed(items))
        self._rows = []
        self.total.setText(value_words(key, total, locale))
        self._about.setText(self._told(key, len(items), locale))
        for number, item in enumerate(self._items[:_SHOWN]):
            day = when.day_month(locale, when.date_of(item.at, zone))
            time = when.clock_time(locale, item.at, zone)
            caption = self.tr("{day}, {time}").format(day=day, time=time)
            row = PostRow(
                RowValue(
                    id=str(number),
                    text=shown_text(item.text) or caption,
                    caption=caption if item.text else "",
                    figure=_figure(key, item, locale),
                )
            )
            row.setEnabled(bool(item.item_id or item.post_id or item.x_post_id))
            row.clicked.connect(self._on_clicked)
            self._rows.append(row)
            self._column.addWidget(row)
        self._column.addStretch(1)

    def _told(self, key: Key, count: int, locale: QLocale) -> str:
        number = locale.toString(count)
        if key is Key.FIRST_ANSWER:
            return self.tr("The middle one of these {count}").format(count=number)
        if key is Key.FOLLOWERS:
            return self.tr("The first count, and what each day added or took away")
        return self.tr("The sum of these {count}").format(count=number)

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, PostRow):
            self.opened.emit(self._items[int(row.value.id)])


def _figure(key: Key, item: FigureItem, locale: QLocale) -> str:
    if key is Key.FOLLOWERS and item.value >= 0:
        return f"+{value_words(key, item.value, locale)}"
    return value_words(key, item.value, locale)
