"""Closing a gap: order kept, one post a slot, nothing later than before, nothing in the past."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.clock import DAY
from services.publishing.gaps import Gaps, Seat, moving_up
from services.publishing.post_options import PostKind
from services.publishing.posts import Post
from services.publishing.slots import SlotTime
from services.publishing.states import State

if TYPE_CHECKING:
    from tests.services.publishing.conftest import Desk

KINDS = tuple(PostKind)
ZONES = ("Europe/Madrid", "America/Santiago", "Australia/Lord_Howe", "Asia/Tehran")
TEXTS = ("Tea", "شاي بالنعناع", "چای تازه", "新しい湯呑み", "抹茶 🍵")


def slot(number: int, kind: PostKind = PostKind.GUESSED) -> SlotTime:
    return SlotTime(number * 3600, f"1970-01-01T{number % 24:02}:00", "UTC", kind=kind)


@given(
    kinds=st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(KINDS)), max_size=12),
    hole_kind=st.sampled_from(KINDS),
    hours=st.sets(st.integers(2, 400), min_size=13, max_size=13),
    now=st.integers(0, 500 * 3600),
)
def test_moving_up(
    kinds: list[tuple[PostKind, PostKind]], hole_kind: PostKind, hours: set[int], now: int
) -> None:
    places = [slot(hour) for hour in sorted(hours)]
    hole = slot(1, hole_kind)
    line = [
        Seat(str(n), slot(places[n].due_at // 3600, of_slot), places[n].due_at)
        for n, (of_slot, _kind) in enumerate(kinds)
    ]
    of_post = {str(n): kind for n, (_slot, kind) in enumerate(kinds)}
    steps = moving_up(hole, line, now=now, kind=of_post.__getitem__)
    new = {seat.post_id: seat.due_at for seat in line}
    new |= {step.seat.post_id: step.to.due_at for step in steps}
    times = [new[seat.post_id] for seat in line]
    assert all(before < after for before, after in pairwise(times))
    assert all(new[seat.post_id] <= seat.due_at for seat in line)
    assert all(step.to.due_at > now for step in steps)
    assert all(step.to.suits(of_post[step.seat.post_id]) for step in steps)
    if hole.due_at <= now:
        assert not steps


def in_slots(desk: Desk, count: int) -> list[Post]:
    found = []
    for number in range(count):
        free = desk.slots.next_free(desk.account.id)
        assert free is not None
        text = f"{TEXTS[number % len(TEXTS)]} {number}"
        found.append(desk.queue(text, due_in=free.due_at - desk.clock.now()))
    return found


def test_a_gap_is_closed_and_opened_again(desk: Desk) -> None:
    posts = in_slots(desk, 4)
    own = desk.queue("At a time of its own", due_in=posts[2].due_at - desk.clock.now() + 600)  # type: ignore[operator]  # queued
    gaps = Gaps(desk.database, desk.clock, desk.slots)
    desk.outbox.delete(posts[1].id)
    assert len(gaps.steps(posts[1])) == 2
    steps = gaps.close(posts[1])
    assert desk.outbox.get(posts[0].id).due_at == posts[0].due_at
    assert desk.outbox.get(posts[2].id).due_at == posts[1].due_at
    assert desk.outbox.get(posts[3].id).due_at == posts[2].due_at
    assert desk.outbox.get(own.id).due_at == own.due_at
    moved = desk.outbox.get(posts[2].id)
    assert moved.due_wall == steps[0].to.wall
    assert moved.due_zone == "Europe/Madrid"
    gaps.reopen(steps)
    assert [desk.outbox.get(post.id).due_at for post in posts[2:]] == [
        posts[2].due_at,
        posts[3].due_at,
    ]
    assert desk.outbox.get(posts[2].id).due_wall == posts[2].due_wall


def test_a_post_outside_the_slots_leaves_no_gap(desk: Desk) -> None:
    posts = in_slots(desk, 2)
    own = desk.queue("Own", due_in=300)
    desk.outbox.delete(own.id)
    gaps = Gaps(desk.database, desk.clock, desk.slots)
    assert gaps.steps(own) == ()
    desk.outbox.delete(posts[1].id)
    assert gaps.steps(posts[1]) == ()


def test_what_was_moved_meanwhile_stays(desk: Desk) -> None:
    """Closed, then moved by the owner: taking the closing back leaves that one alone."""
    posts = in_slots(desk, 3)
    gaps = Gaps(desk.database, desk.clock, desk.slots)
    desk.outbox.delete(posts[0].id)
    steps = gaps.close(posts[0])
    there = posts[2].due_at or 0
    desk.outbox.move(posts[1].id, due_at=there + 5 * DAY)
    gaps.reopen(steps)
    assert desk.outbox.get(posts[1].id).due_at == there + 5 * DAY
    assert desk.outbox.get(posts[2].id).due_at == posts[2].due_at


def test_a_slot_kept_for_another_kind_ends_the_moving_up(desk: Desk) -> None:
    """Friday 2026-11-20 in Madrid: Saturday's slot is kept for selling."""
    week = [(day, "09:00", PostKind.SELL if day == 5 else PostKind.GUESSED) for day in range(7)]
    desk.slots.save(desk.account.id, week)
    posts = in_slots(desk, 3)
    help_words = "How to clean a teapot: step by step. First rinse it."
    with desk.database.transaction() as connection:
        connection.execute("UPDATE part SET text = ? WHERE post_id = ?", (help_words, posts[1].id))
    desk.outbox.delete(posts[0].id)
    assert Gaps(desk.database, desk.clock, desk.slots).steps(posts[0]) == ()


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    zone=st.sampled_from(ZONES),
    slots=st.lists(
        st.tuples(st.integers(0, 6), st.times().map(lambda time: time.strftime("%H:%M"))),
        min_size=1,
        max_size=5,
    ),
    count=st.integers(1, 6),
    gone=st.integers(0, 5),
    past=st.integers(0, 20 * DAY),
)
def test_however_the_week_looks(
    desk: Desk, zone: str, slots: list[tuple[int, str]], count: int, gone: int, past: int
) -> None:
    with desk.database.transaction() as connection:
        connection.execute("DELETE FROM post")
    desk.accounts.set_zone(desk.account.id, zone)
    desk.slots.save(desk.account.id, slots)
    posts = in_slots(desk, count)
    deleted = posts.pop(min(gone, count - 1))
    desk.outbox.delete(deleted.id)
    before = {post.id: post.due_at or 0 for post in posts}
    start = desk.clock.now()
    desk.clock.advance(past)
    Gaps(desk.database, desk.clock, desk.slots).close(deleted)
    after = {post.id: desk.outbox.get(post.id).due_at or 0 for post in posts}
    times = [after[post.id] for post in posts]
    assert all(one < other for one, other in pairwise(times))
    assert all(after[one] <= before[one] for one in before)
    now = desk.clock.now()
    assert all(after[one] > now for one in after if after[one] != before[one])
    assert {desk.outbox.get(post.id).state for post in posts} <= {State.QUEUED}
    desk.clock.advance(start - now)
