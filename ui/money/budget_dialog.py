"""The month's budget, changed where it stops the queue or is about to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from services.errors import BudgetReached, StorageTrouble
from services.x_api.ledger import start_of_month
from ui import when
from ui.build import button, label, row
from ui.fitting import room_for
from ui.messages import words
from ui.money.dollar_field import DollarField
from ui.status import dollars
from ui.theme import MEASURES
from widgets.type_scale import grown

if TYPE_CHECKING:
    from services.shop import Shop

WIDE = 420
_STEP = 5_000_000
"""The next five dollars above half as much again: what is offered first."""


class BudgetDialog(QDialog):
    changed = Signal()
    """The budget is another one: what it held back goes on."""

    def __init__(self, shop: Shop, parent: QWidget) -> None:
        super().__init__(parent)
        self._shop = shop
        self._account = shop.accounts.active()
        spent = shop.ledger.spent_this_month(self._account.id)
        budget = self._account.budget or 0
        self.setModal(True)
        self.setWindowTitle(self.tr("Change the budget"))
        self.field = DollarField(self.tr("New budget for a month, in dollars"), may_be_empty=False)
        self.field.set_value(_offered(max(budget, spent)))
        self.field.textEdited.connect(self._on_typed)
        self.set_button = button("", kind="primary")
        self.set_button.clicked.connect(self._on_set)
        self.keep_button = button(self.tr("Keep it"))
        self.keep_button.clicked.connect(self.reject)
        self.trouble = label(kind="caption", tone="red", wrap=True)
        self.trouble.hide()
        self.field.refused.connect(self._on_refused)
        self._build(self._said(spent, budget))
        self._on_typed()

    def _said(self, spent: int, budget: int) -> str:
        waiting = self._shop.outbox.list(self._account.id)
        if not any(post.reason == BudgetReached.__name__ for post in waiting):
            return self.tr("{spent} of {budget} is spent this month.").format(
                spent=dollars(spent), budget=dollars(budget)
            )
        end = start_of_month(self._shop.clock.now(), months=1)
        day = when.day_month(self.locale(), when.date_of(end, "UTC"), long=True)
        return self.tr(
            "{spent} of {budget} is spent this month. The queue waits, in order, and would go on "
            "by itself on {day}."
        ).format(spent=dollars(spent), budget=dollars(budget), day=day)

    def _build(self, said: str) -> None:
        pad = MEASURES.s24
        layout = QVBoxLayout(self)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(MEASURES.s16)
        layout.addWidget(label(self.tr("Change the budget"), kind="section"))
        layout.addWidget(label(said, kind="quiet", wrap=True))
        sign = label(self.tr("Dollars a month"))
        layout.addLayout(row(sign, None, self.field))
        layout.addWidget(self.trouble)
        layout.addLayout(row(self.keep_button, None, self.set_button))
        wide = min(round(WIDE * grown(self.font())), room_for(self).width())
        self.setFixedWidth(wide)

    def _on_typed(self) -> None:
        value = self.field.amount
        self.set_button.setEnabled(value is not None and value != self._account.budget)
        if value is None:
            self.set_button.setText(self.tr("Change it"))
        elif value == 0:
            self.set_button.setText(self.tr("Stop all sending"))
        elif value < (self._account.budget or 0):
            self.set_button.setText(self.tr("Lower it to {budget}").format(budget=dollars(value)))
        else:
            self.set_button.setText(self.tr("Raise it to {budget}").format(budget=dollars(value)))

    def _on_refused(self, why: str) -> None:
        self.trouble.setText(why)
        self.trouble.setVisible(bool(why))

    def _on_set(self) -> None:
        value = self.field.amount
        if value is None:
            return
        try:
            self._shop.accounts.set_budget(self._account.id, value)
        except StorageTrouble as error:
            self.trouble.setText(words(error).sentence)
            self.trouble.show()
            return
        self.accept()
        self.changed.emit()


def _offered(budget: int) -> int:
    return -(-(budget * 3 // 2) // _STEP) * _STEP or _STEP
