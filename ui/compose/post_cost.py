"""What the post on the sheet costs, and whether this month's budget still pays for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.accounts.account import Way
from ui.status import dollars

if TYPE_CHECKING:
    from collections.abc import Sequence

    from services.accounts.account import Account
    from services.shop import Shop
    from services.text.measure import Parsed
    from ui.compose.content import Content


def cost_of(account: Account, content: Content, measured: Sequence[Parsed]) -> int | None:
    """Micro-dollars of all parts; None where nothing is paid."""
    prices = account.prices
    if prices is None:
        return None
    return sum(
        prices.of_post(each.has_link, sum(bool(one.alt_text.strip()) for one in part.pictures))
        for part, each in zip(content.parts, measured, strict=True)
    )


def poster(shop: Shop, account: Account | None) -> str:
    """As whom it goes: told to whoever has several shops, and wherever it is paid for."""
    if account is None or account.way is Way.PRACTICE:
        return ""
    from ui.account_names import name_among_others

    handle = f"@{account.handle}" if account.handle and account.way is Way.CONNECTED else ""
    return name_among_others(shop, account) or handle


def budget_left(shop: Shop, account: Account | None) -> int | None:
    """Micro-dollars of this month's budget; None where nothing is paid, or none is set."""
    if account is None or account.prices is None or account.budget is None:
        return None
    spent = shop.ledger.spent_this_month(account.id) + shop.ledger.in_doubt(account.id)
    return max(account.budget - spent, 0)


def would_wait(account: Account, cost: int | None, left: int | None) -> str:
    """That the budget holds it back; "" when it does not.

    A whole thread is weighed: none begins that the budget would break off.
    """
    if cost is None or left is None or cost <= left:
        return ""
    translate = QCoreApplication.translate
    if account.budget is not None and cost > account.budget:
        return translate(
            "Compose",
            "This costs {cost}, more than the whole month's budget: it would wait until you "
            "change that.",
        ).format(cost=dollars(cost))
    return translate(
        "Compose", "This costs {cost}, and {left} of the month's budget is left: it would wait."
    ).format(cost=dollars(cost), left=dollars(left))
