"""Closing the gap that a deleted post leaves: who waits in a later slot moves up, one place each.

The first post behind the gap takes the gap's slot, the next one takes the first one's, and so on:
free slots that stood between them stay where they were. Posts with a time of their own outside the
slots stay. Their order never changes: where the next in line does not suit the kind a slot is kept
for, the moving up ends before it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from services.clock import DAY, Clock
from services.publishing.post_options import PostKind
from services.publishing.posts import Post, read_post
from services.publishing.slots import Slots, SlotTime
from services.store.database import Database

_MOVE = (
    "UPDATE post SET due_at = ?, due_wall = ?, due_zone = ?, changed_at = ? "
    "WHERE id = ? AND state = 'queued' AND due_at = ?"
)


@dataclass(frozen=True, slots=True)
class Seat:
    """A waiting post and the slot it sits in. `due_at` is its own, in the slot's minute."""

    post_id: str
    slot: SlotTime
    due_at: int
    due_wall: str | None = None
    due_zone: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """`seat` moves into the slot `to`."""

    seat: Seat
    to: SlotTime


def moving_up(
    hole: SlotTime, line: Iterable[Seat], *, now: int, kind: Callable[[str], PostKind]
) -> tuple[Step, ...]:
    """`line`: who waits behind the hole, in time. `kind` is asked only where a slot has one."""
    steps: list[Step] = []
    if hole.due_at <= now:
        return ()
    for seat in line:
        if hole.kind and not hole.suits(kind(seat.post_id)):
            break
        steps.append(Step(seat, hole))
        hole = seat.slot
    return tuple(steps)


class Gaps:
    def __init__(self, database: Database, clock: Clock, slots: Slots) -> None:
        self._database = database
        self._clock = clock
        self._slots = slots

    def steps(self, gone: Post) -> tuple[Step, ...]:
        """What closing the gap of this post would move; nothing when it had no slot."""
        if gone.due_at is None or gone.answers_item is not None:
            return ()
        rows = self._database.connection.execute(
            "SELECT id, due_at, due_wall, due_zone FROM post WHERE account_id = ? "
            "AND state = 'queued' AND due_at >= ? AND answers_item IS NULL AND id != ? "
            "ORDER BY due_at, queued_at, rowid",
            (gone.account_id, gone.due_at // 60 * 60, gone.id),
        ).fetchall()
        last = max((row["due_at"] for row in rows), default=gone.due_at)
        slots = self._slots.days(gone.account_id, gone.due_at, days=(last - gone.due_at) // DAY + 2)
        by_minute = {slot.due_at // 60: slot for slot in slots}
        hole = by_minute.get(gone.due_at // 60)
        if hole is None or hole.post_id not in (None, gone.id):
            return ()
        line: dict[int, Seat] = {}
        for row in rows:
            slot = by_minute.get(row["due_at"] // 60)
            if slot is not None and slot.due_at > hole.due_at:
                # Of two in one slot the first one has it.
                line.setdefault(slot.due_at, _seat(row, slot))
        return moving_up(hole, line.values(), now=self._clock.now(), kind=self._kind)

    def close(self, gone: Post) -> tuple[Step, ...]:
        """Moves them, in one transaction, as the queue stands now; what was moved."""
        now = self._clock.now()
        with self._database.transaction(durable=True) as connection:
            steps = self.steps(gone)
            for step in steps:
                values = (step.to.due_at, step.to.wall, step.to.zone, now)
                connection.execute(_MOVE, (*values, step.seat.post_id, step.seat.due_at))
        return steps

    def reopen(self, steps: tuple[Step, ...]) -> None:
        """Takes `close` back, for those that are still where it put them."""
        now = self._clock.now()
        with self._database.transaction(durable=True) as connection:
            for step in reversed(steps):
                seat = step.seat
                values = (seat.due_at, seat.due_wall, seat.due_zone, now)
                connection.execute(_MOVE, (*values, seat.post_id, step.to.due_at))

    def _kind(self, post_id: str) -> PostKind:
        """The owner's word, else the guess from its words."""
        from services.publishing.kinds import kind_of

        post = read_post(self._database.connection, post_id)
        return kind_of(
            (part.text for part in post.parts),
            chosen=post.options.kind,
            has_poll=post.options.poll is not None,
        )


def _seat(row: sqlite3.Row, slot: SlotTime) -> Seat:
    free = replace(slot, post_id=None)
    return Seat(row["id"], free, row["due_at"], row["due_wall"], row["due_zone"])
