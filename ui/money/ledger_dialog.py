"""What was spent at X: a month by what it was for, the budget, and every payment of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QStackedLayout, QVBoxLayout, QWidget

from services.x_api.ledger import start_of_month
from services.x_api.spending import Month, to_csv
from ui import when
from ui.build import button, card, column, frame, icon_button, label, row
from ui.fitting import room_for
from ui.icons import icon
from ui.messages import words
from ui.money.ledger_rows import rows_of
from ui.money.money_words import exactly, places_of, purpose_words, with_places
from ui.status import dollars
from ui.theme import MEASURES
from widgets.call_list import CallList
from widgets.empty_state import EmptyState
from widgets.share_bars import Share, ShareBars
from widgets.type_scale import grown

if TYPE_CHECKING:
    from services.shop import Shop

WIDE, HIGH = 640, 720


class LedgerDialog(QDialog):
    post_asked = Signal(str)
    """The id of a post whose row was chosen."""
    settings_asked = Signal()

    def __init__(self, shop: Shop, parent: QWidget) -> None:
        super().__init__(parent)
        self._shop = shop
        self._account = shop.accounts.active()
        self._month = shop.spending.month(self._account.id)
        self.setModal(True)
        self.setWindowTitle(self.tr("Spent at X"))
        self.before = icon_button(self.tr("The month before"), icon="chevron-left")
        self.after = icon_button(self.tr("The month after"), icon="chevron-right")
        self.name = label(kind="strong")
        self.total = label(kind="figure")
        self.budget = label(kind="quiet", wrap=True)
        self.bars = ShareBars()
        self.list = CallList(self.tr("Every payment"))
        self.empty = EmptyState(icon("circle-check"), self.tr("Nothing was paid in this month."))
        self.trouble = label(kind="caption", tone="red", wrap=True)
        self.export = button(self.tr("Export CSV"))
        self.settings = button(self.tr("Budget and prices"), icon="settings")
        self.done_button = button(self.tr("Done"), kind="primary")
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        pad = MEASURES.s24
        title = label(self.tr("Spent at X"), kind="title")
        head = row(title, None, self.before, self.name, self.after)
        self._sums = card(self.total, self.budget, MEASURES.s8, self.bars, gap=MEASURES.s4)
        calls = frame("card")
        self._either = QStackedLayout()
        # It shows the first that it gets: the frame holds it before.
        calls.setLayout(column(self._either, margins=(0, 8, 0, 8)))
        self._either.addWidget(self.list)
        self._either.addWidget(self.empty)
        self.trouble.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(MEASURES.s16)
        layout.addLayout(head)
        layout.addWidget(self._sums)
        layout.addWidget(calls, 1)
        layout.addWidget(self.trouble)
        layout.addLayout(row(self.settings, self.export, None, self.done_button))
        most = room_for(self)
        times = grown(self.font())
        self.resize(min(round(WIDE * times), most.width()), min(round(HIGH * times), most.height()))

    def _connect(self) -> None:
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.list.chosen.connect(self._on_chosen)
        self.export.clicked.connect(self._on_export)
        self.settings.clicked.connect(self._on_settings)
        self.done_button.clicked.connect(self.accept)

    def _show(self) -> None:
        month, locale = self._month, self.locale()
        # X's month is UTC's, wherever the shop is.
        day = when.date_of(month.start, "UTC")
        now = self._shop.clock.now()
        self.name.setText(when.month_year(locale, day))
        self.total.setText(exactly(month.total))
        self.budget.setText(self._budget_words(month, now))
        self.bars.set(_shares(month))
        self.bars.setVisible(bool(month.calls))
        zone = self._account.zone
        today = when.date_of(now, zone)
        self.list.set_rows(rows_of(month.calls, zone=zone, today=today, locale=locale))
        self._either.setCurrentWidget(self.list if month.calls else self.empty)
        self.export.setEnabled(bool(month.calls))
        first = self._shop.spending.first_month(self._account.id)
        self.before.setEnabled(first is not None and first < month.start)
        self.after.setEnabled(month.end <= now)

    def _budget_words(self, month: Month, now: int) -> str:
        if not month.start <= now < month.end:
            return self.tr("The whole month, by X's calendar (UTC)")
        budget = self._account.budget
        if budget is None:
            return self.tr("This month so far. No budget is set.")
        left = max(budget - month.total, 0)
        day = when.day_month(self.locale(), QDate(when.date_of(month.end, "UTC")), long=True)
        return self.tr("{left} left of {budget} until {day}").format(
            left=dollars(left), budget=dollars(budget), day=day
        )

    def _turn(self, months: int) -> None:
        at = start_of_month(self._month.start, months=months)
        self._month = self._shop.spending.month(self._account.id, at)
        self._show()

    def _on_before(self) -> None:
        self._turn(-1)

    def _on_after(self) -> None:
        self._turn(1)

    def _on_chosen(self, post_id: str) -> None:
        self.accept()
        self.post_asked.emit(post_id)

    def _on_settings(self) -> None:
        self.accept()
        self.settings_asked.emit()

    def _on_export(self) -> None:
        day = when.date_of(self._month.start, "UTC")
        name = f"shoplark-{day.toString('yyyy-MM')}.csv"
        chosen, _filter = QFileDialog.getSaveFileName(
            self, self.tr("Export CSV"), name, self.tr("CSV files (*.csv)")
        )
        if chosen:
            self.save_to(chosen)

    def save_to(self, path: str) -> None:
        """Says in the dialog what the disk refuses."""
        from pathlib import Path

        from services.store.troubles import system_trouble

        file = Path(path)
        try:
            file.write_bytes(to_csv(self._month.calls))
        except OSError as error:
            self.trouble.setText(words(system_trouble(error, file)).sentence)
            self.trouble.show()
        else:
            self.trouble.hide()


def _shares(month: Month) -> tuple[Share, ...]:
    sums = month.by_purpose()
    most = max((one.cost for one in sums), default=0) or 1
    places = max((places_of(one.cost) for one in sums), default=0)
    return tuple(
        Share(purpose_words(one.purpose), with_places(one.cost, places), one.cost / most)
        for one in sums
    )
