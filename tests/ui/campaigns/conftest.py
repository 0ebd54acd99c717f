"""The Shop tab of an own shop in Helsinki, with its drawer of campaigns open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from services.accounts.accounts import Account
from services.clock import SteppedClock
from services.ids import new_id
from services.shop import Shop
from ui.campaigns.campaigns_side import CampaignsSide
from ui.shop.shop_page import ShopPage

Said = Callable[..., str]


@pytest.fixture
def own(shop: Shop) -> Account:
    return shop.accounts.start_own_shop(handle="kiln", zone="Europe/Helsinki")


@pytest.fixture
def page(
    shop: Shop, own: Account, inline_tasks: Any, qtbot: QtBot, themed: Any
) -> Iterator[ShopPage]:
    made = ShopPage(shop, inline_tasks)
    qtbot.addWidget(made)
    made.setLocale(QLocale("en_GB"))
    made.resize(1280, 900)
    made.show_account(own)
    made.show()
    yield made
    made.close()


@pytest.fixture
def side(page: ShopPage) -> CampaignsSide:
    page.campaigns_button.click()
    assert page.campaigns.is_open
    return page.campaigns


@pytest.fixture
def said(shop: Shop, own: Account, clock: SteppedClock) -> Said:
    """`said("mina", "words", under="900", at=…)`: the id of the inbox item."""
    numbers = count(5_001)

    def make(handle: str, text: str, *, under: str = "1", at: int | None = None) -> str:
        connection = shop.database.connection
        connection.execute(
            "INSERT OR IGNORE INTO customer(id, account_id, x_user_id, handle, name, "
            "first_seen_at, looked_up_at) VALUES (?, ?, ?, ?, ?, 0, 0)",
            (new_id(), own.id, f"u-{handle}", handle, handle),
        )
        item_id = new_id()
        connection.execute(
            "INSERT INTO inbox_item(id, account_id, kind, x_id, x_conversation_id, customer_id, "
            "text, created_at, received_at) VALUES (?, ?, 'mention', ?, ?, "
            "(SELECT id FROM customer WHERE x_user_id = ?), ?, ?, 0)",
            (
                item_id,
                own.id,
                str(next(numbers)),
                under,
                f"u-{handle}",
                text,
                clock.now() if at is None else at,
            ),
        )
        return item_id

    return make
