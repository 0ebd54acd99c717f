"""The hours at which the shop posts: slots a weekday, in wall-clock time of the shop's zone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from services.clock import Clock, from_wall, in_zone
from services.ids import new_id
from services.my_shop.profiles import USUAL_HOURS
from services.store.database import Database

USUAL_WALLS = ("09:00", "17:30")
"""Where the owner set no slots: these, as far as they fall into opening hours."""
_LOOK_AHEAD_DAYS = 366


@dataclass(frozen=True, slots=True)
class Slot:
    """`weekday` as datetime has it: Monday is 0. `wall` is HH:MM. `id` is "" for a usual one."""

    id: str
    weekday: int
    wall: str


@dataclass(frozen=True, slots=True)
class SlotTime:
    """One slot on one day. `post_id`: who has it."""

    due_at: int
    wall: str
    """2026-11-24T09:00, as `post.due_wall` keeps it."""
    zone: str
    post_id: str | None = None


class Slots:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def list(self, account_id: str) -> tuple[Slot, ...]:
        """The account's slots through the week, or the usual ones when it has none."""
        rows = self._database.connection.execute(
            "SELECT id, weekday, wall FROM slot WHERE account_id = ? ORDER BY weekday, wall",
            (account_id,),
        ).fetchall()
        if rows:
            return tuple(Slot(row["id"], row["weekday"], row["wall"]) for row in rows)
        return tuple(self._usual(account_id))

    def save(self, account_id: str, slots: tuple[tuple[int, str], ...]) -> tuple[Slot, ...]:
        """Replaces the slots with (weekday, HH:MM) pairs; none at all means the usual ones."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM slot WHERE account_id = ?", (account_id,))
            for weekday, wall in sorted(set(slots)):
                connection.execute(
                    "INSERT INTO slot(id, account_id, weekday, wall) VALUES (?, ?, ?, ?)",
                    (new_id(), account_id, weekday, wall),
                )
        return self.list(account_id)

    def next_free(self, account_id: str, *, after: int | None = None) -> SlotTime | None:
        """The first slot later than `after` (now) that no post has; None for a year without one."""
        after = self._clock.now() if after is None else after
        zone = self._zone(account_id)
        taken = self._taken(account_id, after)
        first = in_zone(after, zone).date()
        for slot in self._days(account_id, zone, first, _LOOK_AHEAD_DAYS):
            if slot.due_at > after and slot.due_at // 60 not in taken:
                return slot
        return None

    def week(self, account_id: str, start: int) -> tuple[SlotTime, ...]:
        """The slots of seven days from the local day of `start` on, with who has them."""
        zone = self._zone(account_id)
        first = in_zone(start, zone).date()
        taken = self._taken(account_id, from_wall(f"{first}T00:00", zone))
        return tuple(
            SlotTime(slot.due_at, slot.wall, slot.zone, taken.get(slot.due_at // 60))
            for slot in self._days(account_id, zone, first, 7)
        )

    def _days(self, account_id: str, zone: str, first: date, days: int) -> Iterator[SlotTime]:
        """Slot by slot, in time: a clock put back or forward at night may swap two of a day."""
        by_weekday: dict[int, list[str]] = {}
        for slot in self.list(account_id):
            by_weekday.setdefault(slot.weekday, []).append(slot.wall)
        for offset in range(days):
            day = first + timedelta(days=offset)
            walls = [f"{day}T{wall}" for wall in by_weekday.get(day.weekday(), ())]
            times = {from_wall(wall, zone): wall for wall in reversed(walls)}
            for due_at in sorted(times):
                yield SlotTime(due_at, times[due_at], zone)

    def _usual(self, account_id: str) -> Iterator[Slot]:
        hours = {
            row["weekday"]: (row["opens"], row["closes"])
            for row in self._database.connection.execute(
                "SELECT weekday, opens, closes FROM opening_hours WHERE account_id = ?",
                (account_id,),
            )
        }
        for usual in USUAL_HOURS:
            proposed = (usual.opens, usual.closes) if not hours else (None, None)
            opens, closes = hours.get(usual.weekday, proposed)
            if opens and closes:
                for wall in _within(opens, closes):
                    yield Slot("", usual.weekday, wall)

    def _taken(self, account_id: str, since: int) -> dict[int, str]:
        """Post by minute since 1970."""
        rows = self._database.connection.execute(
            "SELECT id, due_at FROM post WHERE account_id = ? AND due_at >= ? "
            "AND state IN ('queued', 'sending', 'checking', 'needs_you', 'sent') "
            "AND answers_item IS NULL",
            (account_id, since),
        )
        return {row["due_at"] // 60: row["id"] for row in rows}

    def _zone(self, account_id: str) -> str:
        row = self._database.connection.execute(
            "SELECT zone FROM account WHERE id = ?", (account_id,)
        ).fetchone()
        if row is None:
            raise KeyError(account_id)
        return str(row["zone"])


def _within(opens: str, closes: str) -> list[str]:
    """The usual hours while the shop is open; its opening hour when it is open at none of them.

    A shop that closes after midnight (18:00 to 02:00) is open until the day's end.
    """
    closes = closes if closes > opens else "24:00"
    return [wall for wall in USUAL_WALLS if opens <= wall <= closes] or [opens]
