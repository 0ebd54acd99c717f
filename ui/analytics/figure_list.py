"""The list behind a figure: its lines, and their sum at the top, equal to the tile's."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from services.analytics.figures import FigureItem, Key
from ui import build
from ui.analytics.figure_words import value_words
from ui.analytics.rows import Rows, moment, opens, words_of
from widgets.post_row import PostRow, RowValue

_SHOWN = 200
"""Rows made at most: the sum is always that of all lines."""


class FigureList(QWidget):
    opened = Signal(object)
    """The `FigureItem` of a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[FigureItem, ...] = ()
        self._rows = Rows()
        self.total = build.label(kind="figure")
        self.about = build.label(kind="caption", wrap=True)
        body = QWidget()
        body.setLayout(build.column(self._rows, None, margins=(8, 0, 8, 16)))
        head = build.column(self.total, self.about, gap=0, margins=(16, 0, 16, 12))
        area = build.scroll(body, name=self.tr("What the figure is made of"))
        self.setLayout(build.column(head, build.line(), area, gap=0))
        self._rows.chosen.connect(self._on_chosen)

    @property
    def rows(self) -> tuple[PostRow, ...]:
        return self._rows.rows

    def set(
        self,
        key: Key,
        total: float | None,
        items: tuple[FigureItem, ...],
        *,
        zone: str,
        locale: QLocale,
    ) -> None:
        """Largest first, and among equals the newest; followers by day. As far as there are rows.

        `items` come oldest first.
        """
        self._items = tuple(reversed(items))
        if key is not Key.FOLLOWERS:
            self._items = tuple(sorted(self._items, key=_largest_first))
        self.total.setText(value_words(key, total, locale))
        self.about.setText(self._told(key, items, locale))
        values = []
        for number, item in enumerate(self._items[:_SHOWN]):
            said = moment(locale, item.at, zone, self.tr("{day}, {time}"))
            text, caption = words_of(item, said)
            figure = _figure(key, item, locale)
            values.append(RowValue(id=str(number), text=text, caption=caption, figure=figure))
        shut = frozenset(str(n) for n, item in enumerate(self._items[:_SHOWN]) if not opens(item))
        self._rows.set(values, closed=shut)

    def _told(self, key: Key, items: tuple[FigureItem, ...], locale: QLocale) -> str:
        count = len(items)
        if key is Key.FIRST_ANSWER:
            return self.tr("The middle one of %Ln waits, the longest first", "", count)
        if key is Key.FOLLOWERS:
            return self.tr("The first count, and what each day added or took away")
        if key is Key.MENTIONS:
            return self.tr("%Ln mentions, the newest first", "", count)
        if key is Key.DAYS_POSTED:
            return self.tr("%Ln days, each with its first post", "", count)
        answers = sum(item.answer for item in items)
        posts = self.tr("%Ln posts", "", count - answers)
        said = self.tr("%Ln answers", "", answers)
        if not answers or count == answers:
            made_of = posts if not answers else said
        else:
            made_of = self.tr("{posts} and {answers}").format(posts=posts, answers=said)
        if key in (Key.POSTS, Key.ANSWERS):
            return self.tr("{made_of}, the newest first").format(made_of=made_of)
        return self.tr("The sum of {made_of}, the largest first").format(made_of=made_of)

    def _on_chosen(self, number: str) -> None:
        self.opened.emit(self._items[int(number)])


def _largest_first(item: FigureItem) -> float:
    return -item.value


def _figure(key: Key, item: FigureItem, locale: QLocale) -> str:
    if key is Key.FOLLOWERS and item.value >= 0:
        return f"+{value_words(key, item.value, locale)}"
    return value_words(key, item.value, locale)
