"""What the card is told of a month at X: at the shop's own pace and the account's own prices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.accounts.account import Account, Checking
from services.x_api.forecast import forecast
from services.x_api.prices import Kind
from ui.sign_in.pace import EXAMPLE, Pace

if TYPE_CHECKING:
    from services.shop import Shop


def show_month(pace: Pace, shop: Shop, account: Account) -> None:
    habits = shop.forecasts.habits(account.id)
    prices = shop.price_book.of_account(account.id)
    example = not habits.days
    pace.set(
        {way: forecast(EXAMPLE if example else habits, way, prices) for way in Checking},
        example=example,
        dearer=prices.of(Kind.POST_READ) if account.owns_app is None else None,
    )
