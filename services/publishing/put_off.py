"""Posts the program puts off, late or on a closed day; coming_back.py is the way back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from services.clock import DAY, Clock
from services.my_shop.closed_days import ClosedDay, ClosedDays
from services.publishing.batches import in_batches
from services.publishing.coming_back import ComingBack
from services.publishing.late import CLOSED, LATE
from services.publishing.moves import move
from services.publishing.posts import Post, read_posts
from services.publishing.slot_supply import SlotSupply
from services.publishing.slots import Slots
from services.publishing.states import State
from services.publishing.times_given import WAITS, Given, day_of, give
from services.publishing.wall_times import WallTimes
from services.store.database import Database

_MAY_REST = f"""
SELECT id, due_at FROM post
WHERE {WAITS} AND due_at <= ?
  AND (even_closed = 0 OR moved_from IS NOT NULL) AND due_wall IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM part WHERE post_id = post.id AND x_post_id IS NOT NULL)
ORDER BY due_at, queued_at, rowid
"""  # noqa: S608  # our own names
"""Not what was sent "now": it has no wall-clock time. `even_closed` was said of the post's own
time, and of no other that the program gave it.
"""
_SEEN = 400 * DAY
"""Seconds ahead: no post is looked at that is due much further."""
_SUPPLIED = 2 * 400
"""Days."""


class PutOff:
    def __init__(self, database: Database, clock: Clock, slots: Slots) -> None:
        self._database = database
        self._clock = clock
        self._slots = slots
        self._closed = ClosedDays(database)
        self._walls = WallTimes(database)
        self._coming_back = ComingBack(database, clock, slots)

    def tidy(self, account_ids: Iterable[str] | None = None) -> tuple[Post, ...]:
        """At start, each day, and after any jump of the clock; without `account_ids` of all.

        The waiting posts that have another time, or another state, now.
        """
        touched = self._walls.rework()
        if account_ids is None:
            rows = self._database.connection.execute(
                "SELECT id FROM account WHERE removed_at IS NULL"
            ).fetchall()
            account_ids = [row["id"] for row in rows]
        for account_id in account_ids:
            touched += self.sort_out(account_id)
        return tuple(
            post for some in in_batches(dict.fromkeys(touched)) for post in self._in_order(some)
        )

    def sort_out(self, account_id: str) -> list[str]:
        """Ids of the posts that came back to their own time, or left a closed day."""
        return [
            *self._coming_back.after_a_fast_clock(account_id),
            *self._coming_back.come_back(account_id),
            *self._leave_closed_days(account_id),
        ]

    def for_being_late(self, post: Post, detail: str | None = None) -> bool:
        """Moves it to the next free slot; False where there is none. `detail`: late.OFFLINE."""
        slot = self._slots.next_free(post.account_id, kind=post.options.kind)
        if slot is None:
            return False
        give(self._database, [Given(post, slot, LATE, detail)], now=self._clock.now())
        return True

    def _leave_closed_days(self, account_id: str) -> list[str]:
        """Those still to come, too: the owner sees at once where they go."""
        now = self._clock.now()
        rows = self._database.connection.execute(_MAY_REST, (account_id, now + _SEEN))
        due: dict[str, int] = {row["id"]: row["due_at"] for row in rows}
        if not due:
            return []
        zone = self._slots.zone(account_id)
        days = {post_id: day_of(due_at, zone) for post_id, due_at in due.items()}
        closed = self._closed.between(account_id, min(days.values()), max(days.values()))
        leave = {post_id: closed[day] for post_id, day in days.items() if day in closed}
        if not leave:
            return []
        first = max(now, min(due[post_id] for post_id in leave))
        supply = SlotSupply(self._slots.free(account_id, after=first, days=_SUPPLIED))
        touched: list[str] = []
        for some in in_batches(leave):
            touched += self._leave(some, leave, supply, now)
        return touched

    def _leave(
        self, ids: Sequence[str], leave: Mapping[str, ClosedDay], supply: SlotSupply, now: int
    ) -> list[str]:
        """In one transaction; `ids` in time."""
        if supply.is_empty(now):
            moves: list[Given] = []
        else:
            moves = [
                Given(post, slot, CLOSED, leave[post.id].name)
                for post in self._in_order(ids)
                if (slot := supply.take(max(now, post.due_at or 0), post.options.kind)) is not None
            ]
        give(self._database, moves, now=now)
        moved = [one.post.id for one in moves]
        return [*moved, *self._ask([one for one in ids if one not in moved], leave, now)]

    def _in_order(self, ids: Sequence[str]) -> list[Post]:
        marks = ", ".join("?" * len(ids))
        posts = read_posts(self._database.connection, f"post.id IN ({marks})", tuple(ids))
        by_id = {post.id: post for post in posts}
        return [by_id[one] for one in ids if one in by_id]

    def _ask(self, ids: Sequence[str], leave: Mapping[str, ClosedDay], now: int) -> list[str]:
        """The owner, of those that no slot is there for, once their time has come."""
        if not ids:
            return []
        due = [post for post in self._in_order(ids) if (post.due_at or 0) <= now]
        with self._database.transaction(durable=True) as connection:
            for post in due:
                move(
                    connection,
                    post.id,
                    State.NEEDS_YOU,
                    now=now,
                    reason=CLOSED,
                    reason_detail=leave[post.id].name,
                )
        return [post.id for post in due]
