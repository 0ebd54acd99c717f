"""How often X is looked at, by the owner's choice: all numbers of it in this one place.

X charges for what comes back, each thing once a UTC day, and nothing for a look that finds nothing
new (https://docs.x.com/x-api/getting-started/pricing, 22 August 2026). So looking more often is not
dearer; the thrifty way saves by reading the figures of all posts once a week, not daily. The widest
window of X's that a look uses is 300 in 15 minutes (GET /2/users/:id/mentions); the quickest pace
here makes 15.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from services.accounts.account import Checking
from services.clock import DAY, in_zone
from services.my_shop.profiles import Profile

PRACTICE_EVERY = 30
"""Seconds between looks at the practice X: it costs nothing and lives quickly."""
_OPENS, _CLOSES = "09:00", "19:00"
"""Taken where the shop has given no hours at all."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds between looks at the inbox while the shop is open and while it is closed.

    `figures`: days from one reading of the own posts' figures to the next.
    """

    open: int
    closed: int
    figures: int


PACES: dict[Checking, Pace] = {
    Checking.THRIFTY: Pace(open=3 * 3_600, closed=DAY, figures=7),
    Checking.NORMAL: Pace(open=300, closed=1_800, figures=1),
    Checking.AT_ONCE: Pace(open=60, closed=60, figures=1),
}


def seconds_between(checking: Checking, profile: Profile, zone: str, now: int) -> int:
    """Until the next look, as long as the shop stays as it is now: open, or closed."""
    pace = PACES[checking]
    return pace.open if is_open(profile, in_zone(now, zone)) else pace.closed


def is_open(profile: Profile, moment: datetime) -> bool:
    """By the hours of its week; hours past midnight belong to the day they began on."""
    time = moment.strftime("%H:%M")
    if all(day.closed for day in profile.hours):
        return _OPENS <= time < _CLOSES
    today, before = profile.hours[moment.weekday()], profile.hours[moment.weekday() - 1]
    if today.opens and today.closes:
        if today.opens <= today.closes and today.opens <= time < today.closes:
            return True
        if today.opens > today.closes and time >= today.opens:
            return True
    over_night = before.opens and before.closes and before.opens > before.closes
    return bool(over_night and before.closes and time < before.closes)
