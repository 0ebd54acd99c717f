from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.clock import from_wall, guess_zone, in_zone, parse_time, start_of_day, to_wall

ZONES = ("Europe/Lisbon", "America/New_York", "Asia/Tehran", "Australia/Lord_Howe", "Asia/Tokyo")


@given(
    seconds=st.integers(min_value=0, max_value=4_000_000_000).map(lambda value: value // 60 * 60),
    zone=st.sampled_from(ZONES),
)
def test_wall_time_comes_back(seconds: int, zone: str) -> None:
    back = from_wall(to_wall(seconds, zone), zone)
    # The second of two equal hours in autumn cannot be told from the first.
    assert back == seconds or 0 < seconds - back <= 3600


def test_a_skipped_hour_moves_forward() -> None:
    assert to_wall(from_wall("2026-03-29T01:30", "Europe/Lisbon"), "Europe/Lisbon").endswith(
        "02:30"
    )


def test_a_doubled_hour_is_the_first() -> None:
    moment = in_zone(from_wall("2026-10-25T01:30", "Europe/Lisbon"), "Europe/Lisbon")
    assert moment.utcoffset().total_seconds() == 3600


def test_a_day_starts_at_midnight_even_when_it_has_23_hours() -> None:
    noon = from_wall("2026-03-29T12:00", "Europe/Lisbon")
    today = start_of_day(noon, "Europe/Lisbon")
    tomorrow = start_of_day(noon, "Europe/Lisbon", days=1)
    assert tomorrow - today == 23 * 3600


def test_a_time_with_an_offset_ignores_the_zone() -> None:
    assert parse_time("2026-11-24T09:00+01:00", "Asia/Tokyo") == parse_time(
        "2026-11-24T08:00Z", "Europe/Lisbon"
    )
    assert parse_time("2026-11-24T09:00", "Asia/Tokyo") == parse_time("2026-11-24T00:00Z", "UTC")


def test_nonsense_is_no_time() -> None:
    with pytest.raises(ValueError, match="Invalid isoformat"):
        parse_time("tomorrow at nine", "UTC")


def test_the_zone_without_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tehran")
    assert guess_zone() == "Asia/Tehran"
    monkeypatch.setenv("TZ", "Not/AZone")
    assert "/" in guess_zone() or guess_zone() == "UTC"
