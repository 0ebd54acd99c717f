"""What may be spent at X and on what: the budget, how often X is looked at, X's prices.

Only for a connected account: no other pays anything.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from services.accounts.account import Checking
from services.settings import KEEP_DAY_LIMITS
from services.x_api.forecast import forecast
from services.x_api.prices import X_LIST, Kind
from ui.build import button, column, label
from ui.money.checking_choice import CheckingChoice
from ui.money.dollar_field import DollarField
from ui.money.price_list import PriceList, list_day
from ui.settings.section import Section, switch
from ui.settings.setting_row import SettingRow
from ui.status import dollars
from ui.theme import MEASURES
from widgets.fold_section import FoldSection

if TYPE_CHECKING:
    from services.shop import Shop


class SpendingSection(Section):
    budget_changed = Signal()
    """The budget is another one: what it held back may go on."""
    prices_changed = Signal()
    ledger_asked = Signal()

    def __init__(self, shop: Shop) -> None:
        super().__init__()
        self._shop = shop
        self._id = shop.accounts.active().id
        self.budget = DollarField(self._budget_name(), may_be_empty=True)
        self.budget.setPlaceholderText(self.tr("No budget"))
        self.budget.given.connect(self._on_budget)
        self.budget.refused.connect(self._on_refused)
        self.budget_trouble = label(kind="caption", tone="red", wrap=True)
        self.budget_trouble.hide()
        self.ledger = button(self.tr("See every payment"), in_row=True)
        self.ledger.clicked.connect(self.ledger_asked)
        self.spent = label(kind="caption", wrap=True)
        self.checking = CheckingChoice()
        self.checking.chosen.connect(self._on_checking)
        self.checking.resized.connect(self.resized)
        self.day_limits = switch(self._limits_name(), on=shop.settings.get(KEEP_DAY_LIMITS))
        self.day_limits.toggled.connect(self._on_day_limits)
        self.prices = PriceList()
        self.prices.corrected.connect(self._on_price)
        self.prices.resized.connect(self.resized)
        self.prices.reset_asked.connect(self._on_reset)
        self.fold = FoldSection(self.tr("What X charges"))
        self.fold.set_content(self.prices)
        self.fold.turned.connect(self._on_turned)
        self.set_rows(self._all_rows())
        self.read()

    def read(self) -> None:
        """Shows what is kept."""
        account = self._shop.accounts.get(self._id)
        self.budget.set_value(account.budget)
        spent = self._shop.ledger.spent_this_month(self._id)
        self.spent.setText(self.tr("{spent} so far").format(spent=dollars(spent)))
        prices = account.prices or X_LIST
        habits = self._shop.forecasts.habits(self._id)
        self.checking.set(
            account.checking, {way: forecast(habits, way, prices) for way in Checking}
        )
        corrected = self._shop.price_book.corrected_at()
        # X's list, also where this account pays other rows of it.
        self.prices.set(self._shop.price_book.current(), corrected, account.zone)
        self.fold.set_note(self._list_words(len(corrected)))

    def _all_rows(self) -> list[QWidget]:
        ways = QWidget()
        ways.setLayout(
            column(label(self.tr("How often X is looked at")), self.checking, gap=MEASURES.s8)
        )
        return [
            SettingRow(
                self._budget_name(),
                self.budget,
                below=self._under_budget(
                    self.tr(
                        "Shoplark tells you at 80 %, and stops before it would be passed. "
                        "Nothing is lost; it goes on when the month does."
                    )
                ),
            ),
            SettingRow(self.tr("Spent this month"), self.ledger, below=self.spent),
            ways,
            SettingRow(
                self._limits_name(),
                self.day_limits,
                note=self.tr(
                    "50 posts and 200 answers a day without X's tick, 2,400 with it. Switch it "
                    "off if X takes more from you."
                ),
            ),
            self.fold,
        ]

    def _under_budget(self, note: str) -> QWidget:
        under = QWidget()
        under.setLayout(column(self.budget_trouble, label(note, kind="caption", wrap=True), gap=2))
        return under

    def _budget_name(self) -> str:
        return self.tr("Budget for a month, in dollars")

    def _limits_name(self) -> str:
        return self.tr("Keep to X's number of posts a day")

    def _list_words(self, corrected: int) -> str:
        if corrected:
            return self.tr("%Ln changed by you", "", corrected)
        day = self.locale().toString(list_day(), QLocale.FormatType.LongFormat)
        return self.tr("X's list of {day}").format(day=day)

    def _on_budget(self, value: int | None) -> None:
        """More than before, none at all, or nothing is asked about once; less is not."""
        before = self._shop.accounts.get(self._id).budget
        if value != 0 and (before is None or (value is not None and value <= before)):
            self._set_budget(value)
            return
        from ui.money.ask_budget import AskBudget

        ask = AskBudget(before, value, self.window())
        ask.accepted.connect(partial(self._set_budget, value))
        ask.rejected.connect(self.read)
        ask.finished.connect(ask.deleteLater)
        ask.open()

    def _on_refused(self, why: str) -> None:
        self.budget_trouble.setText(why)
        if self.budget_trouble.isHidden() == bool(why):
            self.budget_trouble.setVisible(bool(why))
            self.resized.emit()

    def _set_budget(self, value: int | None) -> None:
        self.write(partial(self._shop.accounts.set_budget, self._id, value))
        self.read()
        self.budget_changed.emit()

    def _on_checking(self, way: Checking) -> None:
        self.write(partial(self._shop.accounts.set_checking, self._id, way))

    def _on_day_limits(self, on: bool) -> None:
        self.keep(self._shop.settings, KEEP_DAY_LIMITS, on)

    def _on_price(self, kind: Kind, cost: int) -> None:
        self.write(partial(self._shop.price_book.set, kind, cost))
        self._prices_changed()

    def _on_reset(self) -> None:
        self.write(self._shop.price_book.reset)
        self._prices_changed()

    def _prices_changed(self) -> None:
        self.read()
        self.resized.emit()
        self.prices_changed.emit()

    def _on_turned(self, opened: bool) -> None:
        self.resized.emit()
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if opened and area is not None:
            # What was asked for lies below the edge of the dialog.
            area.verticalScrollBar().setValue(self.fold.y())
