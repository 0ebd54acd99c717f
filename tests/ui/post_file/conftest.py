"""The queue of a practice account in Helsinki, and the dialog over it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale

from services.accounts.accounts import Account
from services.shop import Shop
from ui.post_file.import_dialog import ImportDialog
from ui.queue.queue_page import QueuePage

Write = Callable[[str], Path]


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


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def make(text: str, encoding: str = "utf-8") -> Path:
        path = tmp_path / "spring posts.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return make


@pytest.fixture
def dialog(page: QueuePage, shop: Shop, account: Account, inline_tasks: Any) -> ImportDialog:
    dialog = ImportDialog(shop, inline_tasks, account, page)
    dialog.setLocale(page.locale())
    dialog.show()
    return dialog
