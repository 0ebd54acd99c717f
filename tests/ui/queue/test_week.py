from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from services.clock import from_wall, in_zone
from services.publishing.posts import Part, Post
from services.publishing.slots import SlotTime
from services.publishing.states import State
from ui.queue.week import shown_at, week_of, week_start

NOW = from_wall("2026-11-20T12:00", "Europe/Helsinki")
ZONES = ("Europe/Helsinki", "America/Los_Angeles", "Asia/Tokyo", "Asia/Tehran", "Pacific/Apia")


def a_post(due_at: int | None, **more: Any) -> Post:
    post = Post(
        id="p",
        account_id="a",
        state=State.QUEUED,
        parts=(Part("part", "Tea"),),
        due_at=due_at,
        created_at=0,
        changed_at=0,
    )
    return replace(post, **more)


@given(
    offset=st.integers(-20 * 86_400, 20 * 86_400),
    zone=st.sampled_from(ZONES),
    first=st.integers(1, 7),
    weeks=st.integers(-3, 3),
)
def test_a_post_stands_on_its_local_day_or_not_at_all(
    offset: int, zone: str, first: int, weeks: int
) -> None:
    start = week_start(NOW, zone, first_weekday=first, weeks=weeks)
    days = week_of(start, [a_post(NOW + offset)], [], now=NOW, zone=zone)
    local = in_zone(NOW + offset, zone).date()
    assert [day.date for day in days] == [start + timedelta(days=n) for n in range(7)]
    placed = [day.date for day in days if day.entries]
    assert placed == ([local] if start <= local < start + timedelta(days=7) else [])
    assert start.isoweekday() == first
    if weeks == 0:
        assert [day.today for day in days].count(True) == 1
        assert all(day.over == (day.date < in_zone(NOW, zone).date()) for day in days)


def test_the_same_moment_is_another_day_elsewhere() -> None:
    at = from_wall("2026-11-21T01:00", "Europe/Helsinki")

    def day_in(zone: str) -> date:
        start = week_start(NOW, zone, first_weekday=1)
        days = week_of(start, [a_post(at)], [], now=NOW, zone=zone)
        return next(day.date for day in days if day.entries)

    assert day_in("Europe/Helsinki") == date(2026, 11, 21)
    assert day_in("America/Los_Angeles") == date(2026, 11, 20)


def test_free_slots_are_offered_only_when_they_are_free_and_to_come() -> None:
    zone = "Europe/Helsinki"
    walls = ("2026-11-19T09:00", "2026-11-20T17:30", "2026-11-21T09:00", "2026-11-21T17:30")
    slots = [SlotTime(from_wall(wall, zone), wall, zone) for wall in walls]
    slots[2] = replace(slots[2], post_id="someone")
    taken = a_post(from_wall("2026-11-21T17:30", zone))
    start = week_start(NOW, zone, first_weekday=1)
    days = week_of(start, [taken], slots, now=NOW, zone=zone)
    free = [entry.slot.wall for day in days for entry in day.entries if entry.slot]
    assert free == ["2026-11-20T17:30"]


def test_answers_stand_in_the_inbox_alone() -> None:
    start = week_start(NOW, "UTC", first_weekday=1)
    answer = a_post(NOW + 60, answers_item="item")
    days = week_of(start, [answer], [], now=NOW, zone="UTC")
    assert not any(day.entries for day in days)


def test_a_sent_post_stands_where_it_went_out() -> None:
    sent = a_post(NOW, state=State.SENT, sent_at=NOW + 86_400)
    assert shown_at(sent) == NOW + 86_400
    assert shown_at(a_post(NOW)) == NOW
    assert shown_at(a_post(None)) is None


def test_a_week_with_a_clock_change_has_seven_days() -> None:
    zone = "Europe/Helsinki"
    now = from_wall("2026-10-25T12:00", zone)
    start = week_start(now, zone, first_weekday=1)
    night = from_wall("2026-10-25T03:30", zone)
    days = week_of(start, [a_post(night), a_post(night + 3_600, id="q")], [], now=now, zone=zone)
    assert len(days) == 7
    assert [entry.at for entry in days[6].entries] == [night, night + 3_600]
    assert in_zone(night, zone).tzinfo == ZoneInfo(zone)
