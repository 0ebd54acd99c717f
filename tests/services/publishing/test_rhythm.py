from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.accounts.accounts import Account
from services.clock import DAY, SteppedClock, from_wall, in_zone
from services.my_shop.profiles import DayHours
from services.publishing.drafts import DraftPart
from services.publishing.rhythm import DAYS, OPEN_DAYS_AHEAD, days_posted, free_days
from services.publishing.slots import SlotTime
from services.shop import Shop

TODAY = date(2026, 11, 20)
days_back = st.sets(st.integers(-3, 60), max_size=40)
weekdays = st.frozensets(st.integers(0, 6), max_size=6)


@given(days_back, weekdays)
def test_no_day_is_missed_that_was_closed_or_before_the_first_post(
    back: set[int], closed: frozenset[int]
) -> None:
    posted = {TODAY - timedelta(days=one) for one in back}
    with_post, days, left_out = days_posted(posted, today=TODAY, closed=_closed(closed))
    past = [day for day in posted if day <= TODAY]
    assert 0 <= with_post <= days <= DAYS
    assert with_post == sum(day > TODAY - timedelta(days=DAYS) for day in past)
    length = min(DAYS, (TODAY - min(past)).days + 1) if past else 0
    window = {TODAY - timedelta(days=away) for away in range(length)}
    missed = {day for day in window - posted if day.weekday() not in closed}
    assert days - with_post == len(missed)
    assert left_out is (days < length)


@given(days_back, weekdays, st.sets(st.integers(0, 27), max_size=27))
def test_free_days_are_open_empty_and_to_come(
    planned_away: set[int], closed: frozenset[int], slot_days: set[int]
) -> None:
    planned = {TODAY + timedelta(days=one) for one in planned_away}
    slots = [_slot(TODAY + timedelta(days=one), "09:00") for one in sorted(slot_days)]
    free = free_days(slots, planned, today=TODAY, closed=_closed(closed))
    days = [in_zone(one.due_at, "UTC").date() for one in free]
    assert days == sorted(set(days))
    assert len(days) <= OPEN_DAYS_AHEAD
    for day in days:
        assert day > TODAY
        assert day not in planned
        assert day.weekday() not in closed
        between = ((day - timedelta(days=n)) for n in range((day - TODAY).days))
        assert sum(one.weekday() not in closed for one in between) <= OPEN_DAYS_AHEAD


def test_the_first_free_slot_of_a_day_is_the_one() -> None:
    tomorrow = TODAY + timedelta(days=1)
    early, late = _slot(tomorrow, "09:00"), _slot(tomorrow, "17:30")
    found = free_days([replace(early, post_id="p"), late], set(), today=TODAY, closed=frozenset())
    assert found == (late,)


def _closed(weekdays: frozenset[int]) -> set[date]:
    days = (TODAY + timedelta(days=away) for away in range(-70, 71))
    return {day for day in days if day.weekday() in weekdays}


def _slot(day: date, wall: str) -> SlotTime:
    return SlotTime(from_wall(f"{day}T{wall}", "UTC"), f"{day}T{wall}", "UTC")


@pytest.fixture
def own(shop: Shop) -> Account:
    return shop.accounts.start_own_shop(handle="kiln", zone="Pacific/Auckland")


@pytest.fixture
def post(shop: Shop, own: Account) -> Callable[..., Any]:
    def make(wall: str, *, sent: bool = False, answer: bool = False) -> None:
        draft = shop.drafts.new(own.id)
        shop.drafts.save(draft.id, parts=(DraftPart(wall),))
        due_at = from_wall(wall, own.zone)
        shop.outbox.enqueue(draft.id, due_at=due_at)
        if sent:
            shop.database.connection.execute(
                "UPDATE post SET state = 'sent', sent_at = ? WHERE id = ?", (due_at, draft.id)
            )

    return make


def test_a_new_shop_has_no_rhythm_to_keep(shop: Shop, own: Account) -> None:
    rhythm = shop.rhythms.read(own.id, own.zone)
    assert (rhythm.posted, rhythm.days, rhythm.planned, rhythm.free) == (0, 0, 0, ())


def test_days_are_the_shops_own(shop: Shop, own: Account, post: Callable[..., Any]) -> None:
    """It is Friday, 23:00 in Auckland."""
    post("2026-11-19T00:10", sent=True)
    post("2026-11-19T23:50", sent=True)
    post("2026-11-20T00:10", sent=True)
    rhythm = shop.rhythms.read(own.id, own.zone)
    assert (rhythm.posted, rhythm.days) == (2, 2)


def test_a_post_made_on_x_counts_too(
    shop: Shop, own: Account, clock: SteppedClock, post: Callable[..., Any]
) -> None:
    shop.profiles.save(own.id, shop.profiles.get(own.id))
    post("2026-11-19T10:00", sent=True)
    for number, at in enumerate((clock.now() - 2 * DAY, clock.now() - 100 * DAY)):
        shop.database.connection.execute(
            "INSERT INTO own_post(account_id, x_post_id, x_conversation_id, text, created_at) "
            "VALUES (?, ?, '1', 'Tea', ?)",
            (own.id, str(number), at),
        )
    rhythm = shop.rhythms.read(own.id, own.zone)
    # 28 days less four Sundays: the usual hours are those of Monday to Saturday.
    assert (rhythm.posted, rhythm.days, rhythm.closed_left_out) == (2, 24, True)


def test_a_planned_day_is_not_asked_for_and_a_closed_one_never(
    shop: Shop, own: Account, post: Callable[..., Any]
) -> None:
    shop.profiles.save(own.id, shop.profiles.get(own.id))
    post("2026-11-21T15:15")
    rhythm = shop.rhythms.read(own.id, own.zone)
    assert rhythm.planned == 1
    walls = [one.wall for one in rhythm.free]
    assert walls[:3] == ["2026-11-23T09:00", "2026-11-24T09:00", "2026-11-25T09:00"]
    assert "2026-11-22" not in " ".join(walls)
    assert len(walls) == OPEN_DAYS_AHEAD - 1


def test_a_shop_that_never_opens_keeps_all_days(
    shop: Shop, own: Account, post: Callable[..., Any]
) -> None:
    profile = shop.profiles.get(own.id)
    hours = tuple(DayHours(day) for day in range(7))
    shop.profiles.save(own.id, replace(profile, hours=hours))
    shop.slots.save(own.id, ((5, "10:00"), (6, "10:00")))
    post("2026-11-18T10:00", sent=True)
    rhythm = shop.rhythms.read(own.id, own.zone)
    assert (rhythm.posted, rhythm.days) == (1, 3)
    assert [one.wall for one in rhythm.free] == ["2026-11-21T10:00", "2026-11-22T10:00"]
