from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from services.analytics.figures import Key
from services.clock import SteppedClock
from services.publishing.drafts import DraftPart
from services.shop import Shop
from ui.analytics.analytics_page import AnalyticsPage
from ui.analytics.tiles import LARGE_BY_HAND


def test_by_hand_what_x_keeps_is_said_and_the_rest_counts(
    shop: Shop, clock: SteppedClock, inline_tasks: Any, themed: Any, qtbot: QtBot
) -> None:
    account = shop.accounts.start_own_shop(handle="leaf", zone="Europe/Helsinki")
    page = AnalyticsPage(shop, inline_tasks)
    qtbot.addWidget(page)
    page.resize(1280, 700)
    page.show()
    assert page.empty.isVisible()
    post = shop.drafts.new(account.id)
    shop.drafts.save(post.id, parts=(DraftPart("By hand"),))
    shop.outbox.enqueue(post.id, due_at=clock.now())
    shop.publisher.publish_due()
    shop.outbox.mark_posted_by_hand(post.id)
    page.refresh()
    assert page.header.sentence.text() == "1 post on 1 of these 28 days"
    assert page.tiles.tile(Key.POSTS).value == "1"
    assert page.on_x.words.text() == "X shows this only in its own Analytics"
    assert not page.tiles.all.isVisible(), "X keeps the rest"
    assert not page.header.compared.isVisible(), "nothing is compared"
    assert [page.tiles.tile(key).note for key in LARGE_BY_HAND[:3]] == [""] * 3
    assert page.tiles.tile(Key.DAYS_POSTED).value == "1"
    assert all(page.tiles.tile(key).isVisible() for key in LARGE_BY_HAND)
    assert not page.chart.isVisible()
    page.tiles.tile(Key.POSTS).click()
    assert [row.value.text for row in page.list.rows] == ["By hand"]
    page.drawer.close_drawer()
    assert [row.value.text for row in page.posts.rows] == ["By hand"]
    with qtbot.waitSignal(page.go) as go:
        page.posts.rows[0].click()
    assert go.args == ["queue", post.id]
    page.header.back.click()
    assert page.header.sentence.text() == "No posts in these 28 days"
    assert page.posts.rows == ()


def test_by_hand_x_analytics_is_one_click_away(
    shop: Shop,
    clock: SteppedClock,
    inline_tasks: Any,
    themed: Any,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    account = shop.accounts.start_own_shop(handle="leaf", zone="Europe/Helsinki")
    post = shop.drafts.new(account.id)
    shop.drafts.save(post.id, parts=(DraftPart("お茶と器 🍵"),))
    shop.outbox.enqueue(post.id, due_at=clock.now())
    shop.publisher.publish_due()
    shop.outbox.mark_posted_by_hand(post.id)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    page = AnalyticsPage(shop, inline_tasks)
    qtbot.addWidget(page)
    page.resize(1280, 700)
    page.show()
    qtbot.mouseClick(page.on_x.button, Qt.MouseButton.LeftButton)
    assert opened == ["https://x.com/i/account_analytics"]
