"""The short words at the end of the top bar: who, how, what was spent, when X was last read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from services.accounts.accounts import Account, Way

translate = QCoreApplication.translate


def way_words(way: Way) -> str:
    return {
        Way.PRACTICE: translate("Status", "Sample shop"),
        Way.BY_HAND: translate("Status", "By hand, free"),
        Way.CONNECTED: translate("Status", "Connected"),
    }[way]


def checked_ago(seconds: int) -> str:
    minutes = max(seconds, 0) // 60
    if minutes == 0:
        return translate("Status", "Checked just now")
    if minutes < 60:
        return translate("Status", "Checked %n min ago", "", minutes)
    hours = minutes // 60
    return translate("Status", "Checked %n h ago", "", hours)


def dollars(micro: int) -> str:
    """X bills in US dollars. Under a cent the tenths are shown: a read costs $0.001."""
    places = 2 if micro % 10_000 == 0 or micro >= 1_000_000 else 3
    return QLocale().toCurrencyString(micro / 1_000_000, "$", places)


WARN_AT = 80
"""Percent of the budget from which on the owner is told."""


def spend_tone(spent: int, budget: int | None) -> str:
    """ "amber" from 80 % of the budget on, "red" when nothing is left; "" before."""
    if budget is None or spent * 100 < budget * WARN_AT:
        return ""
    return "red" if spent >= budget else "amber"


def spend(spent: int, budget: int | None) -> str:
    """This month's spend of a connected account, beside its budget when it has one."""
    if budget is None:
        return translate("Status", "{spent} this month").format(spent=dollars(spent))
    return translate("Status", "{spent} of {budget}").format(
        spent=dollars(spent), budget=dollars(budget)
    )


def account_name(account: Account, shop_name: str) -> str:
    """What stands on the chip when there is no handle yet."""
    return shop_name or account.handle or translate("Status", "My shop")
