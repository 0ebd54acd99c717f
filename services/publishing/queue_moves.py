"""Moves of many posts at once, each taken back as one: another place, a week on, draft, deleted.

A post put between two others takes the first free slot there. Where there is none no time is
invented: the posts from its old place to its new one hand their times on, each to the next, so that
the queue goes out at the same times as before, in the new order.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from services.clock import Clock, from_wall, to_wall
from services.publishing.batches import in_batches
from services.publishing.drafts import Drafts, as_draft, copy_post
from services.publishing.moves import may_be_on_x, move, state_of
from services.publishing.post_options import PostKind
from services.publishing.posts import Post, read_post
from services.publishing.states import State

if TYPE_CHECKING:
    from services.publishing.slots import Slots, SlotTime
    from services.store.database import Database

_KEPT = (
    "state, due_at, due_wall, due_zone, queued_at, reason, reason_detail, next_try_at, "
    "attempted_at, opened_at, even_closed, moved_from"
)


class Time(NamedTuple):
    """`queued_at` is part of it: of two posts at one time the one queued first goes first.

    `even_closed`: a time on a day known to be closed stays one, whoever has it.
    """

    due_at: int
    wall: str | None
    zone: str | None
    queued_at: int | None
    even_closed: int = 0


@dataclass(frozen=True, slots=True)
class Was:
    """A post as it was before: its columns of `_KEPT`, in that order.

    `left`: the state and the due time in which the step left it, where that is known.
    """

    id: str
    values: tuple[object, ...]
    left: tuple[object, object] | None = None

    @property
    def state(self) -> State:
        return State(str(self.values[0]))


@dataclass(frozen=True, slots=True)
class Changed:
    """What one step did. `due_at`: the new time of the post that was moved, when it was one."""

    was: tuple[Was, ...]
    due_at: int | None = None

    @property
    def count(self) -> int:
        return len(self.was)


class QueueMoves:
    """Each call waits for the disk: `send` lane."""

    def __init__(self, database: Database, clock: Clock, slots: Slots) -> None:
        self._database = database
        self._clock = clock
        self._slots = slots

    def place(self, account_id: str, post_id: str, *, above: str = "", below: str = "") -> Changed:
        """Between two posts of the queue; "" at an end. Nothing for one that no longer waits."""
        now = self._clock.now()
        rows = {row["id"]: row for row in self._to_come(account_id, now)}
        if post_id not in rows:
            return Changed(())
        slot = self._slot_between(account_id, rows, post_id, above, below, now)
        if slot is not None:
            return self._set({post_id: Time(slot.due_at, slot.wall, slot.zone, now)}, post_id)
        order = _order(rows, post_id, above, below)
        times = _apart([_time(row) for row in rows.values()])
        new = {each: time for each, time in zip(order, times, strict=True)}
        return self._set(
            {each: time for each, time in new.items() if time != _time(rows[each])}, post_id
        )

    def landing(
        self, account_id: str, post_id: str, *, above: str = "", below: str = ""
    ) -> int | None:
        """When the post would be due that `place` put there, in UTC seconds."""
        now = self._clock.now()
        rows = {row["id"]: row for row in self._to_come(account_id, now)}
        if post_id not in rows:
            return None
        slot = self._slot_between(account_id, rows, post_id, above, below, now)
        if slot is not None:
            return slot.due_at
        at = _order(rows, post_id, above, below).index(post_id)
        due_at: int = list(rows.values())[at]["due_at"]
        return due_at

    def place_at(self, post_id: str, due_at: int, *, zone: str) -> Changed:
        """On a free time, in UTC seconds."""
        now = self._clock.now()
        if due_at <= now:
            return Changed(())
        return self._set({post_id: Time(due_at, to_wall(due_at, zone), zone, now)}, post_id)

    def move_on(self, ids: Iterable[str], *, days: int, zone: str) -> Changed:
        """Each so many days later at the same hour by the wall clock, summer time or not."""
        was: list[Was] = []
        for some in in_batches(ids):
            new: dict[str, Time] = {}
            for one in self._read(some):
                state, due_at, wall, own_zone, queued_at = one.values[:5]
                if state == State.QUEUED and isinstance(due_at, int):
                    later = _later(due_at, wall, own_zone or zone, queued_at, days)
                    new[one.id] = later._replace(even_closed=_even_closed(one))
            was += self._set(new).was
        return Changed(tuple(was))

    def to_drafts(self, ids: Iterable[str]) -> Changed:
        """Those with a part on X, or perhaps there, stay: here and when many are deleted."""
        return self._take_out(ids, State.DRAFT)

    def delete(self, ids: Iterable[str]) -> Changed:
        return self._take_out(ids, State.DELETED)

    def undo(self, changed: Changed) -> int:
        """Puts back what nobody has touched since; how many."""
        count = 0
        for some in in_batches(changed.was):
            with self._database.transaction(durable=True) as connection:
                count += sum(self._put_back(connection, one) for one in some)
        return count

    def put_back(self, before: Post) -> Post:
        """A post that was taken out for Edit stands in the queue as it did, words and all.

        What was written on it since goes on as a draft of its own.
        """
        now = self._clock.now()
        with self._database.transaction(durable=True) as connection:
            post = read_post(connection, before.id)
            if post.state is not State.DRAFT:
                return post
            words = tuple(as_draft(part) for part in before.parts)
            same = words == tuple(as_draft(part) for part in post.parts)
            if not (same and post.options == before.options):
                if not post.is_empty:
                    copy_post(connection, post, post.account_id, now=now)
                Drafts(self._database, self._clock).save(
                    before.id, parts=words, options=before.options
                )
            columns = {name: getattr(before, name) for name in _KEPT.split(", ")}
            self._put_back(connection, Was(before.id, tuple(columns.values())))
        return read_post(self._database.connection, before.id)

    def _slot_between(
        self,
        account_id: str,
        rows: Mapping[str, sqlite3.Row],
        post_id: str,
        above: str,
        below: str,
        now: int,
    ) -> SlotTime | None:
        """The free slot that a post takes between two others; None where there is none."""
        after = rows[above]["due_at"] if above in rows else now
        until = rows[below]["due_at"] if below in rows else None
        kind = PostKind(rows[post_id]["kind"])
        slot = self._slots.next_free(account_id, after=after, kind=kind)
        return slot if slot is not None and (until is None or slot.due_at < until) else None

    def _to_come(self, account_id: str, now: int) -> list[sqlite3.Row]:
        return self._database.connection.execute(
            "SELECT id, due_at, due_wall, due_zone, queued_at, even_closed, kind FROM post "
            "WHERE account_id = ? AND state = 'queued' AND answers_item IS NULL AND due_at > ? "
            "ORDER BY due_at, queued_at, rowid",
            (account_id, now),
        ).fetchall()

    def _read(self, ids: Sequence[str]) -> tuple[Was, ...]:
        marks = ", ".join("?" * len(ids))
        rows = self._database.connection.execute(
            f"SELECT id, {_KEPT} FROM post WHERE id IN ({marks})",  # noqa: S608  # ours
            tuple(ids),
        ).fetchall()
        found = {row["id"]: Was(row["id"], tuple(row)[1:]) for row in rows}
        return tuple(found[each] for each in ids if each in found)

    def _set(self, new: dict[str, Time], moved: str = "") -> Changed:
        """Of posts that hand their times on all at once: a part of it would lose a time."""
        was: list[Was] = []
        now = self._clock.now()
        for some in [list(new)] if moved else in_batches(new):
            with self._database.transaction(durable=True) as connection:
                before = [one for one in self._read(some) if one.state is State.QUEUED]
                connection.executemany(
                    "UPDATE post SET due_at = ?, due_wall = ?, due_zone = ?, queued_at = ?, "
                    "even_closed = ?, reason = NULL, reason_detail = NULL, next_try_at = NULL, "
                    "attempted_at = NULL, moved_from = NULL, changed_at = ? "
                    "WHERE id = ? AND state = 'queued'",
                    [(*new[one.id], now, one.id) for one in before],
                )
                was += [replace(one, left=(State.QUEUED, new[one.id].due_at)) for one in before]
        due_at = new[moved].due_at if moved in new else None
        return Changed(tuple(was), due_at)

    def _take_out(self, ids: Iterable[str], target: State) -> Changed:
        was: list[Was] = []
        now = self._clock.now()
        for some in in_batches(ids):
            with self._database.transaction(durable=True) as connection:
                for one in self._read(some):
                    on_x = may_be_on_x(connection, one.id)
                    if one.state in (State.QUEUED, State.NEEDS_YOU) and not on_x:
                        move(connection, one.id, target, now=now)
                        was.append(replace(one, left=(target, one.values[1])))
        return Changed(tuple(was))

    def _put_back(self, connection: sqlite3.Connection, one: Was) -> bool:
        """By the table of moves; a deletion that is taken back is none (states.py)."""
        now, here = self._clock.now(), state_of(connection, one.id)
        (due_at,) = connection.execute("SELECT due_at FROM post WHERE id = ?", (one.id,)).fetchone()
        if one.left is not None and (here, due_at) != one.left:
            return False
        columns = dict(zip(_KEPT.split(", "), one.values, strict=True))
        if here is State.DELETED:
            columns["deleted_from"] = None
        elif here is State.DRAFT:
            move(connection, one.id, State.QUEUED, now=now)
            if one.state is State.NEEDS_YOU:
                move(connection, one.id, State.NEEDS_YOU, now=now)
        names = ", ".join(f"{name} = ?" for name in columns)
        connection.execute(
            f"UPDATE post SET {names}, changed_at = ? WHERE id = ?",  # noqa: S608  # ours
            (*columns.values(), now, one.id),
        )
        return True


def _order(ids: Iterable[str], moved: str, above: str, below: str) -> list[str]:
    """All of them, with the one that was moved at its new place."""
    others = [each for each in ids if each != moved]
    if above in others:
        at = others.index(above) + 1
    elif below in others:
        at = others.index(below)
    else:
        at = 0 if above else len(others)
    return [*others[:at], moved, *others[at:]]


def _time(row: sqlite3.Row) -> Time:
    return Time(*row[1:6])


def _even_closed(one: Was) -> int:
    return int(bool(one.values[_KEPT.split(", ").index("even_closed")]))


def _apart(times: list[Time]) -> list[Time]:
    """Of several at one time each was queued after the one before it."""
    for place in range(1, len(times)):
        one, two = times[place - 1], times[place]
        if one.due_at == two.due_at and (two.queued_at or 0) <= (one.queued_at or 0):
            times[place] = two._replace(queued_at=(one.queued_at or 0) + 1)
    return times


def _later(due_at: int, wall: object, zone: object, queued_at: object, days: int) -> Time:
    from datetime import datetime, timedelta

    zone = str(zone)
    local = datetime.fromisoformat(str(wall) if wall else to_wall(due_at, zone))
    moved = (local + timedelta(days=days)).isoformat(timespec="minutes")
    queued = queued_at if isinstance(queued_at, int) else None
    return Time(from_wall(moved, zone), moved, zone, queued)
