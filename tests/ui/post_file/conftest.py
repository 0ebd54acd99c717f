"""The queue of a practice account in Helsinki, from where the dialog is opened."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QLocale

from services.accounts.accounts import Account
from services.shop import Shop
from ui.queue.queue_page import QueuePage


@pytest.fixture
def account(shop: Shop) -> Account:
    """It is Friday, 20 November 2026, noon there."""
    return shop.accounts.set_zone(shop.accounts.practice().id, "Europe/Helsinki")


@pytest.fixture
def page(shop: Shop, account: Account, inline_tasks: Any, themed: Any, qtbot: Any) -> QueuePage:
    page = QueuePage(shop, inline_tasks)
    qtbot.addWidget(page)
    page.setLocale(QLocale("en_GB"))
    page.show_account(account)
    page.resize(1280, 716)
    page.show()
    return page
