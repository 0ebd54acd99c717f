"""The month in one sentence, and which month it is."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from services.accounts.accounts import Way
from services.analytics.figures import Figures, Period, date_of
from ui import build, when
from ui.analytics.figure_words import sentence_of
from ui.analytics.rows import apart
from ui.theme import MEASURES


class PeriodHeader(QWidget):
    moved = Signal(int)
    """-1 to the period before, 1 to the one after."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = build.label(kind="title", wrap=True)
        self.compared = build.label(kind="quiet", wrap=True)
        self.back = build.icon_button(self.tr("28 days earlier"), icon="chevron-left")
        self.onward = build.icon_button(self.tr("28 days later"), icon="chevron-right")
        self.period = build.label(kind="strong")
        words = build.column(self.sentence, self.compared, gap=2)
        row = build.row(words, MEASURES.s16, self.back, self.period, self.onward, gap=4)
        row.setStretchFactor(words, 1)
        self.setLayout(row)
        self.back.clicked.connect(self._on_back)
        self.onward.clicked.connect(self._on_onward)

    def set(
        self, figures: Figures, way: Way, locale: QLocale, *, newest: bool, oldest: bool
    ) -> None:
        self.sentence.setText(sentence_of(figures, way, locale))
        self.compared.setVisible(_is_compared(figures))
        self.compared.setText(
            self.tr("{days} days, compared with the {days} before ({before})").format(
                days=locale.toString(figures.day_count),
                before=apart(_span(figures.earlier, locale)),
            )
        )
        self.period.setText(_span(figures.period, locale))
        self.onward.setEnabled(not newest)
        self.back.setEnabled(not oldest)

    def _on_back(self) -> None:
        self.moved.emit(-1)

    def _on_onward(self) -> None:
        self.moved.emit(1)


def _is_compared(figures: Figures) -> bool:
    return any(tile.change is not None for tile in (*figures.tiles, *figures.engagement_kinds))


def _span(period: Period, locale: QLocale) -> str:
    first, last = when.as_qdate(date_of(period.first_day)), when.as_qdate(date_of(period.last_day))
    return when.span(locale, first, last)
