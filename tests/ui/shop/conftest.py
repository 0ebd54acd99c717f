"""The page of an own shop in Madrid, and a picture of a bowl."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from services.shop import Shop
from ui.shop.shop_page import ShopPage


@pytest.fixture
def page(shop: Shop, inline_tasks: Any, qtbot: QtBot, themed: Any) -> Iterator[ShopPage]:
    made = ShopPage(shop, inline_tasks)
    qtbot.addWidget(made)
    made.resize(1280, 900)
    account = shop.accounts.start_own_shop(handle="kiln", zone="Europe/Madrid")
    made.show_account(account)
    made.show()
    yield made
    made.close()


@pytest.fixture
def bowl(tmp_path: Path) -> Path:
    from PIL import Image

    path = tmp_path / "bowl.png"
    Image.new("RGB", (80, 60), "teal").save(path)
    return path
