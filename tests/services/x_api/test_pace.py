from datetime import datetime
from itertools import pairwise

import pytest

from services.accounts.accounts import Checking
from services.clock import from_wall
from services.inbox.feeds import MOST_AT_ONCE
from services.my_shop.profiles import DayHours, Profile
from services.x_api.pace import PACES, is_open, seconds_between
from services.x_api.paging import FULL_PAGE

NIGHT = Profile(hours=tuple(DayHours(day, "18:00", "02:00") for day in range(7)))
NO_HOURS = Profile(hours=tuple(DayHours(day) for day in range(7)))


@pytest.mark.parametrize(
    ("profile", "wall", "open_then"),
    [
        (Profile(), "2026-11-20T09:00", True),
        (Profile(), "2026-11-20T18:00", False),
        (Profile(), "2026-11-22T12:00", False),
        (NIGHT, "2026-11-20T01:59", True),
        (NIGHT, "2026-11-20T02:00", False),
        (NIGHT, "2026-11-20T23:00", True),
        (NO_HOURS, "2026-11-22T12:00", True),
        (NO_HOURS, "2026-11-22T03:00", False),
    ],
)
def test_the_shop_is_open_by_its_own_hours(profile, wall, open_then):
    assert is_open(profile, datetime.fromisoformat(wall)) is open_then


def test_the_pace_is_the_owners_choice_and_the_zones_hour():
    noon, night = (from_wall(f"2026-11-20T{wall}", "Asia/Tokyo") for wall in ("12:00", "03:00"))
    for way in Checking:
        assert seconds_between(way, Profile(), "Asia/Tokyo", noon) == PACES[way].open
        assert seconds_between(way, Profile(), "Asia/Tokyo", night) == PACES[way].closed


def test_no_pace_breaks_xs_window_even_when_each_look_finds_all_that_x_keeps():
    """300 reads of mentions in 15 minutes."""
    for pace in PACES.values():
        looks = 900 / min(pace.open, pace.closed)
        assert looks * MOST_AT_ONCE / FULL_PAGE <= 300 / 2


def test_no_way_looks_less_often_than_a_thriftier_one():
    ways = [PACES[way] for way in (Checking.AT_ONCE, Checking.NORMAL, Checking.THRIFTY)]
    for one, thriftier in pairwise(ways):
        assert one.open <= one.closed
        assert one.open < thriftier.open
        assert one.closed < thriftier.closed
        assert one.figures <= thriftier.figures
