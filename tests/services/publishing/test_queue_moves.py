"""Another place in the queue, and many posts moved at once: no time is lost, none invented."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from datetime import date
from itertools import pairwise
from sqlite3 import Connection

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.accounts.accounts import Account
from services.clock import DAY, SteppedClock, from_wall
from services.publishing.drafts import DraftPart
from services.publishing.post_options import PostKind, PostOptions
from services.publishing.posts import Post
from services.publishing.queue_moves import QueueMoves
from services.publishing.states import State
from services.shop import Shop

ZONE = "Europe/Helsinki"
Queued = Callable[[str, str], Post]


@pytest.fixture
def account(shop: Shop) -> Account:
    account = shop.accounts.set_zone(shop.accounts.practice().id, ZONE)
    shop.slots.save(account.id, ((0, "09:00"), (2, "09:00"), (4, "09:00")))
    return account


@pytest.fixture
def queued(shop: Shop, account: Account) -> Queued:
    def make(text: str, wall: str) -> Post:
        post = shop.drafts.begin(account.id, (DraftPart(text),))
        due_at = from_wall(wall, ZONE)
        return shop.outbox.enqueue(post.id, due_at=due_at, due_wall=wall, due_zone=ZONE)

    return make


def order(shop: Shop, account: Account) -> list[str]:
    return [post.text for post in shop.outbox.list(account.id)]


def test_between_two_it_takes_the_free_slot_there(
    shop: Shop, account: Account, queued: Queued
) -> None:
    first = queued("一", "2026-11-23T09:00")
    last = queued("二", "2026-11-27T09:00")
    far = queued("三 🍵", "2026-12-04T09:00")
    changed = shop.queue_moves.place(account.id, far.id, above=first.id, below=last.id)
    assert order(shop, account) == ["一", "三 🍵", "二"]
    assert shop.outbox.get(far.id).due_wall == "2026-11-25T09:00"
    assert changed.count == 1
    assert changed.due_at == from_wall("2026-11-25T09:00", ZONE)


def test_what_it_would_be_is_what_it_becomes(shop: Shop, account: Account, queued: Queued) -> None:
    walls = ("2026-11-23T09:00", "2026-11-25T09:00", "2026-12-04T09:00", "2026-12-05T11:00")
    posts = [queued(f"پست {n}", wall) for n, wall in enumerate(walls)]
    for held in posts:
        others = ["", *(post.id for post in posts if post.id != held.id), ""]
        for above, below in pairwise(others):
            told = shop.queue_moves.landing(account.id, held.id, above=above, below=below)
            changed = shop.queue_moves.place(account.id, held.id, above=above, below=below)
            assert shop.outbox.get(held.id).due_at == told
            shop.queue_moves.undo(changed)
    assert shop.queue_moves.landing(account.id, "gone") is None


def test_another_kinds_slot_is_passed_over(shop: Shop, account: Account) -> None:
    """The first free slot is kept for questions: what sells takes the one after it."""
    asks, sells_then = (2, "09:00", PostKind.ASK), (4, "09:00", PostKind.SELL)
    shop.slots.save(account.id, (asks, sells_then))
    first = shop.slots.next_free(account.id)
    assert first is not None
    assert first.wall == "2026-11-25T09:00"
    options = PostOptions(kind=PostKind.SELL)
    sells = shop.drafts.begin(account.id, (DraftPart("茶壺 20% 🍵"),), options)
    far = "2026-12-05T11:00"
    shop.outbox.enqueue(sells.id, due_at=from_wall(far, ZONE), due_wall=far, due_zone=ZONE)
    told = shop.queue_moves.landing(account.id, sells.id)
    assert told == from_wall("2026-11-27T09:00", ZONE)
    shop.queue_moves.place(account.id, sells.id)
    assert shop.outbox.get(sells.id).due_at == told


def test_where_no_slot_is_free_the_posts_between_hand_their_times_on(
    shop: Shop, account: Account, queued: Queued
) -> None:
    walls = ("2026-11-23T09:00", "2026-11-25T09:00", "2026-11-27T09:00")
    one, two, three = (queued(f"پست {n}", wall) for n, wall in enumerate(walls))
    changed = shop.queue_moves.place(account.id, three.id, above="", below=one.id)
    assert order(shop, account) == ["پست 2", "پست 0", "پست 1"]
    assert [post.due_wall for post in shop.outbox.list(account.id)] == list(walls)
    assert changed.count == 3
    assert shop.queue_moves.undo(changed) == 3
    assert [shop.outbox.get(each.id).due_wall for each in (one, two, three)] == list(walls)


def test_what_is_being_sent_keeps_its_time(shop: Shop, account: Account, queued: Queued) -> None:
    one, two = queued("One", "2026-11-23T09:00"), queued("Two", "2026-11-25T09:00")
    with shop.database.transaction() as rows:
        rows.execute("UPDATE post SET state = 'sending' WHERE id = ?", (one.id,))
    assert shop.queue_moves.place(account.id, one.id, above=two.id).count == 0
    shop.queue_moves.move_on([one.id, two.id], days=7, zone=ZONE)
    walls = [shop.outbox.get(each.id).due_wall for each in (one, two)]
    assert walls == ["2026-11-23T09:00", "2026-12-02T09:00"]


def test_a_week_on_is_the_same_hour_when_the_clocks_change(
    shop: Shop, account: Account, queued: Queued, clock: SteppedClock
) -> None:
    post = queued("شاي", "2027-03-22T09:00")
    shop.queue_moves.move_on([post.id], days=7, zone=ZONE)
    moved = shop.outbox.get(post.id)
    assert moved.due_wall == "2027-03-29T09:00"
    assert moved.due_at == from_wall("2027-03-29T09:00", ZONE)
    assert (moved.due_at or 0) - (post.due_at or 0) == 7 * DAY - 3600


def test_a_time_that_passed_meanwhile_is_not_taken(
    shop: Shop, account: Account, queued: Queued, clock: SteppedClock
) -> None:
    post = queued("Tea", "2026-11-23T09:00")
    assert shop.queue_moves.place_at(post.id, clock.now() - 1, zone=ZONE).count == 0
    assert shop.outbox.get(post.id).due_wall == "2026-11-23T09:00"


def test_a_part_on_x_keeps_a_post_where_it_is(shop: Shop, account: Account, queued: Queued) -> None:
    post = queued("Half there", "2026-11-23T09:00")
    with shop.database.transaction() as rows:
        rows.execute("UPDATE part SET x_post_id = '7' WHERE post_id = ?", (post.id,))
    assert shop.queue_moves.to_drafts([post.id]).count == 0
    assert shop.queue_moves.delete([post.id]).count == 0
    assert shop.outbox.get(post.id).state is State.QUEUED


def test_undo_leaves_alone_what_went_out_meanwhile(
    shop: Shop, account: Account, queued: Queued
) -> None:
    one, two = queued("One", "2026-11-23T09:00"), queued("Two", "2026-11-25T09:00")
    changed = shop.queue_moves.move_on([one.id, two.id], days=7, zone=ZONE)
    with shop.database.transaction() as rows:
        rows.execute("UPDATE post SET state = 'sent' WHERE id = ?", (one.id,))
    assert shop.queue_moves.undo(changed) == 1
    assert shop.outbox.get(one.id).state is State.SENT
    assert shop.outbox.get(two.id).due_wall == "2026-11-25T09:00"


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    days=st.lists(st.integers(3, 12), min_size=2, max_size=7),
    moved=st.integers(0, 6),
    to=st.integers(0, 6),
)
def test_any_place_gives_that_order_and_undo_the_one_before(
    shop: Shop, account: Account, queued: Queued, days: list[int], moved: int, to: int
) -> None:
    with shop.database.transaction() as rows:
        rows.execute("UPDATE post SET state = 'draft'")
    # Some share a minute: then the one queued first goes first.
    posts = [
        queued(f"{n}-{new}", f"2026-12-{new:02}T{9 + n % 2:02}:00") for n, new in enumerate(days)
    ]
    before = [(post.text, post.due_at) for post in shop.outbox.list(account.id)]
    names = [text for text, _ in before]
    ids = {post.text: post.id for post in posts}
    chosen = names[moved % len(names)]
    others = [name for name in names if name != chosen]
    at = to % len(names)
    above = ids[others[at - 1]] if at else ""
    below = ids[others[at]] if at < len(others) else ""
    changed = QueueMoves(shop.database, shop.clock, shop.slots).place(
        account.id, ids[chosen], above=above, below=below
    )
    assert order(shop, account) == [*others[:at], chosen, *others[at:]]
    shop.queue_moves.undo(changed)
    assert [(post.text, post.due_at) for post in shop.outbox.list(account.id)] == before


def test_a_time_on_a_closed_day_stays_one_whoever_takes_it(shop: Shop, account: Account) -> None:
    day = "2026-11-24"
    shop.closed_days.close(account.id, date.fromisoformat(day), date.fromisoformat(day), "fair")
    posts = []
    for hour in ("09:00", "09:01", "09:02"):
        post = shop.drafts.begin(account.id, (DraftPart(hour),))
        wall = f"{day}T{hour}"
        shop.outbox.enqueue(
            post.id,
            due_at=from_wall(wall, ZONE),
            due_wall=wall,
            due_zone=ZONE,
            even_closed=True,
        )
        posts.append(post.id)
    shop.queue_moves.place(account.id, posts[2], above=posts[0], below=posts[1])
    shop.put_off.sort_out(account.id)
    waiting = shop.outbox.list(account.id)
    assert [post.text for post in waiting] == ["09:00", "09:02", "09:01"]
    assert [post.due_wall for post in waiting] == [f"{day}T09:0{n}" for n in range(3)]


def test_undo_leaves_alone_what_was_moved_since(
    shop: Shop, account: Account, queued: Queued
) -> None:
    post = queued("حرّك", "2026-11-23T09:00")
    at = from_wall("2026-11-24T09:00", ZONE)
    changed = shop.queue_moves.place_at(post.id, at, zone=ZONE)
    shop.outbox.move(post.id, due_at=at + DAY)
    assert shop.queue_moves.undo(changed) == 0
    assert shop.outbox.get(post.id).due_at == at + DAY


def test_a_death_while_many_hand_their_times_on_loses_no_time(
    shop: Shop, account: Account, queued: Queued, monkeypatch: pytest.MonkeyPatch
) -> None:
    posts = [queued(f"{n}", f"2026-11-23T{n // 60 + 8:02}:{n % 60:02}") for n in range(240)]
    before = [post.due_at for post in shop.outbox.list(account.id)]
    real, begun = shop.database.transaction, 0

    def dies_the_second_time(**how: bool) -> AbstractContextManager[Connection]:
        nonlocal begun
        begun += 1
        if begun == 2:
            raise KeyboardInterrupt
        return real(**how)

    with monkeypatch.context() as patch:
        patch.setattr(shop.database, "transaction", dies_the_second_time)
        with suppress(KeyboardInterrupt):
            shop.queue_moves.place(account.id, posts[-1].id, above=posts[0].id, below=posts[1].id)
    assert [post.due_at for post in shop.outbox.list(account.id)] == before
