"""Why money, or X's number of posts a day, stops the queue, and when it goes on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QTimeZone

from services.errors import BudgetReached, NextStep, OutOfCredit, RateLimited
from ui import when
from ui.messages import Message, Tone
from ui.status import dollars

translate = QCoreApplication.translate
"""Keeps its name: lupdate knows a text by `translate(`."""


def budget_reached(error: BudgetReached) -> str:
    """X's month, and so the budget's, turns at midnight by UTC."""
    if error.cost is not None and error.until is None:
        said = translate("Money", "This costs {cost}, more than the whole month's budget.").format(
            cost=dollars(error.cost)
        )
    elif error.cost is not None and error.left is not None and error.left > 0:
        said = translate(
            "Money", "This costs {cost}, and {left} of the month's budget is left."
        ).format(cost=dollars(error.cost), left=dollars(error.left))
    else:
        said = translate("Money", "The month's budget is spent.")
    if not error.until:
        waits = translate("Money", "The queue is kept, in order, and waits.")
    else:
        locale = QLocale()
        day = QDateTime.fromSecsSinceEpoch(error.until, QTimeZone.utc()).date()
        waits = translate(
            "Money", "The queue is kept, and goes on by itself on {day} (UTC)."
        ).format(day=when.day_month(locale, day, long=True))
    return translate("Money", "{said} {waits}").format(said=said, waits=waits)


def out_of_credit(error: OutOfCredit, zone: str = "") -> str:
    if not error.until:
        return translate(
            "Money",
            "Your credit at X is used up. The queue is kept, and goes on when you add some.",
        )
    return translate(
        "Money",
        "Your credit at X is used up. The queue is kept, and goes on when you add some; X is asked "
        "again at {time}.",
    ).format(time=when.time_said(error.until, zone))


def day_limit(error: RateLimited, zone: str = "") -> str:
    """As services/x_api/day_limits.py counts them."""
    most = QLocale().toString(error.most or 0)
    return translate(
        "Money", "X takes no more than {most} from this account just now. It goes on at {time}."
    ).format(most=most, time=when.time_said(error.until, zone))


def when_it_is_there() -> Message:
    """After X's own page was opened: the queue need not wait until it is tried by itself."""
    return Message(
        translate("Money", "When it is done there, the queue goes on with one press."),
        translate("Messages", "Try now"),
        NextStep.TRY_AGAIN,
        Tone.CALM,
    )
