"""Posts that were not written here, in the week and on a click."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from services.accounts.accounts import Account
from services.clock import from_wall
from services.publishing.posts import Post
from services.shop import Shop
from tests.ui.queue.list_reading import lines
from ui.queue import hand_actions
from ui.queue.list_filter import ListFilter, Shown
from ui.queue.queue_page import QueuePage
from widgets.post_card import PostCard

Queued = Callable[..., Post]


@pytest.fixture
def opened(opened_by: Callable[..., list[str]]) -> list[str]:
    return opened_by(hand_actions)


@pytest.fixture
def on_x(shop: Shop, account: Account) -> Callable[..., None]:
    """`on_x("101", "text", "2026-11-18T09:00")`: a post that was made on X."""

    def make(
        x_id: str, text: str, wall: str, *, parent: str | None = None, pictures: int = 0
    ) -> None:
        at = from_wall(wall, account.zone)
        with shop.database.transaction() as connection:
            connection.execute(
                "INSERT INTO own_post(account_id, x_post_id, x_conversation_id, x_parent_id, "
                "text, pictures, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (account.id, x_id, x_id, parent, text, pictures, at),
            )

    return make


def cards(page: QueuePage) -> list[PostCard]:
    return [button for button in page.grid.buttons() if isinstance(button, PostCard)]


def test_they_stand_among_the_posts_written_here(
    page: QueuePage, queued: Queued, on_x: Callable[..., None]
) -> None:
    queued("From here", "2026-11-18T12:00", state="sent")
    on_x("101", "抹茶の朝 🍵", "2026-11-18T09:00")
    on_x("102", "its second part", "2026-11-18T09:00", parent="101")
    on_x("103", "@ana We are open", "2026-11-18T10:00", parent="77")
    on_x("104", "Last week", "2026-11-12T10:00")
    page.refresh()
    assert [(card.value.time, card.value.text) for card in cards(page)] == [
        ("09:00", "抹茶の朝 🍵"),
        ("12:00", "From here"),
    ]
    assert all(card.value.over and card.value.state == "Sent" for card in cards(page))
    assert page.header.rhythm.text().startswith("Posted on 2 of 8 open days")
    page.header.back.click()
    assert [card.value.text for card in cards(page)] == ["Last week"]


def test_practising_shows_the_words_and_opens_nothing(
    page: QueuePage, on_x: Callable[..., None], opened: list[str]
) -> None:
    on_x("101", "شاي بالنعناع", "2026-11-18T09:00")
    page.refresh()
    cards(page)[0].click()
    assert not page.drawer.isHidden()
    assert page.drawer.panel.preview.value().text == "شاي بالنعناع"
    panel = page.drawer.panel
    buttons = (panel.edit, panel.move_button, panel.send, panel.look, panel.delete)
    assert not any(button.isVisible() for button in buttons)
    assert opened == []


@pytest.mark.parametrize("view", ["week", "list"])
def test_a_click_shows_it_on_x(
    page: QueuePage,
    shop: Shop,
    account: Account,
    on_x: Callable[..., None],
    opened: list[str],
    view: str,
) -> None:
    on_x("101", "Green tea", "2026-11-18T09:00")
    with shop.database.transaction() as connection:
        connection.execute("UPDATE account SET way = 'connected', handle = 'tea'")
    page.show_account(shop.accounts.get(account.id))
    page.header.views.chosen.emit(view)
    if view == "list":
        page.list.filters.choose(ListFilter(shown=Shown.SENT))
        page.list.view.opened.emit("x:101")
    else:
        cards(page)[0].click()
    assert opened == ["https://x.com/tea/status/101"]
    assert page.drawer.isHidden()
    assert page.count() == 0


def test_a_picture_that_only_x_has_keeps_its_place(
    page: QueuePage, on_x: Callable[..., None]
) -> None:
    on_x("101", "抹茶の朝 🍵", "2026-11-18T09:00", pictures=2)
    on_x("102", "Words alone", "2026-11-19T09:00")
    page.refresh()
    with_picture, without = (card.value for card in cards(page))
    assert (with_picture.pictured, with_picture.picture) == (True, None)
    assert not without.has_picture
    page.header.view_chosen.emit("list")
    page.list.filters.choose(ListFilter(shown=Shown.SENT))
    assert [line.pictured for line in lines(page)] == [False, True]
    page.open_item("x:101")
    assert page.drawer.is_open
