"""Parts the owner posts on X's own page, with their links or without."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.accounts.accounts import Account, Way
from services.clock import SteppedClock
from services.publishing.drafts import DraftPart, NotEditable
from services.publishing.posts import Post
from services.publishing.rest import next_part, with_next_part
from services.publishing.states import State
from services.shop import Shop

THREAD = ("واحد 🍵", "二つ目", "Three")


@pytest.fixture
def account(shop: Shop) -> Account:
    return shop.accounts.start_own_shop(handle="tea", zone="UTC")


@pytest.fixture
def thread(shop: Shop, account: Account, clock: SteppedClock) -> Post:
    """Its page on X was opened."""
    post = shop.drafts.new(account.id)
    shop.drafts.save(post.id, parts=tuple(DraftPart(text) for text in THREAD))
    shop.outbox.enqueue(post.id, due_at=clock.now())
    return shop.outbox.opened_on_x(post.id)


def test_part_by_part_with_links(shop: Shop, thread: Post, clock: SteppedClock) -> None:
    post = shop.hand_parts.posted(thread.id, "71")
    assert (post.state, post.opened_at, post.reason) == (State.NEEDS_YOU, None, "ByHand")
    assert [part.x_post_id for part in post.parts] == ["71", None, None]
    assert post.parts[0].sent_at == clock.now()
    shop.outbox.opened_on_x(post.id)
    shop.hand_parts.posted(post.id, "72")
    post = shop.hand_parts.posted(post.id, "73")
    assert (post.state, post.x_ids, post.left) == (State.SENT, ("71", "72", "73"), ())
    assert shop.hand_parts.posted(post.id, "74") == post


def test_a_part_without_a_link_is_on_x_all_the_same(shop: Shop, thread: Post) -> None:
    post = shop.hand_parts.posted(thread.id, None)
    assert post.is_begun
    assert [part.text for part in post.left] == list(THREAD[1:])
    assert next_part(post) == (1, post.parts[1])
    assert shop.outbox.move_back_to_draft(post.id).state is State.NEEDS_YOU
    with pytest.raises(NotEditable):
        shop.drafts.save(post.id, parts=(DraftPart("Another"), *map(DraftPart, THREAD[1:])))
    changed = shop.drafts.save(post.id, parts=with_next_part(post, "New two", pictured=False))
    assert [part.text for part in changed.parts] == [THREAD[0], "New two", THREAD[2]]
    assert changed.parts[0].sent_at is not None


def _connect(shop: Shop, account: Account) -> None:
    """As an account that is connected meanwhile: its posts go to the practice X."""
    with shop.database.transaction() as connection:
        connection.execute("DELETE FROM account WHERE way = 'practice'")
        connection.execute("UPDATE account SET way = 'practice' WHERE id = ?", (account.id,))


def _on_x(shop: Shop) -> list[str]:
    from services.x_api.practice import inspection

    posts = inspection.own_posts(shop.clients.practice_x().state)
    return [post.text for post in posts if post.text in THREAD]


def test_the_sender_goes_on_after_a_part_with_a_link(
    shop: Shop, account: Account, thread: Post, clock: SteppedClock
) -> None:
    _connect(shop, account)
    made = shop.clients.for_account(replace(account, way=Way.PRACTICE)).create_post(THREAD[0])
    shop.hand_parts.posted(thread.id, made.id)
    shop.outbox.enqueue(thread.id, due_at=clock.now())
    shop.publisher.publish_due()
    post = shop.outbox.get(thread.id)
    assert post.state is State.SENT
    assert sorted(_on_x(shop)) == sorted(THREAD)


def test_the_sender_never_sends_a_part_that_was_posted_without_a_link(
    shop: Shop, account: Account, thread: Post, clock: SteppedClock
) -> None:
    """Nor what follows it: it would stand alone on X, and not in its thread."""
    shop.hand_parts.posted(thread.id, None)
    _connect(shop, account)
    shop.outbox.enqueue(thread.id, due_at=clock.now())
    shop.publisher.publish_due()
    post = shop.outbox.get(thread.id)
    assert (post.state, post.reason_detail) == (State.NEEDS_YOU, "link_missing")
    assert _on_x(shop) == []
    shop.hand_parts.set_link(thread.id, "999")
    assert shop.outbox.get(thread.id).parts[0].x_post_id == "999"


def test_a_link_is_added_or_mended_later(shop: Shop, thread: Post) -> None:
    shop.outbox.mark_posted_by_hand(thread.id)
    sent = shop.outbox.get(thread.id)
    assert (sent.state, sent.left, sent.x_ids) == (State.SENT, (), ())
    assert shop.hand_parts.set_link(sent.id, "71").x_ids == ("71",)
    assert shop.hand_parts.set_link(sent.id, "72").x_ids == ("72",)
    assert shop.hand_parts.set_link(sent.id, "73", place=2).x_ids == ("72", "73")


def test_one_link_is_one_part(shop: Shop, thread: Post) -> None:
    shop.hand_parts.posted(thread.id, "71")
    assert shop.hand_parts.filed_with("71", thread.account_id) == thread.id
    assert shop.hand_parts.filed_with("72", thread.account_id) is None
    again = shop.hand_parts.posted(thread.id, "71")
    assert [part.x_post_id for part in again.parts] == ["71", None, None]
    assert len(again.left) == 1


def test_what_is_not_there_yet_gets_no_link(shop: Shop, thread: Post) -> None:
    assert shop.hand_parts.set_link(thread.id, "71").x_ids == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(st.booleans(), min_size=1, max_size=6))
def test_each_word_of_the_owner_ends_one_part_in_order(
    shop: Shop, account: Account, clock: SteppedClock, linked: list[bool]
) -> None:
    draft = shop.drafts.new(account.id)
    texts = [f"{draft.id} {number}" for number in range(len(linked))]
    shop.drafts.save(draft.id, parts=tuple(map(DraftPart, texts)))
    shop.outbox.enqueue(draft.id, due_at=clock.now())
    shop.outbox.opened_on_x(draft.id)
    post: Any = None
    for number, with_link in enumerate(linked):
        post = shop.hand_parts.posted(draft.id, None if not with_link else _fresh(shop))
        assert [part.text for part in post.left] == texts[number + 1 :]
    assert post.state is State.SENT
    assert [part.x_post_id is not None for part in post.parts] == linked


def _fresh(shop: Shop) -> str:
    row = shop.database.connection.execute("SELECT count(*) FROM part").fetchone()
    used = shop.database.connection.execute(
        "SELECT count(*) FROM part WHERE x_post_id IS NOT NULL"
    ).fetchone()
    return str(10_000 + row[0] * 100 + used[0])
