from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from services.accounts.accounts import Account, SignedIn, Way
from services.shop import Shop
from tests.ui.settings.accounts_shown import Ended, named
from ui.settings.accounts_section import AccountsSection
from ui.settings.settings_dialog import ACCOUNTS, SettingsDialog
from ui.tasks import Tasks


@pytest.fixture
def ended(shop: Shop) -> Ended:
    made = Ended(shop)
    shop.__dict__["sign_out"] = made
    return made


@pytest.fixture
def tea(shop: Shop) -> Account:
    shop.accounts.practice()
    return named(shop, shop.accounts.start_own_shop(handle="tea", zone="UTC"), "Tea & شاي")


@pytest.fixture
def kiln(shop: Shop, tea: Account) -> Account:
    account = named(shop, shop.accounts.add("kiln", "Asia/Tokyo"), "青い扉")
    shop.accounts.set_way(account.id, Way.CONNECTED)
    return shop.accounts.set_signed_in(account.id, SignedIn.YES)


@pytest.fixture
def parent(qtbot: Any, themed: object) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    return window


@pytest.fixture
def dialog(
    parent: QWidget, shop: Shop, kiln: Account, ended: Ended, inline_tasks: Tasks
) -> Iterator[SettingsDialog]:
    made = SettingsDialog(shop, inline_tasks, parent)
    made.account_asked.connect(lambda account: shop.accounts.activate(account.id))
    made.show_section(ACCOUNTS)
    made.open()
    yield made
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog):
            window.reject()


@pytest.fixture
def section(dialog: SettingsDialog) -> AccountsSection:
    return dialog.accounts
