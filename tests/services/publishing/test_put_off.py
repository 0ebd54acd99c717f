"""Posts on closed days leave them, and come back when the day is opened again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import pytest

from services.clock import DAY, from_wall
from services.my_shop.closed_days import ClosedDays
from services.publishing.late import CLOSED
from services.publishing.posts import LateRule, Post
from services.publishing.put_off import PutOff
from services.publishing.slots import SlotTime
from services.publishing.states import State

if TYPE_CHECKING:
    from tests.services.publishing.conftest import Desk

ZONE = "Europe/Madrid"
MONDAY = date(2026, 11, 23)


@pytest.fixture
def days(desk: Desk) -> ClosedDays:
    return ClosedDays(desk.database)


@pytest.fixture
def put_off(desk: Desk) -> PutOff:
    return PutOff(desk.database, desk.clock, desk.slots)


def _queue(
    desk: Desk,
    wall: str,
    *,
    even_closed: bool = False,
    rule: LateRule = LateRule.USUAL,
    text: str = "",
) -> Post:
    draft = desk.queue(text or f"at {wall}")
    return desk.outbox.move(
        draft.id,
        due_at=from_wall(wall, ZONE),
        due_wall=wall,
        due_zone=ZONE,
        even_closed=even_closed,
        late_rule=rule,
    )


def _closed_on(desk: Desk, *weekdays: int) -> None:
    desk.database.connection.executemany(
        "INSERT INTO opening_hours(account_id, weekday, opens, closes) VALUES (?, ?, ?, ?)",
        [
            (desk.account.id, day, *((None, None) if day in weekdays else ("09:00", "18:00")))
            for day in range(7)
        ],
    )


def test_a_closed_day_moves_its_posts_to_the_next_open_slots(
    desk: Desk, days: ClosedDays, put_off: PutOff
) -> None:
    posts = [_queue(desk, f"2026-11-23T{hour}:00") for hour in ("09", "12", "23")]
    other = _queue(desk, "2026-11-25T09:00")
    days.close(desk.account.id, MONDAY, date(2026, 11, 24), "Feria 🎪")
    assert put_off.sort_out(desk.account.id) == [post.id for post in posts]
    moved = [desk.outbox.get(post.id) for post in posts]
    assert [post.due_wall for post in moved] == [
        "2026-11-25T17:30",
        "2026-11-26T09:00",
        "2026-11-26T17:30",
    ]
    for post, before in zip(moved, posts, strict=True):
        assert (post.reason, post.reason_detail, post.state) == (CLOSED, "Feria 🎪", State.QUEUED)
        assert post.moved_from == before.due_at
    assert desk.outbox.get(other.id) == other
    assert put_off.sort_out(desk.account.id) == []


def test_it_comes_back_when_the_day_is_opened_again(
    desk: Desk, days: ClosedDays, put_off: PutOff
) -> None:
    post = _queue(desk, "2026-11-23T12:10")
    days.close(desk.account.id, MONDAY, MONDAY, "Feria")
    put_off.sort_out(desk.account.id)
    days.open(desk.account.id, MONDAY)
    assert put_off.sort_out(desk.account.id) == [post.id]
    back = desk.outbox.get(post.id)
    assert (back.due_at, back.due_wall, back.due_zone) == (post.due_at, post.due_wall, ZONE)
    assert (back.reason, back.reason_detail, back.moved_from) == (None, None, None)


def test_it_stays_where_its_own_time_is_over(desk: Desk, days: ClosedDays, put_off: PutOff) -> None:
    post = _queue(desk, "2026-11-23T09:00")
    days.close(desk.account.id, MONDAY, MONDAY, "Feria")
    put_off.sort_out(desk.account.id)
    desk.clock.advance(3 * DAY)
    days.open(desk.account.id, MONDAY)
    assert put_off.sort_out(desk.account.id) == []
    assert desk.outbox.get(post.id).reason == CLOSED


def test_a_day_the_owner_chose_knowingly_is_kept(
    desk: Desk, days: ClosedDays, put_off: PutOff
) -> None:
    days.close(desk.account.id, MONDAY, MONDAY, "Feria")
    post = _queue(desk, "2026-11-23T09:00", even_closed=True)
    assert put_off.sort_out(desk.account.id) == []
    desk.clock.advance(from_wall("2026-11-23T09:00", ZONE) - desk.clock.now())
    assert [one.state for one in desk.publish()] == [State.SENT]
    assert desk.outbox.get(post.id).state is State.SENT


def test_what_goes_now_goes_on_a_closed_day_too(desk: Desk, days: ClosedDays) -> None:
    today = date(2026, 11, 20)
    days.close(desk.account.id, today, today, "Feria")
    desk.queue("now", late_rule=LateRule.SEND)
    assert [one.state for one in desk.publish()] == [State.SENT]


def test_a_rule_to_send_however_late_still_rests_on_a_closed_day(
    desk: Desk, days: ClosedDays, put_off: PutOff
) -> None:
    post = _queue(desk, "2026-11-23T09:00", rule=LateRule.SEND)
    days.close(desk.account.id, MONDAY, MONDAY, "Feria")
    assert put_off.sort_out(desk.account.id) == [post.id]


def test_a_closed_weekday_is_left_like_any_closed_day(desk: Desk, put_off: PutOff) -> None:
    """2026-11-22 is a Sunday."""
    _closed_on(desk, 6)
    post = _queue(desk, "2026-11-22T09:00")
    kept = _queue(desk, "2026-11-22T10:00", even_closed=True)
    assert put_off.sort_out(desk.account.id) == [post.id]
    moved = desk.outbox.get(post.id)
    assert (moved.due_wall, moved.reason, moved.reason_detail) == ("2026-11-23T09:00", CLOSED, "")
    desk.clock.advance(from_wall("2026-11-22T10:00", ZONE) - desk.clock.now())
    assert [(one.id, one.state) for one in desk.publish()] == [(kept.id, State.SENT)]


def test_no_weekday_of_a_shop_that_never_opens_is_closed(desk: Desk, put_off: PutOff) -> None:
    _closed_on(desk, *range(7))
    _queue(desk, "2026-11-22T09:00")
    assert put_off.sort_out(desk.account.id) == []


def test_the_publisher_sends_nothing_on_a_closed_day(desk: Desk, days: ClosedDays) -> None:
    """Closed behind the queue's back, as a holiday of a new version may be."""
    post = _queue(desk, "2026-11-23T09:00")
    days.close(desk.account.id, MONDAY, MONDAY, "")
    desk.clock.advance(from_wall("2026-11-23T09:00", ZONE) - desk.clock.now())
    (moved,) = desk.publish()
    assert desk.x.calls == []
    assert (moved.id, moved.reason, moved.due_wall) == (post.id, CLOSED, "2026-11-24T09:00")


def test_without_any_open_slot_the_owner_is_asked_when_it_is_time(
    desk: Desk, days: ClosedDays, put_off: PutOff
) -> None:
    _closed_on(desk, 0)
    desk.slots.save(desk.account.id, ((0, "12:00"),))
    _queue(desk, "2026-11-23T09:00")
    days.close(desk.account.id, MONDAY, MONDAY, "Feria")
    assert put_off.sort_out(desk.account.id) == []
    desk.clock.advance(from_wall("2026-11-23T09:00", ZONE) - desk.clock.now())
    (post,) = desk.publish()
    assert (post.state, post.reason, post.reason_detail) == (State.NEEDS_YOU, CLOSED, "Feria")


def test_a_thread_half_on_x_goes_on(desk: Desk, days: ClosedDays, put_off: PutOff) -> None:
    post = _queue(desk, "2026-11-23T09:00")
    desk.database.connection.execute(
        "UPDATE part SET x_post_id = '9' WHERE post_id = ?", (post.id,)
    )
    days.close(desk.account.id, MONDAY, MONDAY, "Feria")
    assert put_off.sort_out(desk.account.id) == []


def test_a_later_move_by_the_owner_forgets_the_own_time(
    desk: Desk, days: ClosedDays, put_off: PutOff
) -> None:
    post = _queue(desk, "2026-11-23T09:00")
    days.close(desk.account.id, MONDAY, MONDAY, "Feria")
    put_off.sort_out(desk.account.id)
    wall = "2026-11-27T10:00"
    desk.outbox.move(post.id, due_at=from_wall(wall, ZONE), due_wall=wall, due_zone=ZONE)
    days.open(desk.account.id, MONDAY)
    assert put_off.sort_out(desk.account.id) == []
    assert desk.outbox.get(post.id).due_wall == wall


def test_far_times_and_early_clocks_are_left_alone(
    desk: Desk, days: ClosedDays, put_off: PutOff
) -> None:
    _queue(desk, "9999-12-30T09:00")
    days.close(desk.account.id, date(9999, 12, 30), date(9999, 12, 30), "The end")
    assert put_off.tidy() == ()
    desk.clock.advance(-desk.clock.now())
    assert put_off.tidy() == ()


def test_a_time_that_another_has_by_now_is_not_taken_back(
    desk: Desk, days: ClosedDays, put_off: PutOff
) -> None:
    post = _queue(desk, "2026-11-23T09:00")
    days.close(desk.account.id, MONDAY, MONDAY, "Feria")
    put_off.sort_out(desk.account.id)
    days.open(desk.account.id, MONDAY)
    desk.clock.advance(60)
    other = _queue(desk, "2026-11-23T09:00", text="Another")
    assert put_off.sort_out(desk.account.id) == [post.id]
    stayed = desk.outbox.get(post.id)
    assert (stayed.due_wall, stayed.reason, stayed.moved_from) == ("2026-11-24T09:00", None, None)
    assert desk.outbox.get(other.id) == other


def test_two_planned_for_one_minute_both_come_back(
    desk: Desk, days: ClosedDays, put_off: PutOff
) -> None:
    posts = [_queue(desk, "2026-11-23T09:00", text=text) for text in ("新作", "🎪")]
    days.close(desk.account.id, MONDAY, MONDAY, "Feria")
    put_off.sort_out(desk.account.id)
    days.open(desk.account.id, MONDAY)
    put_off.sort_out(desk.account.id)
    assert {desk.outbox.get(post.id).due_at for post in posts} == {posts[0].due_at}


def test_a_post_keeps_the_zone_it_was_planned_in(
    desk: Desk, days: ClosedDays, put_off: PutOff
) -> None:
    post = _queue(desk, "2026-11-23T12:00")
    tokyo = "2026-11-23T20:00"
    planned = desk.outbox.move(
        post.id, due_at=from_wall(tokyo, "Asia/Tokyo"), due_wall=tokyo, due_zone="Asia/Tokyo"
    )
    days.close(desk.account.id, MONDAY, MONDAY, "Feria")
    put_off.sort_out(desk.account.id)
    moved = desk.outbox.get(post.id)
    assert (moved.due_wall, moved.due_zone) == ("2026-11-24T17:00", "Asia/Tokyo")
    assert moved.due_at == from_wall("2026-11-24T09:00", ZONE)
    days.open(desk.account.id, MONDAY)
    put_off.sort_out(desk.account.id)
    back = desk.outbox.get(post.id)
    assert (back.due_at, back.due_wall, back.due_zone) == (planned.due_at, tokyo, "Asia/Tokyo")


def test_a_clock_that_ran_ahead_moves_no_closed_posts_further(
    desk: Desk, days: ClosedDays, put_off: PutOff
) -> None:
    """Put off to Tuesday for a closed Monday; by a clock of Thursday it was late for that, too."""
    post = _queue(desk, "2026-11-23T09:00")
    days.close(desk.account.id, MONDAY, MONDAY, "Feria")
    put_off.sort_out(desk.account.id)
    at = desk.clock.now()
    desk.clock.advance(6 * DAY)
    desk.publish()
    assert desk.outbox.get(post.id).due_wall == "2026-11-26T17:30"
    desk.clock.advance(from_wall("2026-11-23T20:00", ZONE) - at - 6 * DAY)
    assert put_off.sort_out(desk.account.id) == [post.id]
    back = desk.outbox.get(post.id)
    assert (back.due_wall, back.reason, back.reason_detail) == ("2026-11-24T09:00", CLOSED, "Feria")
    assert put_off.sort_out(desk.account.id) == []


def test_a_long_closure_reads_the_slots_once(
    desk: Desk, days: ClosedDays, put_off: PutOff, monkeypatch: pytest.MonkeyPatch
) -> None:
    posts = [
        _queue(desk, f"2026-11-23T{hour:02}:{minute:02}")
        for hour in range(10, 20)
        for minute in range(0, 60, 6)
    ]
    days.close(desk.account.id, MONDAY, date(2026, 12, 20), "旅行")
    reads: list[int] = []
    free = desk.slots.free

    def counted(account_id: str, *, after: int, days: int = 366) -> Iterator[SlotTime]:
        reads.append(after)
        return free(account_id, after=after, days=days)

    monkeypatch.setattr(desk.slots, "free", counted)
    assert put_off.sort_out(desk.account.id) == [post.id for post in posts]
    assert len(reads) == 1
    walls = [desk.outbox.get(post.id).due_wall or "" for post in posts]
    assert walls[:2] == ["2026-12-21T09:00", "2026-12-21T17:30"]
    assert len(set(walls)) == len(walls)
    assert walls == sorted(walls)


def test_what_was_said_of_one_day_is_not_said_of_another(
    desk: Desk, days: ClosedDays, put_off: PutOff
) -> None:
    """Chosen knowingly on a closed Monday, late there, and put on a day that is closed later."""
    days.close(desk.account.id, MONDAY, MONDAY, "Feria")
    post = _queue(desk, "2026-11-23T09:00", even_closed=True)
    desk.clock.advance(from_wall("2026-11-24T08:00", ZONE) - desk.clock.now())
    desk.publish()
    assert desk.outbox.get(post.id).due_wall == "2026-11-24T09:00"
    days.close(desk.account.id, date(2026, 11, 24), date(2026, 11, 24), "生日")
    assert put_off.sort_out(desk.account.id) == [post.id]
    assert desk.outbox.get(post.id).due_wall == "2026-11-25T09:00"


def test_by_hand_a_clock_that_ran_ahead_asks_for_nothing_for_long(by_hand_desk: Desk) -> None:
    post = by_hand_desk.queue("next month", due_in=30 * DAY)
    by_hand_desk.clock.advance(60 * DAY)
    by_hand_desk.publish()
    assert by_hand_desk.outbox.get(post.id).state is State.NEEDS_YOU
    by_hand_desk.clock.advance(-60 * DAY)
    PutOff(by_hand_desk.database, by_hand_desk.clock, by_hand_desk.slots).tidy()
    back = by_hand_desk.outbox.get(post.id)
    assert (back.state, back.reason, back.due_at) == (State.QUEUED, None, post.due_at)
