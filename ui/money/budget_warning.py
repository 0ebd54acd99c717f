"""The one warning before the budget stops anything: once a month, and again for another budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from services.errors import NextStep
from services.settings import WARNED_OF_BUDGET
from services.x_api.ledger import start_of_month
from ui.messages import Message, Tone, button
from ui.status import dollars, spend_tone

if TYPE_CHECKING:
    from services.accounts.account import Account
    from services.shop import Shop


def warning(shop: Shop, account: Account, spent: int) -> Message | None:
    """None while there is nothing to warn of, or the owner has answered it."""
    if spend_tone(spent, account.budget) != "amber" or account.budget is None:
        return None
    if shop.settings.get(WARNED_OF_BUDGET) == _about(shop, account):
        return None
    left = dollars(account.budget - spent)
    sentence = QCoreApplication.translate(
        "Money", "{percent} % of this month's budget is spent: {left} is left."
    ).format(percent=QLocale().toString(spent * 100 // account.budget), left=left)
    return Message(sentence, button(NextStep.CHANGE_BUDGET), NextStep.CHANGE_BUDGET, Tone.WARNING)


def told(shop: Shop, account: Account) -> None:
    """The owner has seen it: not again this month, unless the budget becomes another one."""
    shop.settings.remember(WARNED_OF_BUDGET, _about(shop, account))


def _about(shop: Shop, account: Account) -> str:
    return f"{account.id} {start_of_month(shop.clock.now())} {account.budget}"
