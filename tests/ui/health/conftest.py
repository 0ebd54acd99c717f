from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from services.accounts.account import SignedIn, Way
from services.shop import Shop
from services.x_api.last_answers import LastAnswers
from tests.ui.health.stand_ins import Came, Keyring
from ui.health.health_dialog import HealthDialog

SCOPES = frozenset({"tweet.read", "tweet.write"})


@pytest.fixture
def keyring(shop: Shop) -> Keyring:
    made = Keyring()
    shop.__dict__["keychain"] = made
    return made


@pytest.fixture
def own(shop: Shop, keyring: Keyring) -> str:
    shop.accounts.active()
    account_id = shop.accounts.start_own_shop(handle="bluedoor", zone="UTC").id
    shop.accounts.set_way(account_id, Way.CONNECTED)
    shop.accounts.set_signed_in(account_id, SignedIn.YES, SCOPES)
    shop.accounts.set_owns_app(account_id, True)
    answers = LastAnswers(shop.database, shop.clock, account_id)
    answers.note("GET /2/users/me", None, Came(date="Fri, 20 Nov 2026 10:00:00 GMT"))
    return account_id


@pytest.fixture
def opened(shop: Shop, qtbot: QtBot, themed: Any, inline_tasks: Any) -> Callable[..., HealthDialog]:
    window = QWidget()
    window.resize(1280, 800)
    qtbot.addWidget(window)

    def make(tasks: Any = None) -> HealthDialog:
        dialog = HealthDialog(shop, tasks or inline_tasks, window)
        qtbot.addWidget(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.show()
        return dialog

    return make
