"""The hours at which the shop posts: slots a weekday, in wall-clock time of the shop's zone.

A slot may be kept for a kind of post. A post whose kind is known takes the next free slot that is
kept for that kind or for none, and where four weeks have no such slot, the next free one of all:
better at another's hour than not at all. A post of unknown kind takes the next free one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from services.clock import DAY, Clock, from_wall, in_zone
from services.ids import new_id
from services.my_shop.closed_days import ClosedDays
from services.my_shop.profiles import USUAL_HOURS
from services.publishing.post_options import PostKind
from services.store.database import Database

USUAL_WALLS = ("09:00", "17:30")
"""Where the owner set no slots: these, as far as they fall into opening hours."""
OF_KIND_DAYS = 28
"""So far a post waits for a slot of its kind before it takes any other."""
_LOOK_AHEAD_DAYS = 366
_NEVER = 2**62


@dataclass(frozen=True, slots=True)
class Slot:
    """`weekday` as datetime has it: Monday is 0. `wall` is HH:MM. `id` is "" for a usual one.

    `kind`: what it is kept for; GUESSED is any.
    """

    id: str
    weekday: int
    wall: str
    kind: PostKind = PostKind.GUESSED


@dataclass(frozen=True, slots=True)
class SlotTime:
    """One slot on one day. `post_id`: who has it."""

    due_at: int
    wall: str
    """2026-11-24T09:00, as `post.due_wall` keeps it."""
    zone: str
    post_id: str | None = None
    kind: PostKind = PostKind.GUESSED

    def suits(self, kind: PostKind) -> bool:
        """A post of this kind may have it."""
        return PostKind.GUESSED in (kind, self.kind) or kind is self.kind


def choose(slots: Iterable[SlotTime], kind: PostKind | None, *, after: int) -> SlotTime | None:
    """Of free slots later than `after`, in time, the one that a post of this kind takes."""
    first_of_all: SlotTime | None = None
    for slot in slots:
        if not kind or slot.suits(kind):
            return slot
        first_of_all = first_of_all or slot
        if slot.due_at > after + OF_KIND_DAYS * DAY:
            break
    return first_of_all


class Slots:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._closed = ClosedDays(database)

    def list(self, account_id: str) -> tuple[Slot, ...]:
        """The account's slots through the week, or the usual ones when it has none."""
        rows = self._database.connection.execute(
            "SELECT * FROM slot WHERE account_id = ? ORDER BY weekday, wall", (account_id,)
        ).fetchall()
        if rows:
            return tuple(
                Slot(row["id"], row["weekday"], row["wall"], PostKind(row["kind"])) for row in rows
            )
        return tuple(self._usual(account_id))

    def save(
        self, account_id: str, slots: Iterable[tuple[int, str] | tuple[int, str, PostKind]]
    ) -> tuple[Slot, ...]:
        """Replaces the slots with (weekday, HH:MM) and perhaps a kind; none means the usual ones.

        Of two at the same time the one with a kind is kept.
        """
        kinds: dict[tuple[int, str], PostKind] = {}
        for weekday, wall, *more in slots:
            kind = more[0] if more else PostKind.GUESSED
            kinds[weekday, wall] = kind or kinds.get((weekday, wall), kind)
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM slot WHERE account_id = ?", (account_id,))
            connection.executemany(
                "INSERT INTO slot(id, account_id, weekday, wall, kind) VALUES (?, ?, ?, ?, ?)",
                [(new_id(), account_id, *place, kinds[place]) for place in sorted(kinds)],
            )
        return self.list(account_id)

    def is_usual(self, account_id: str) -> bool:
        """The owner has set none: they follow the opening hours."""
        row = self._database.connection.execute(
            "SELECT 1 FROM slot WHERE account_id = ? LIMIT 1", (account_id,)
        ).fetchone()
        return row is None

    def next_free(
        self, account_id: str, *, after: int | None = None, kind: PostKind | None = None
    ) -> SlotTime | None:
        """The first slot later than `after` (now) that no post has; None for a year without one.

        `kind`: what the post is for, where it is known.
        """
        after = self._clock.now() if after is None else after
        return choose(self.free(account_id, after=after), kind, after=after)

    def kept(self, post_id: str) -> SlotTime | None:
        """The time a draft had in the queue: None once it is over, another's, or on a day that was
        closed since."""
        row = self._database.connection.execute(
            "SELECT account_id, due_wall, due_zone, even_closed FROM post WHERE id = ? "
            "AND state = 'draft' AND due_wall IS NOT NULL AND due_zone IS NOT NULL",
            (post_id,),
        ).fetchone()
        if row is None:
            return None
        wall, zone, account_id = row["due_wall"], row["due_zone"], row["account_id"]
        due_at = from_wall(wall, zone)
        minute = due_at - due_at % 60
        if due_at <= self._clock.now() or self._taken(account_id, minute, minute + 60):
            return None
        day = in_zone(due_at, zone).date()
        if not row["even_closed"] and self._closed.is_paused(account_id, day):
            return None
        return SlotTime(due_at, wall, zone)

    def free(
        self, account_id: str, *, after: int, days: int = _LOOK_AHEAD_DAYS
    ) -> Iterator[SlotTime]:
        """The slots of a year, or of `days`, that no post has, in time."""
        zone = self.zone(account_id)
        taken = self._taken(account_id, after)
        first = in_zone(after, zone).date()
        for slot in self._days(account_id, zone, first, days):
            if slot.due_at > after and slot.due_at // 60 not in taken:
                yield slot

    def week(self, account_id: str, start: int) -> tuple[SlotTime, ...]:
        """The slots of seven days from the local day of `start` on, with who has them."""
        return self.days(account_id, start, days=7)

    def days(self, account_id: str, start: int, *, days: int) -> tuple[SlotTime, ...]:
        zone = self.zone(account_id)
        first = in_zone(start, zone).date()
        since, until = (
            from_wall(f"{day}T00:00", zone) for day in (first, first + timedelta(days=days))
        )
        taken = self._taken(account_id, since, until)
        return tuple(
            replace(slot, post_id=taken.get(slot.due_at // 60))
            for slot in self._days(account_id, zone, first, days)
        )

    def _days(self, account_id: str, zone: str, first: date, days: int) -> Iterator[SlotTime]:
        """Slot by slot, in time: a clock put back or forward at night may swap two of a day.

        A closed day has none, whatever closes it: its weekday, a holiday or the owner.
        """
        closed = self._closed.between(account_id, first, first + timedelta(days=days - 1))
        by_weekday: dict[int, list[Slot]] = {}
        for slot in self.list(account_id):
            by_weekday.setdefault(slot.weekday, []).append(slot)
        for offset in range(days):
            day = first + timedelta(days=offset)
            if day in closed:
                continue
            times: dict[int, SlotTime] = {}
            for slot in reversed(by_weekday.get(day.weekday(), ())):
                wall = f"{day}T{slot.wall}"
                due_at = from_wall(wall, zone)
                times[due_at] = SlotTime(due_at, wall, zone, kind=slot.kind)
            for due_at in sorted(times):
                yield times[due_at]

    def _usual(self, account_id: str) -> Iterator[Slot]:
        hours = {
            row["weekday"]: (row["opens"], row["closes"])
            for row in self._database.connection.execute(
                "SELECT weekday, opens, closes FROM opening_hours WHERE account_id = ?",
                (account_id,),
            )
        }
        if len(hours) == 7 and not any(opens and closes for opens, closes in hours.values()):
            # A shop that never opens sells online: it posts every day.
            yield from (Slot("", weekday, wall) for weekday in range(7) for wall in USUAL_WALLS)
            return
        for usual in USUAL_HOURS:
            proposed = (usual.opens, usual.closes) if not hours else (None, None)
            opens, closes = hours.get(usual.weekday, proposed)
            if opens and closes:
                for wall in _within(opens, closes):
                    yield Slot("", usual.weekday, wall)

    def _taken(self, account_id: str, since: int, until: int | None = None) -> dict[int, str]:
        """Post by minute since 1970."""
        rows = self._database.connection.execute(
            "SELECT id, due_at FROM post WHERE account_id = ? AND due_at >= ? AND due_at < ? "
            "AND state IN ('queued', 'sending', 'checking', 'needs_you', 'sent') "
            "AND answers_item IS NULL",
            (account_id, since, _NEVER if until is None else until),
        )
        return {row["due_at"] // 60: row["id"] for row in rows}

    def zone(self, account_id: str) -> str:
        """The account's. Raises KeyError where there is none."""
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
