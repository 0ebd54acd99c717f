from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.clock import DAY, from_wall, in_zone
from services.my_shop.closed_days import ClosedDays
from services.publishing.post_options import PostKind
from services.publishing.slots import OF_KIND_DAYS, SlotTime, choose

if TYPE_CHECKING:
    from tests.services.publishing.conftest import Desk

ZONES = (
    "Europe/Madrid",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "America/Santiago",
    "Asia/Tokyo",
)


def _open(desk: Desk, hours: dict[int, tuple[str | None, str | None]]) -> None:
    desk.database.connection.executemany(
        "INSERT INTO opening_hours(account_id, weekday, opens, closes) VALUES (?, ?, ?, ?)",
        [(desk.account.id, day, *hours.get(day, (None, None))) for day in range(7)],
    )


def test_the_usual_slots_lie_in_opening_hours(desk: Desk) -> None:
    _open(
        desk,
        {
            1: ("08:00", "18:00"),
            2: ("10:00", "17:00"),
            3: ("09:00", "12:00"),
            5: ("18:00", "02:00"),
        },
    )
    slots = [(slot.weekday, slot.wall) for slot in desk.slots.list(desk.account.id)]
    assert slots == [(1, "09:00"), (1, "17:30"), (2, "10:00"), (3, "09:00"), (5, "18:00")]


def test_a_shop_that_said_nothing_has_slots_on_six_days(desk: Desk) -> None:
    slots = desk.slots.list(desk.account.id)
    assert len(slots) == 12
    assert {slot.weekday for slot in slots} == set(range(6))


def test_a_shop_that_is_never_open_sells_online_and_posts_every_day(desk: Desk) -> None:
    _open(desk, {})
    slots = [(slot.weekday, slot.wall) for slot in desk.slots.list(desk.account.id)]
    assert slots == [(day, wall) for day in range(7) for wall in ("09:00", "17:30")]
    found = desk.slots.next_free(desk.account.id)
    assert found is not None
    assert found.wall == "2026-11-20T17:30"


def test_the_owners_slots_on_a_closed_weekday_wait_until_it_is_opened(desk: Desk) -> None:
    """2026-11-23 is a Monday."""
    every: dict[int, tuple[str | None, str | None]] = {day: ("09:00", "18:00") for day in range(7)}
    _open(desk, {day: hours for day, hours in every.items() if day != 0})
    desk.slots.save(desk.account.id, ((0, "12:00"), (1, "12:00")))
    found = desk.slots.next_free(desk.account.id)
    assert found is not None
    assert found.wall == "2026-11-24T12:00"
    desk.database.connection.execute("DELETE FROM opening_hours")
    _open(desk, every)
    found = desk.slots.next_free(desk.account.id)
    assert found is not None
    assert found.wall == "2026-11-23T12:00"


def test_the_owners_slots_take_the_place_of_the_usual_ones(desk: Desk) -> None:
    saved = desk.slots.save(desk.account.id, ((4, "12:15"), (0, "08:00"), (4, "12:15")))
    assert [(slot.weekday, slot.wall) for slot in saved] == [(0, "08:00"), (4, "12:15")]
    assert desk.slots.save(desk.account.id, ())[0].wall == "09:00"


def test_a_slot_is_kept_for_a_kind(desk: Desk) -> None:
    """Friday 2026-11-20 in Madrid, after 11:00."""
    days = {4: PostKind.SELL, 5: PostKind.HELP, 6: PostKind.GUESSED}
    slots = desk.slots.save(desk.account.id, [(day, "17:30", days[day]) for day in days])
    assert [slot.kind for slot in slots] == list(days.values())
    assert not desk.slots.is_usual(desk.account.id)

    def next_for(kind: PostKind | None) -> str:
        found = desk.slots.next_free(desk.account.id, kind=kind)
        assert found is not None
        return found.wall

    assert next_for(None) == "2026-11-20T17:30"
    assert next_for(PostKind.GUESSED) == "2026-11-20T17:30"
    assert next_for(PostKind.SELL) == "2026-11-20T17:30"
    assert next_for(PostKind.HELP) == "2026-11-21T17:30"
    assert next_for(PostKind.ASK) == "2026-11-22T17:30"


def test_where_every_slot_is_kept_for_others_it_takes_the_next(desk: Desk) -> None:
    slots = [(4, "17:30", PostKind.SELL), (5, "17:30", PostKind.HELP)]
    desk.slots.save(desk.account.id, slots)
    found = desk.slots.next_free(desk.account.id, kind=PostKind.PEOPLE)
    assert found is not None
    assert found.wall == "2026-11-20T17:30"


@pytest.mark.parametrize(
    ("days", "taken"), [(3, 3), (OF_KIND_DAYS + 1, OF_KIND_DAYS + 1), (OF_KIND_DAYS + 2, 1)]
)
def test_four_weeks_are_waited_for_a_slot_of_the_kind(days: int, taken: int) -> None:
    """Every day has one that is kept for others; only on that day one for what sells."""

    def kind_on(day: int) -> PostKind:
        return PostKind.SELL if day == days else PostKind.HELP

    slots = [SlotTime(day * DAY, "", "UTC", kind=kind_on(day)) for day in range(1, 60)]
    assert choose(slots, PostKind.SELL, after=0) == slots[taken - 1]
    assert choose(slots, PostKind.GUESSED, after=0) == slots[0]
    assert choose([], PostKind.SELL, after=0) is None


def test_of_two_slots_at_one_time_the_kind_is_kept(desk: Desk) -> None:
    twice: list[tuple[int, str] | tuple[int, str, PostKind]] = [
        (4, "09:00", PostKind.HELP),
        (4, "09:00"),
    ]
    (slot,) = desk.slots.save(desk.account.id, twice)
    assert slot.kind is PostKind.HELP
    desk.slots.save(desk.account.id, ())
    assert desk.slots.is_usual(desk.account.id)


def test_the_next_free_slot_is_later_than_now_and_nobodys(desk: Desk) -> None:
    """The desk's clock stands at Friday 2026-11-20 11:00 in Madrid."""
    first = desk.slots.next_free(desk.account.id)
    assert first is not None
    assert (first.wall, first.zone) == ("2026-11-20T17:30", "Europe/Madrid")
    assert first.due_at == from_wall(first.wall, first.zone)
    desk.queue("taken", due_in=first.due_at - desk.clock.now() + 20)
    second = desk.slots.next_free(desk.account.id)
    assert second is not None
    assert second.wall == "2026-11-21T09:00"
    after = desk.slots.next_free(desk.account.id, after=second.due_at)
    assert after is not None
    assert after.wall == "2026-11-21T17:30"


def test_a_post_taken_back_gives_its_slot_free(desk: Desk) -> None:
    slot = desk.slots.next_free(desk.account.id)
    assert slot is not None
    post = desk.queue("taken", due_in=slot.due_at - desk.clock.now())
    desk.outbox.move_back_to_draft(post.id)
    assert desk.slots.next_free(desk.account.id) == slot


def test_a_week_shows_every_slot_and_who_has_it(desk: Desk) -> None:
    slot = desk.slots.next_free(desk.account.id)
    assert slot is not None
    post = desk.queue("taken", due_in=slot.due_at - desk.clock.now())
    week = desk.slots.week(desk.account.id, desk.clock.now())
    assert len(week) == 12
    assert [one.post_id for one in week if one.post_id] == [post.id]
    assert week[0].wall == "2026-11-20T09:00"


@pytest.mark.parametrize("zone", ZONES)
def test_a_year_of_slots_keeps_the_wall_clock_time(desk: Desk, zone: str) -> None:
    """Over both odd nights: one post a day at 09:00 and at 02:30, at the times chosen."""
    desk.accounts.set_zone(desk.account.id, zone)
    walls = ("02:30", "09:00")
    desk.slots.save(desk.account.id, tuple((day, wall) for day in range(7) for wall in walls))
    start = in_zone(desk.clock.now(), zone).date()
    seen = []
    for number in range(53):
        day = start + timedelta(days=7 * number)
        seen += desk.slots.week(desk.account.id, from_wall(f"{day}T12:00", zone))
    assert len(seen) == 53 * 7 * 2
    for one, following in pairwise(seen):
        assert one.due_at < following.due_at
    for slot in seen:
        wall = in_zone(slot.due_at, zone).strftime("%Y-%m-%dT%H:%M")
        if slot.wall.endswith("09:00"):
            assert wall == slot.wall
        else:
            # A time that does not exist that night is the same moment, told after the gap.
            moved = date.fromisoformat(wall[:10]) == date.fromisoformat(slot.wall[:10])
            assert moved
            assert wall >= slot.wall


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    zone=st.sampled_from(ZONES),
    offset=st.integers(min_value=0, max_value=400 * DAY),
    slots=st.lists(
        st.tuples(
            st.integers(0, 6),
            st.times().map(lambda time: time.strftime("%H:%M")),
        ),
        min_size=1,
        max_size=6,
    ),
)
def test_the_next_free_slot_is_the_first_of_all_later_ones(
    desk: Desk, zone: str, offset: int, slots: list[tuple[int, str]]
) -> None:
    desk.accounts.set_zone(desk.account.id, zone)
    desk.slots.save(desk.account.id, tuple(slots))
    after = desk.clock.now() + offset
    found = desk.slots.next_free(desk.account.id, after=after)
    assert found is not None
    assert after < found.due_at <= after + 8 * DAY
    around = [
        one.due_at
        for start in (after - DAY, after + 6 * DAY)
        for one in desk.slots.week(desk.account.id, start)
        if one.due_at > after
    ]
    assert min(around) == found.due_at


def test_a_closed_day_has_no_slots(desk: Desk) -> None:
    """Friday 2026-11-20; Saturday and Sunday are closed for a fair, Sunday's own slot too."""
    desk.slots.save(desk.account.id, tuple((day, "09:00") for day in range(7)))
    days = ClosedDays(desk.database)
    days.close(desk.account.id, date(2026, 11, 21), date(2026, 11, 22), "Feria")
    first = desk.slots.next_free(desk.account.id)
    assert first is not None
    assert first.wall == "2026-11-23T09:00"
    days.open(desk.account.id, date(2026, 11, 22))
    again = desk.slots.next_free(desk.account.id)
    assert again is not None
    assert again.wall == "2026-11-22T09:00"
    assert len(desk.slots.week(desk.account.id, desk.clock.now())) == 6
