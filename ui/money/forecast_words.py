"""What a month will cost, with its working: how many of what, times its price."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from services.accounts.account import Checking
from services.x_api.forecast import Forecast, Line, What
from ui.money.money_words import exactly
from ui.status import dollars

translate = QCoreApplication.translate


def way_name(checking: Checking) -> str:
    return {
        Checking.THRIFTY: translate("Money", "Thrifty"),
        Checking.NORMAL: translate("Money", "Normal"),
        Checking.AT_ONCE: translate("Money", "At once"),
    }[checking]


def way_words(checking: Checking) -> str:
    """As services/x_api/pace.py has it."""
    return {
        Checking.THRIFTY: translate(
            "Money", "The inbox every three hours while the shop is open; figures once a week."
        ),
        Checking.NORMAL: translate(
            "Money",
            "The inbox every five minutes while the shop is open, else every half hour; figures "
            "once a day.",
        ),
        Checking.AT_ONCE: translate(
            "Money",
            "The inbox every minute, day and night; figures once a day. At the price of Normal; "
            "it asks more of your connection and battery.",
        ),
    }[checking]


def total_words(forecast: Forecast) -> str:
    if not forecast.days:
        return translate("Money", "Too early to say")
    # A forecast is not known to the tenth of a cent.
    cents = -(-forecast.total // 10_000) * 10_000
    return translate("Money", "About {cost} a month").format(cost=dollars(cents))


def rests_on(forecast: Forecast) -> str:
    if not forecast.days:
        return translate("Money", "This needs some days of posts or words to you to go by.")
    days = forecast.days
    return translate("Money", "From your last %Ln days, carried on for a month of 30:", "", days)


def working(line: Line, locale: QLocale) -> str:
    """ "90 posts × $0.015 = $1.35"."""
    things = _things(line.what, line.count)
    price, cost = exactly(line.price), exactly(line.cost)
    if line.times == 1:
        return translate("Money", "{things} × {price} = {cost}").format(
            things=things, price=price, cost=cost
        )
    return translate("Money", "{things} × {price} × {times} readings = {cost}").format(
        things=things, price=price, times=locale.toString(line.times), cost=cost
    )


def _things(what: What, count: int) -> str:
    if what is What.POSTS:
        return translate("Money", "%Ln posts", "", count)
    if what is What.LINKS:
        return translate("Money", "%Ln with a link", "", count)
    if what is What.ANSWERS:
        return translate("Money", "%Ln answers", "", count)
    if what is What.ALT_TEXTS:
        return translate("Money", "Words of %Ln pictures", "", count)
    if what is What.MENTIONS:
        return translate("Money", "%Ln words to you", "", count)
    if what is What.AUTHORS:
        return translate("Money", "%Ln customers looked up", "", count)
    if what is What.FIGURES:
        return translate("Money", "Figures of %Ln posts", "", count)
    return translate("Money", "Your account")
