"""Taking back what the owner said of a post that goes by hand: "posted", and "later"."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.accounts.accounts import Account, Way
from services.clock import SteppedClock
from services.publishing.drafts import DraftPart
from services.publishing.posts import Post
from services.publishing.states import State
from services.shop import Shop

LINK = "https://x.com/tea/status/71"
WITHIN = 10


@pytest.fixture
def account(shop: Shop) -> Account:
    return shop.accounts.start_own_shop(handle="tea", zone="UTC")


def _opened(shop: Shop, account: Account, *texts: str) -> Post:
    draft = shop.drafts.new(account.id)
    shop.drafts.save(draft.id, parts=tuple(map(DraftPart, texts)))
    shop.outbox.enqueue(draft.id, due_at=shop.clock.now())
    return shop.outbox.opened_on_x(draft.id)


def _posted_back(shop: Shop, before: Post) -> Post:
    return shop.take_back.posted(before, asked_at=shop.clock.now(), within=WITHIN)


@pytest.mark.parametrize("link", [None, LINK])
def test_posted_is_taken_back_whole(
    shop: Shop, account: Account, clock: SteppedClock, link: str | None
) -> None:
    before = _opened(shop, account, "شاي جديد 🍵", "新しいお茶")
    clock.advance(60)
    assert shop.outbox.mark_posted_by_hand(before.id, link).state is State.SENT
    clock.advance(WITHIN)
    after = _posted_back(shop, before)
    assert after.opened_at is not None
    assert replace(after, changed_at=0) == replace(before, changed_at=0)
    assert shop.outbox.mark_posted_by_hand(before.id, LINK).x_ids == ("71",)


@given(said=st.integers(0, 3), back=st.integers(0, 3))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_parts_said_to_be_posted_are_taken_back(
    shop: Shop, account: Account, said: int, back: int
) -> None:
    before = [_opened(shop, account, f"1 {said} {back} شاي", "2 茶", "3 🍵")]
    try:
        for number in range(said):
            before.append(
                shop.hand_parts.posted(before[0].id, None if number == 1 else f"7{number}")
            )
        known = before[min(said, back)]
        after = _posted_back(shop, known)
        assert replace(after, changed_at=0) == replace(known, changed_at=0)
    finally:
        with shop.database.transaction() as connection:
            connection.execute("DELETE FROM post")


def test_later_than_that_it_stays_sent(shop: Shop, account: Account, clock: SteppedClock) -> None:
    before = _opened(shop, account, "Tea")
    sent = shop.outbox.mark_posted_by_hand(before.id, LINK)
    clock.advance(WITHIN + 5)
    assert _posted_back(shop, before) == sent


def test_what_x_told_us_is_there_stays_there(
    shop: Shop, account: Account, clock: SteppedClock
) -> None:
    """The link that the owner gave is read from X meanwhile; or a part of it was made by us."""
    before = _opened(shop, account, "Tea", "More tea")
    sent = shop.outbox.mark_posted_by_hand(before.id, LINK)
    with shop.database.transaction() as connection:
        connection.execute(
            "INSERT INTO own_post(account_id, x_post_id, x_conversation_id, text, pictures, "
            "has_link, created_at) VALUES (?, '71', '71', 'Tea', 0, 0, ?)",
            (account.id, clock.now()),
        )
    assert _posted_back(shop, before) == sent
    connection = shop.database.connection
    assert [row["text"] for row in connection.execute("SELECT text FROM own_post")] == ["Tea"]


def test_a_thread_begun_by_the_sender_stays_sent(
    shop: Shop, account: Account, clock: SteppedClock
) -> None:
    with shop.database.transaction() as connection:
        connection.execute("DELETE FROM account WHERE way = 'practice'")
        connection.execute("UPDATE account SET way = 'practice' WHERE id = ?", (account.id,))
    draft = shop.drafts.new(account.id)
    shop.drafts.save(draft.id, parts=(DraftPart("First"), DraftPart("Second")))
    shop.outbox.enqueue(draft.id, due_at=clock.now())
    assert shop.accounts.get(account.id).way is Way.PRACTICE
    shop.publisher.publish_due()
    sent = shop.outbox.get(draft.id)
    assert sent.state is State.SENT
    said = replace(sent, state=State.NEEDS_YOU, sent_at=None)
    assert _posted_back(shop, said) == sent


@pytest.mark.parametrize("state", ["draft", "queued", "deleted"])
def test_what_went_on_is_left_alone(shop: Shop, account: Account, state: str) -> None:
    before = _opened(shop, account, "Tea")
    shop.outbox.mark_posted_by_hand(before.id)
    with shop.database.transaction() as connection:
        connection.execute("UPDATE post SET state = ?", (state,))
    now = shop.outbox.get(before.id)
    assert _posted_back(shop, before) == now


def test_later_is_taken_back(shop: Shop, account: Account, clock: SteppedClock) -> None:
    opened = _opened(shop, account, "شاي 🍵")
    before = shop.outbox.not_posted(opened.id)
    later = shop.outbox.enqueue(
        before.id,
        due_at=clock.now() + 86_400,
        due_wall="2026-11-21T10:00",
        due_zone="UTC",
        even_closed=True,
    )
    assert (later.state, later.reason) == (State.QUEUED, None)
    after = shop.take_back.later(before)
    known = replace(before, changed_at=0, queued_at=0)
    assert replace(after, changed_at=0, queued_at=0) == known


def test_a_post_that_goes_out_meanwhile_is_not_called_back(
    shop: Shop, account: Account, clock: SteppedClock
) -> None:
    before = shop.outbox.not_posted(_opened(shop, account, "Tea").id)
    shop.outbox.enqueue(before.id, due_at=clock.now())
    with shop.database.transaction() as connection:
        connection.execute("UPDATE post SET state = 'sending'")
    assert shop.take_back.later(before).state is State.SENDING
