"""Now, and wall-clock time in a zone. The clock is passed in, so tests and the tour never sleep."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

DAY = 86_400


class WallKind(Enum):
    """What a wall-clock time is in the night in which the clocks change."""

    PLAIN = "plain"
    SKIPPED = "skipped"
    """It does not exist that night: `from_wall` gives the time after the gap."""
    TWICE = "twice"
    """It comes twice: `from_wall` gives the first."""


class Clock(Protocol):
    def now(self) -> int:
        """UTC seconds since 1970."""


class SystemClock:
    def now(self) -> int:
        return int(time.time())


class SteppedClock:
    """Stands still until it is moved: for tests, and for the tour, which lives days in seconds."""

    def __init__(self, start: int) -> None:
        self._now = start

    def now(self) -> int:
        return self._now

    def advance(self, seconds: int) -> None:
        self._now += seconds


def utc_day(seconds: int) -> int:
    """Days since 1970 in UTC: the day by which X bills and by which snapshots are kept."""
    return seconds // DAY


def in_zone(seconds: int, zone: str) -> datetime:
    return datetime.fromtimestamp(seconds, _zone(zone))


def from_wall(wall: str, zone: str) -> int:
    """UTC seconds of a wall-clock time such as `2026-11-24T09:00`.

    A time that a summer-time night skips moves forward by the gap; one that comes twice is the
    first (PEP 495, fold=0).
    """
    local = datetime.fromisoformat(wall).replace(tzinfo=_zone(zone))
    return int(local.timestamp())


def to_wall(seconds: int, zone: str) -> str:
    return in_zone(seconds, zone).replace(tzinfo=None).isoformat(timespec="minutes")


def kind_of_wall(wall: str, zone: str) -> WallKind:
    first = from_wall(wall, zone)
    if in_zone(first, zone).replace(tzinfo=None) != datetime.fromisoformat(wall):
        return WallKind.SKIPPED
    second = datetime.fromisoformat(wall).replace(tzinfo=_zone(zone), fold=1)
    return WallKind.PLAIN if int(second.timestamp()) == first else WallKind.TWICE


def start_of_day(seconds: int, zone: str, *, days: int = 0) -> int:
    """Midnight in the zone of the day that holds `seconds`, moved by whole calendar days."""
    date = in_zone(seconds, zone).date() + timedelta(days=days)
    return from_wall(f"{date.isoformat()}T00:00", zone)


def parse_time(text: str, zone: str) -> int:
    """UTC seconds of an ISO 8601 time; one without an offset is in `zone`.

    Raises ValueError for anything else.
    """
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=_zone(zone))
    return int(moment.astimezone(UTC).timestamp())


def is_zone(name: str) -> bool:
    try:
        _zone(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def forget_zones() -> None:
    """The system may have newer rules by now: the next use of a zone reads them."""
    from zoneinfo import ZoneInfo

    ZoneInfo.clear_cache()


def guess_zone() -> str:
    """The computer's zone without Qt: `TZ`, else the system's link, else UTC."""
    named = os.environ.get("TZ", "").lstrip(":")
    if named and is_zone(named):
        return named
    link = Path("/etc/localtime")
    if link.is_symlink():
        _, _, name = str(link.readlink()).partition("zoneinfo/")
        if name and is_zone(name):
            return name
    return "UTC"


def _zone(name: str) -> ZoneInfo:
    """Raises KeyError, ValueError or OSError for what is no zone.

    zoneinfo asks Python's build configuration for its folders, which takes 6 ms; the window's
    first frame shows no time and need not wait for it.
    """
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)
