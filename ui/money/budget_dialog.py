"""Asks once before more is spent than the owner had set: the one question about the budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from services.errors import StorageTrouble
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
    raised = Signal()
    """The budget is another one: what it held back goes on."""

    def __init__(self, shop: Shop, parent: QWidget) -> None:
        super().__init__(parent)
        self._shop = shop
        self._account = shop.accounts.active()
        spent = shop.ledger.spent_this_month(self._account.id)
        budget = self._account.budget or 0
        self.setModal(True)
        self.setWindowTitle(self.tr("Raise the budget"))
        self.field = DollarField(self.tr("New budget for a month, in dollars"), may_be_empty=False)
        self.field.set_value(_offered(max(budget, spent)))
        self.field.textEdited.connect(self._on_typed)
        self.raise_button = button("", kind="primary")
        self.raise_button.clicked.connect(self._on_raise)
        self.keep_button = button(self.tr("Keep it"))
        self.keep_button.clicked.connect(self.reject)
        self.trouble = label(kind="caption", tone="red", wrap=True)
        self.trouble.hide()
        end = start_of_month(shop.clock.now(), months=1)
        day = when.day_month(self.locale(), when.date_of(end, "UTC"), long=True)
        said = self.tr(
            "{spent} of {budget} is spent this month. The queue waits, in order, and would go on "
            "by itself on {day}."
        ).format(spent=dollars(spent), budget=dollars(budget), day=day)
        self._build(said)
        self._on_typed()

    def _build(self, said: str) -> None:
        pad = MEASURES.s24
        layout = QVBoxLayout(self)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(MEASURES.s16)
        layout.addWidget(label(self.tr("Raise the budget"), kind="section"))
        layout.addWidget(label(said, kind="quiet", wrap=True))
        sign = label(self.tr("Dollars a month"))
        layout.addLayout(row(sign, None, self.field))
        layout.addWidget(self.trouble)
        layout.addLayout(row(self.keep_button, None, self.raise_button))
        wide = min(round(WIDE * grown(self.font())), room_for(self).width())
        self.setFixedWidth(wide)

    def _typed(self) -> int | None:
        from ui.money.dollar_field import parse_dollars

        return parse_dollars(self.field.text(), self.locale())

    def _on_typed(self) -> None:
        """More than it is: to lower it, there are the settings."""
        value = self._typed()
        more = value is not None and value > (self._account.budget or 0)
        self.raise_button.setEnabled(more)
        if value is None:
            self.raise_button.setText(self.tr("Raise it"))
        else:
            self.raise_button.setText(self.tr("Raise it to {budget}").format(budget=dollars(value)))

    def _on_raise(self) -> None:
        value = self._typed()
        if value is None:
            return
        try:
            self._shop.accounts.set_budget(self._account.id, value)
        except StorageTrouble as error:
            self.trouble.setText(words(error).sentence)
            self.trouble.show()
            return
        self.accept()
        self.raised.emit()


def _offered(budget: int) -> int:
    return -(-(budget * 3 // 2) // _STEP) * _STEP or _STEP
