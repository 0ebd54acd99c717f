"""The drawer of a post while the page under it is drawn anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from services.accounts.accounts import Account
from services.publishing.posts import Post
from services.publishing.states import State
from services.shop import Shop
from tests.ui.queue.reading import cards
from ui.queue.queue_page import QueuePage

Queued = Callable[..., Post]


@pytest.fixture
def from_card(page: QueuePage, queued: Queued, qtbot: QtBot) -> Post:
    """A post that was opened with the keyboard from its card, which is gone since."""
    post = queued("Tea 🍵", "2026-11-20T09:00", state="needs_you", reason="ByHand")
    page.refresh()
    (card,) = cards(page)
    qtbot.waitUntil(card.isVisible)
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Space)
    assert page.drawer.is_open
    queued("茶", "2026-11-20T19:00")
    page.refresh()
    qtbot.waitUntil(lambda: not isValid(card))
    return post


def test_it_closes_after_the_week_was_drawn_anew(page: QueuePage, from_card: Post) -> None:
    page.drawer.close_drawer()
    assert not page.drawer.is_open
    assert page._open_post == ""


def test_its_post_is_edited(page: QueuePage, from_card: Post, shop: Shop, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.go) as go:
        page.drawer.panel.edit.click()
    assert go.args == ["compose", from_card.id]
    assert not page.drawer.is_open


def test_its_post_is_deleted(page: QueuePage, from_card: Post, shop: Shop, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.undo_offered):
        page.drawer.panel.delete.click()
    assert shop.outbox.get(from_card.id).state is State.DELETED
    assert not page.drawer.is_open


def test_another_account_is_shown(
    page: QueuePage, from_card: Post, shop: Shop, account: Account
) -> None:
    page.show_account(shop.accounts.set_zone(account.id, "Asia/Tokyo"))
    assert not page.drawer.is_open
    assert [card.value.text for card in cards(page)] == ["Tea 🍵", "茶"]
