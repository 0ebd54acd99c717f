"""A post in doubt beside what X shows: the differences, and the owner's two answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QLocale

from services.accounts.accounts import Account
from services.clock import SteppedClock
from services.publishing import look_alikes
from services.publishing.drafts import DraftPart
from services.publishing.posts import LOOK_ALIKE, Post
from services.publishing.states import State
from services.shop import Shop
from services.x_api.client import XPost
from ui.queue import hand_actions
from ui.queue.checking_words import checking_words
from ui.queue.queue_page import QueuePage

OURS = "The moss teapot is back 🍵"
Doubtful = Callable[..., Post]


@pytest.fixture
def doubtful(shop: Shop, account: Account, clock: SteppedClock) -> Doubtful:
    """`doubtful(["part", …], "as X shows it", …)`: the last part may be on X."""

    def make(parts: list[str], *shown: str, media: int = 0) -> Post:
        draft = shop.drafts.new(account.id)
        shop.drafts.save(draft.id, parts=tuple(DraftPart(text) for text in parts))
        shop.outbox.enqueue(draft.id, due_at=clock.now())
        found = [
            XPost(
                id=str(800 + number),
                text=text,
                author_id="1",
                created_at=clock.now() - 60 * number,
                conversation_id="1",
                media_keys=tuple(f"3_{each}" for each in range(media)),
            )
            for number, text in enumerate(shown)
        ]
        with shop.database.transaction() as connection:
            connection.execute(
                "UPDATE post SET state = 'needs_you', reason = 'Unclear', reason_detail = ?, "
                "attempted_at = 1 WHERE id = ?",
                (LOOK_ALIKE, draft.id),
            )
            connection.execute(
                "UPDATE part SET attempted_at = 1 WHERE post_id = ? AND position = 0", (draft.id,)
            )
            look_alikes.keep(connection, draft.id, found)
        return shop.outbox.get(draft.id)

    return make


def test_both_texts_stand_in_the_drawer_with_what_differs_marked(
    page: QueuePage, doubtful: Doubtful
) -> None:
    post = doubtful([OURS], "The moss teapot is back &amp; new", media=2)
    page.refresh()
    page.band.rows[0].buttons[0].click()
    panel = page.drawer.panel
    (card,) = panel.doubt.cards
    assert (panel.doubt.yes.text(), panel.doubt.no.text()) == (
        "It is there",
        "It is not there, send again",
    )
    assert card.words.accessibleName() == "The moss teapot is back & new"
    assert "underline" in card.words.text()
    assert card.note.text() == "2 pictures"
    assert card.heading.text() == "On X · Today, 12:00"
    assert not panel.send.isVisible()
    assert not panel.edit.isVisible()
    assert page.drawer._shown[0].id == post.id


def test_it_is_there_files_its_id(page: QueuePage, doubtful: Doubtful, shop: Shop) -> None:
    post = doubtful([OURS], OURS)
    page.refresh()
    page.open_item(post.id)
    page.drawer.panel.doubt.yes.click()
    there = shop.outbox.get(post.id)
    assert (there.state, there.x_ids) == (State.SENT, ("800",))


def test_the_rest_of_a_thread_goes_on_after_the_undo_window(
    page: QueuePage, doubtful: Doubtful, shop: Shop, clock: SteppedClock
) -> None:
    post = doubtful(["お茶の時間です", "二つ目です"], "お茶の時間です")
    page.refresh()
    page.open_item(post.id)
    page.drawer.panel.doubt.yes.click()
    rest = shop.outbox.get(post.id)
    assert (rest.state, rest.due_at) == (State.QUEUED, clock.now() + 10)
    assert [part.x_post_id for part in rest.parts] == ["800", None]


def test_not_there_sends_it_again(
    page: QueuePage, doubtful: Doubtful, shop: Shop, clock: SteppedClock
) -> None:
    post = doubtful([OURS], "The moss teapot is back!")
    page.refresh()
    page.open_item(post.id)
    page.drawer.panel.doubt.no.click()
    again = shop.outbox.get(post.id)
    assert (again.state, again.due_at) == (State.QUEUED, clock.now() + 10)
    assert again.parts[0].attempted_at is None


def test_of_several_the_owner_says_which(page: QueuePage, doubtful: Doubtful, shop: Shop) -> None:
    post = doubtful([OURS], OURS, f"{OURS} ")
    page.refresh()
    page.open_item(post.id)
    form = page.drawer.panel.doubt
    assert not form.yes.isVisible()
    form.cards[1].mine.click()
    assert shop.outbox.get(post.id).x_ids == ("801",)


def test_a_connected_shop_sees_the_price_and_is_billed_for_what_is_there(
    page: QueuePage, doubtful: Doubtful, shop: Shop, account: Account
) -> None:
    with shop.database.transaction() as connection:
        connection.execute("UPDATE account SET way = 'connected' WHERE id = ?", (account.id,))
    page.show_account(shop.accounts.get(account.id))
    post = doubtful([OURS], OURS)
    page.refresh()
    page.open_item(post.id)
    form = page.drawer.panel.doubt
    assert form.no.text() == "It is not there, send again · $0.015"
    form.yes.click()
    assert shop.outbox.get(post.id).state is State.SENT
    assert shop.ledger.spent_this_month(account.id) == 15_000


def test_it_can_be_opened_on_x(
    page: QueuePage, doubtful: Doubtful, opened_by: Callable[..., list[str]]
) -> None:
    opened = opened_by(hand_actions)
    post = doubtful([OURS], OURS)
    page.refresh()
    page.open_item(post.id)
    look: Any = page.drawer.panel.doubt.cards[0].findChild(type(page.drawer._close))
    look.click()
    assert opened == ["https://x.com/tea/status/800"]


def test_the_same_again_leaves_what_is_read_as_it_stands(
    page: QueuePage, doubtful: Doubtful
) -> None:
    post = doubtful([OURS], OURS)
    page.refresh()
    page.open_item(post.id)
    card = page.drawer.panel.doubt.cards[0]
    page.refresh()
    assert page.drawer.panel.doubt.cards[0] is card


def test_checking_says_until_when(queued: Callable[..., Post], shop: Shop) -> None:
    post = queued("Tea", "2026-11-20T09:00", state="checking", reason="OutcomeUnknown")
    with shop.database.transaction() as connection:
        connection.execute("UPDATE post SET doubtful_since = ?", (1_795_168_830,))
    said = checking_words(
        shop.outbox.get(post.id), QLocale("en_GB"), zone="Europe/Helsinki", now=1_795_168_831
    )
    # 12:00:30 and half a minute.
    assert "until \u206812:01\u2069" in said
    assert "nothing is sent twice" in said
    assert checking_words(queued("x", "2026-11-21T09:00"), QLocale(), zone="UTC", now=0) == ""
