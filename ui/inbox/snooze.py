"""When a snoozed conversation comes back: pure, by the shop's zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from services.clock import from_wall, in_zone

_MORNING = "09:00"
_HOURS = 3
_LATEST_HOUR = 19
"""Three hours from now is not offered where it would be night."""


class Wake(Enum):
    LATER = "later"
    TOMORROW = "tomorrow"
    NEXT_WEEK = "next_week"


@dataclass(frozen=True, slots=True)
class SnoozeTime:
    wake: Wake
    at: int


def snooze_times(now: int, zone: str) -> tuple[SnoozeTime, ...]:
    """Later today, tomorrow morning, and the morning of the next Monday after tomorrow."""
    moment = in_zone(now, zone)
    tomorrow = moment.date() + timedelta(days=1)
    monday = tomorrow + timedelta(days=(7 - tomorrow.weekday()) % 7 or 7)
    times = [
        SnoozeTime(Wake.TOMORROW, from_wall(f"{tomorrow}T{_MORNING}", zone)),
        SnoozeTime(Wake.NEXT_WEEK, from_wall(f"{monday}T{_MORNING}", zone)),
    ]
    if moment.hour + _HOURS <= _LATEST_HOUR:
        times.insert(0, SnoozeTime(Wake.LATER, now + _HOURS * 3_600))
    return tuple(times)
