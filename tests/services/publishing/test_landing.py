from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from services.clock import from_wall, in_zone
from services.publishing.landing import at_minute, landing
from services.publishing.post_options import PostKind
from services.publishing.slots import SlotTime

ZONE = "Europe/Helsinki"
DAY = date(2026, 11, 26)
NOW = from_wall("2026-11-20T12:00", ZONE)


def free(*walls: str, kind: PostKind = PostKind.GUESSED) -> list[SlotTime]:
    return [
        SlotTime(from_wall(f"{DAY}T{wall}", ZONE), f"{DAY}T{wall}", ZONE, kind=kind)
        for wall in walls
    ]


def land(hour: str, slots: list[SlotTime], **more: object) -> str | None:
    known: dict[str, object] = {"taken": frozenset(), "now": NOW, "zone": ZONE} | more
    found = landing(DAY, hour=hour, free=slots, **known)  # type: ignore[arg-type]  # as named
    return None if found is None else found.wall[11:]


def test_the_free_slot_nearest_to_its_own_hour() -> None:
    assert land("16:00", free("09:00", "17:30")) == "17:30"
    assert land("10:00", free("09:00", "17:30")) == "09:00"


def test_one_of_its_kind_first() -> None:
    slots = [*free("09:00", kind=PostKind.HELP), *free("17:30", kind=PostKind.SELL)]
    assert land("16:00", slots, kind=PostKind.HELP) == "09:00"
    assert land("16:00", slots, kind=PostKind.ASK) == "17:30"
    assert land("08:00", slots) == "09:00"


def test_without_a_free_slot_it_keeps_its_hour() -> None:
    assert land("16:20", []) == "16:20"
    taken = {at_minute(DAY, 16 * 60 + 20 + n, ZONE).due_at // 60 for n in (-1, 0, 1)}
    assert land("16:20", [], taken=taken) == "16:22"
    late = {at_minute(DAY, 23 * 60 + 59, ZONE).due_at // 60}
    assert land("23:59", [], taken=late) == "23:58"


def test_never_into_the_past() -> None:
    assert land("16:20", [], now=from_wall(f"{DAY}T16:20", ZONE)) is None
    assert land("16:20", free("17:30"), now=from_wall(f"{DAY}T16:40", ZONE)) == "17:30"
    assert land("16:20", free("09:00"), now=from_wall(f"{DAY}T16:40", ZONE)) is None


@given(
    day=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    minutes=st.integers(0, 1439),
    taken=st.sets(st.integers(0, 1439), max_size=60),
    zone=st.sampled_from((ZONE, "America/Santiago", "Australia/Lord_Howe", "Asia/Tokyo")),
)
def test_a_minute_of_that_day_that_nobody_has(
    day: date, minutes: int, taken: set[int], zone: str
) -> None:
    """Summer-time nights too: a time that a night skips stands after the gap."""
    others = {at_minute(day, one, zone).due_at // 60 for one in taken}
    hour = f"{minutes // 60:02}:{minutes % 60:02}"
    found = landing(day, hour=hour, free=(), taken=others, now=0, zone=zone)
    assert found is not None
    assert found.due_at // 60 not in others
    assert in_zone(found.due_at, zone).date() in (day, day + timedelta(days=1))
    assert found.wall.startswith(day.isoformat())
