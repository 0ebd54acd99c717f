"""The sample shop with its ninety days, and the page that shows them."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QLocale

from services.accounts.accounts import Account
from services.shop import Shop
from ui.analytics.analytics_page import AnalyticsPage


@pytest.fixture
def account(shop: Shop) -> Account:
    return shop.accounts.set_zone(shop.accounts.practice().id, "Europe/Helsinki")


@pytest.fixture
def read(shop: Shop, account: Account) -> None:
    """The figures and the inbox have been read once."""
    shop.feeds.check(account.id)
    shop.archive.sample(account.id)


@pytest.fixture
def page(shop: Shop, account: Account, inline_tasks: Any, themed: Any, qtbot: Any) -> AnalyticsPage:
    """Not yet shown."""
    page = AnalyticsPage(shop, inline_tasks)
    qtbot.addWidget(page)
    page.setLocale(QLocale("en_GB"))
    page.show_account(account)
    page.resize(1280, 716)
    return page
