"""Likes, reposts, quotes and follows open on X's own pages: with a key, by hand, in practice."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from services.shop import Shop
from tests.ui.inbox.conftest import Says
from ui.inbox import on_x_menu
from ui.inbox.inbox_page import InboxPage


@pytest.fixture
def opened(opened_by: Callable[..., list[str]]) -> list[str]:
    return opened_by(on_x_menu)


def test_each_opens_its_page_for_the_word_in_view(
    page: InboxPage, says: Says, opened: list[str]
) -> None:
    says("Maya", "هل تشحنون؟ 🍵")
    page.show()
    menu = page.pane.on_x
    for action in (menu.like, menu.repost, menu.quote, menu.follow, menu.look):
        action.trigger()
    x_id = page._item.x_id if page._item else ""
    handle = page._item.customer.handle if page._item else ""
    assert handle
    assert opened == [
        f"https://x.com/intent/like?tweet_id={x_id}",
        f"https://x.com/intent/retweet?tweet_id={x_id}",
        f"https://x.com/intent/post?url=https%3A%2F%2Fx.com%2F{handle}%2Fstatus%2F{x_id}",
        f"https://x.com/intent/follow?screen_name={handle}",
        f"https://x.com/{handle}/status/{x_id}",
    ]


def test_it_is_reached_by_keys_and_says_its_name(page: InboxPage, says: Says, qtbot: QtBot) -> None:
    says("Maya", "Do you ship?")
    page.show()
    menu = page.pane.on_x
    assert menu.accessibleName() == "More on X"
    assert menu.focusPolicy() & Qt.FocusPolicy.TabFocus
    shown: list[bool] = []
    menu.menu_on_x.aboutToShow.connect(lambda: shown.append(True))
    menu.menu_on_x.popup(menu.mapToGlobal(menu.rect().bottomLeft()))
    assert shown == [True]
    menu.menu_on_x.close()


def test_somebody_whom_x_no_longer_has_is_not_followed(
    page: InboxPage, says: Says, shop: Shop
) -> None:
    says("Maya", "Do you ship?")
    with shop.database.transaction() as connection:
        connection.execute("UPDATE customer SET handle = '', name = ''")
    page.show()
    assert not page.pane.on_x.follow.isEnabled()
    assert page.pane.on_x.like.isEnabled()
