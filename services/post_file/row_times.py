"""When a row goes out: at the time its cells say, or in the next free slot, or why it cannot."""

from __future__ import annotations

from typing import NamedTuple

from services.clock import WallKind, in_zone, kind_of_wall
from services.post_file.known import Known, OnClosed, Wishes
from services.post_file.times import NotATime, When, read_when, read_zone
from services.post_file.values import Caution, DateOrder, Trouble, Wrong

_MORNING = 6
"""The hour in the shop's zone before which it is night."""
_ODD = {WallKind.SKIPPED: Caution.SKIPPED, WallKind.TWICE: Caution.TWICE}


class TimeCells(NamedTuple):
    """`day` may hold the hour, too."""

    day: str
    hour: str
    zone: str

    @property
    def words(self) -> str:
        return f"{self.day} {self.hour}".strip()


class Timed(NamedTuple):
    """`moved`: given the next free slot. `closed`: the closed day's name, with `even_closed`."""

    when: When | None
    wrong: Wrong | None = None
    moved: bool = False
    even_closed: bool = False
    closed: str = ""
    cautions: tuple[Caution, ...] = ()


class RowTimes:
    """Row by row in order: an earlier one has the first free slot."""

    def __init__(self, known: Known, wishes: Wishes, order: DateOrder | None) -> None:
        self._known = known
        self._wishes = wishes
        self._order = order
        self._taken: set[int] = set()
        self._free = iter(known.free)

    def of(self, cells: TimeCells, *, fits: bool) -> Timed:
        """`fits` False: the row cannot be brought in, and takes no slot from the others."""
        if self._wishes.only_slots or not cells.day.strip():
            return self._slot(fits=fits)
        try:
            read_zone(cells.zone, self._known.zone)
        except NotATime:
            return Timed(None, Wrong(Trouble.UNKNOWN_ZONE, what=cells.zone.strip()))
        try:
            when = read_when(
                day=cells.day,
                hour=cells.hour,
                zone=cells.zone,
                usual_zone=self._known.zone,
                order=self._order,
            )
            here = in_zone(when.due_at, self._known.zone)
        except (NotATime, OverflowError, ValueError):
            return Timed(None, Wrong(Trouble.BAD_TIME, what=cells.words))
        if when.due_at <= self._known.now:
            if self._wishes.past_to_slots:
                return self._slot(fits=fits)
            return Timed(when, Wrong(Trouble.PAST, what=cells.words))
        closed = self._known.closed(here.date())
        if closed is not None and self._wishes.closed is OnClosed.TO_SLOTS:
            return self._slot(fits=fits)
        cautions = self._cautions(when, at_night=here.hour < _MORNING)
        if closed is not None and self._wishes.closed is OnClosed.LEFT_OUT:
            return Timed(when, Wrong(Trouble.CLOSED_DAY, what=closed), cautions=cautions)
        if fits:
            self._taken.add(when.due_at // 60)
        if closed is None:
            return Timed(when, cautions=cautions)
        cautions = (Caution.CLOSED_DAY, *cautions)
        return Timed(when, even_closed=True, closed=closed, cautions=cautions)

    def _cautions(self, when: When, *, at_night: bool) -> tuple[Caution, ...]:
        odd = _ODD.get(kind_of_wall(when.wall, when.zone))
        found = [odd] if odd else []
        if at_night:
            found.append(Caution.NIGHT)
        return tuple(found)

    def _slot(self, *, fits: bool) -> Timed:
        if not fits:
            return Timed(None, moved=True)
        for slot in self._free:
            if slot.due_at // 60 not in self._taken:
                return Timed(When(slot.due_at, slot.wall, slot.zone), moved=True)
        return Timed(None, Wrong(Trouble.NO_SLOT))
