"""What can still be taken back, sent at once or taken back before the program ends."""

from __future__ import annotations

from services.clock import SteppedClock
from services.inbox.answer_drafts import thread_of
from services.inbox.values import Lane
from services.publishing.drafts import DraftPart
from services.publishing.leaving import about_to_go
from services.publishing.posts import Post
from services.publishing.states import State
from services.shop import Shop

TEXT = "窯が暖かい 🍵 کوره گرم است"


def draft(shop: Shop, text: str = TEXT) -> str:
    post = shop.drafts.new(shop.accounts.active().id)
    shop.drafts.save(post.id, parts=(DraftPart(text),))
    return post.id


def going(shop: Shop) -> tuple[Post, ...]:
    return about_to_go(shop.database, shop.accounts, now=shop.clock.now())


def test_only_what_was_sent_now_and_did_not_go_yet(shop: Shop, clock: SteppedClock) -> None:
    now = clock.now()
    sent_now = shop.outbox.enqueue(draft(shop), due_at=now + 10)
    timed = draft(shop, "at nine")
    shop.outbox.enqueue(timed, due_at=now + 10, due_wall="2026-11-20T10:00:10", due_zone="UTC")
    draft(shop, "only begun")
    assert [post.id for post in going(shop)] == [sent_now.id]
    clock.advance(10)
    assert going(shop) == ()


def test_sent_at_once_it_is_on_x_and_the_others_keep_their_time(
    shop: Shop, clock: SteppedClock
) -> None:
    post = shop.outbox.enqueue(draft(shop), due_at=clock.now() + 10)
    timed = shop.outbox.enqueue(
        draft(shop, "at nine"),
        due_at=clock.now() + 600,
        due_wall="2026-11-20T10:10",
        due_zone="UTC",
    )
    (after,) = shop.leaving.send([post])
    assert (after.state, len(after.x_ids)) == (State.SENT, 1)
    assert shop.outbox.get(timed.id).state is State.QUEUED


def test_taken_back_a_post_is_a_draft_with_its_words(shop: Shop, clock: SteppedClock) -> None:
    post = shop.outbox.enqueue(draft(shop), due_at=clock.now() + 10)
    (after,) = shop.leaving.take_back([post])
    assert (after.state, after.text) == (State.DRAFT, TEXT)
    clock.advance(60)
    assert shop.publisher.publish_due() == ()


def test_taken_back_an_answer_is_begun_and_newer_words_stay(
    shop: Shop, clock: SteppedClock
) -> None:
    account = shop.accounts.active()
    shop.feeds.check(account.id)
    first, second = shop.inbox.lane(account.id, Lane.TO_ANSWER)[:2]
    posts = [
        shop.outbox.enqueue_answer(account.id, item.id, TEXT, clock.now() + 10)
        for item in (first, second)
    ]
    shop.answer_drafts.save(thread_of(second), "written since")
    after = shop.leaving.take_back(posts)
    assert [post.state for post in after] == [State.DELETED, State.DELETED]
    assert shop.answer_drafts.get(thread_of(first)) == TEXT
    assert shop.answer_drafts.get(thread_of(second)) == "written since"


def test_one_that_went_meanwhile_stays_where_it_is(shop: Shop, clock: SteppedClock) -> None:
    post = shop.outbox.enqueue(draft(shop), due_at=clock.now() + 10)
    clock.advance(10)
    shop.publisher.publish_due()
    (after,) = shop.leaving.take_back([post])
    assert after.state is State.SENT


def test_who_stays_has_the_seconds_anew(shop: Shop, clock: SteppedClock) -> None:
    post = shop.outbox.enqueue(draft(shop), due_at=clock.now() + 10)
    clock.advance(8)
    shop.leaving.begin_anew([post], 10)
    clock.advance(9)
    assert shop.publisher.publish_due() == ()
    assert [one.id for one in going(shop)] == [post.id]
    clock.advance(1)
    assert [one.state for one in shop.publisher.publish_due()] == [State.SENT]
