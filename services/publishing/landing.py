"""Where a post lands that is put on another day: it pushes nobody away.

It takes the day's free slot whose hour is nearest to its own, one of its kind first. On a day
without a free slot it keeps its hour, or takes the nearest minute that nobody has. Dropped on
another post it lands beside it by the same rule: of two plans of the owner's, neither is undone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from services.clock import from_wall
from services.publishing.post_options import PostKind
from services.publishing.slots import SlotTime

_DAY_MINUTES = 24 * 60


def landing(
    day: date,
    *,
    hour: str,
    free: Iterable[SlotTime],
    taken: Collection[int],
    now: int,
    zone: str,
    kind: PostKind = PostKind.GUESSED,
) -> SlotTime | None:
    """None where the day has no time left to come. `hour` is the post's own, HH:MM.

    `free`: that day's free slots. `taken`: minutes since 1970 that other posts have.
    """
    own = _minutes(hour)
    open_slots = [slot for slot in free if slot.due_at > now]
    if open_slots:
        return min(
            open_slots,
            key=lambda slot: (not slot.suits(kind), abs(_minutes(slot.wall[11:]) - own)),
        )
    for away in range(_DAY_MINUTES):
        for minutes in (own + away, own - away):
            if 0 <= minutes < _DAY_MINUTES:
                found = at_minute(day, minutes, zone)
                if found.due_at // 60 not in taken:
                    # The first that is free decides: a drop is refused rather than led far off.
                    return found if found.due_at > now else None
    return None


def at_minute(day: date, minutes: int, zone: str) -> SlotTime:
    wall = f"{day.isoformat()}T{minutes // 60:02}:{minutes % 60:02}"
    return SlotTime(from_wall(wall, zone), wall, zone)


def _minutes(hour: str) -> int:
    return int(hour[:2]) * 60 + int(hour[3:5])
