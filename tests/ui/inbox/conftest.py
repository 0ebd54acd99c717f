"""Words of customers put straight into the store, and the page that shows them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import QLocale

from services.accounts.accounts import Account
from services.shop import Shop
from ui.inbox.inbox_page import InboxPage

Says = Callable[..., str]
ZONE = "Europe/Helsinki"


@pytest.fixture
def account(shop: Shop) -> Account:
    """It is Friday, 20 November 2026, noon in Helsinki."""
    return shop.accounts.set_zone(shop.accounts.practice().id, ZONE)


@pytest.fixture
def says(shop: Shop, account: Account) -> Says:
    """`says("Maya", "Do you ship?", ago=60)`: a word of a customer; returns our id of it."""
    numbers = count(5_000)

    def say(
        name: str, text: str, *, ago: int = 60, topic: str = "", thread: str = "", to: str = ""
    ) -> str:
        of = to or account.id
        now = shop.clock.now()
        number = str(next(numbers))
        handle = f"h_{abs(hash(name)) % 1_000_000}"
        item_id = str(uuid4())
        with shop.database.transaction() as connection:
            connection.execute(
                "INSERT INTO customer(id, account_id, x_user_id, handle, name, first_seen_at, "
                "looked_up_at) VALUES (?, ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT(account_id, x_user_id) DO NOTHING",
                (str(uuid4()), of, handle, handle, name, now - ago, now),
            )
            customer = connection.execute(
                "SELECT id FROM customer WHERE account_id = ? AND x_user_id = ?", (of, handle)
            ).fetchone()["id"]
            connection.execute(
                "INSERT INTO inbox_item(id, account_id, kind, x_id, x_conversation_id, "
                "customer_id, text, topic, created_at, received_at) "
                "VALUES (?, ?, 'mention', ?, ?, ?, ?, ?, ?, ?)",
                (
                    item_id,
                    of,
                    number,
                    thread or number,
                    customer,
                    text,
                    topic,
                    now - ago,
                    now - ago,
                ),
            )
        return item_id

    return say


@pytest.fixture
def page(shop: Shop, account: Account, inline_tasks: Any, themed: Any, qtbot: Any) -> InboxPage:
    """Not yet shown: a test puts words in first, then calls `page.show()`."""
    page = InboxPage(shop, inline_tasks)
    qtbot.addWidget(page)
    page.setLocale(QLocale("en_GB"))
    page.show_account(account)
    page.resize(1280, 716)
    return page
