"""X's price list, each price open to correction when X has changed it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from services.x_api.price_book import MOST
from services.x_api.prices import LIST_DATE, LIST_PAGE, PRICES, Kind, Prices
from ui import links, when
from ui.build import button, column, label, row
from ui.money.dollar_field import DollarField
from ui.money.money_words import exactly, kind_words
from ui.theme import MEASURES


class PriceList(QWidget):
    corrected = Signal(object, object)
    """`Kind` and its price in micro-dollars."""
    reset_asked = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[Kind, DollarField] = {}
        self._told = {kind: label(kind="caption") for kind in Kind}
        self.troubles = {kind: label(kind="caption", tone="red", wrap=True) for kind in Kind}
        grid = QGridLayout()
        grid.setHorizontalSpacing(MEASURES.s12)
        grid.setVerticalSpacing(MEASURES.s8)
        grid.setColumnStretch(0, 1)
        for number, kind in enumerate(Kind):
            name = kind_words(kind)
            each = self.fields[kind] = DollarField(name, may_be_empty=False, most=MOST)
            each.given.connect(partial(self.corrected.emit, kind))
            each.refused.connect(partial(self._on_refused, kind))
            self.troubles[kind].hide()
            said = column(label(name, wrap=True), self._told[kind], self.troubles[kind], gap=0)
            grid.addLayout(said, number, 0)
            grid.addWidget(each, number, 1, Qt.AlignmentFlag.AlignVCenter)
        self.reset = button(self.tr("X's list again"), icon="rotate-ccw", in_row=True)
        self.reset.clicked.connect(self.reset_asked)
        self.page = button(self.tr("Look at X's list"), kind="link", icon="external-link")
        self.page.clicked.connect(self._on_page)
        about = label(
            self.tr("In dollars. X charges for one and the same thing once a day, by UTC."),
            kind="caption",
            wrap=True,
        )
        self.setLayout(column(about, grid, row(self.reset, None, self.page), gap=MEASURES.s12))

    def set(self, prices: Prices, corrected_at: dict[Kind, int], zone: str) -> None:
        locale = self.locale()
        for kind, each in self.fields.items():
            each.set_value(prices.of(kind))
            at = corrected_at.get(kind)
            told = ""
            if at is not None:
                told = self.tr("X's list says {price}; changed by you on {day}").format(
                    price=exactly(PRICES[kind]),
                    day=when.day_month(locale, when.date_of(at, zone), long=True),
                )
            self._told[kind].setText(told)
            self._told[kind].setVisible(bool(told))
        self.reset.setEnabled(bool(corrected_at))

    def _on_refused(self, kind: Kind, why: str) -> None:
        self.troubles[kind].setText(why)
        if self.troubles[kind].isHidden() == bool(why):
            self.troubles[kind].setVisible(bool(why))
            self.resized.emit()

    def _on_page(self) -> None:
        links.open_page(LIST_PAGE, over=self)


def list_day() -> QDate:
    """The day of X's list that the program knows."""
    return QDate.fromString(LIST_DATE, "yyyy-MM-dd")
