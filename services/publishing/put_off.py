"""Posts the program puts off, for being late or for a closed day, and those that come back.

A post that is put off keeps its own time (`moved_from`). It comes back to it when the reason is
gone in time: the day is opened again, or the clock by which it was late was wrong and is put back.
"""

from __future__ import annotations

from datetime import date

from services.clock import DAY, Clock, in_zone, to_wall
from services.my_shop.closed_days import ClosedDay, ClosedDays
from services.publishing.late import CLOSED, GRACE, LATE
from services.publishing.moves import move
from services.publishing.posts import Post, read_posts
from services.publishing.slots import Slots, SlotTime
from services.publishing.states import State
from services.publishing.wall_times import WallTimes
from services.store.database import Database

_WAITS = "account_id = ? AND state = 'queued' AND attempted_at IS NULL AND answers_item IS NULL"
_MAY_REST = f"""
SELECT id, due_at FROM post
WHERE {_WAITS} AND due_at <= ?
  AND even_closed = 0 AND due_wall IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM part WHERE post_id = post.id AND x_post_id IS NOT NULL)
ORDER BY due_at, queued_at, rowid
"""  # noqa: S608  # our own names
"""Not what was sent "now": it has no wall-clock time."""
_SEEN = 400 * DAY
"""Seconds ahead: no slot is looked for much further."""


class PutOff:
    def __init__(self, database: Database, clock: Clock, slots: Slots) -> None:
        self._database = database
        self._clock = clock
        self._slots = slots
        self._closed = ClosedDays(database)
        self._walls = WallTimes(database, clock)

    def tidy(self) -> tuple[Post, ...]:
        """At start, each day, and after any jump of the clock: every account's waiting posts.

        The posts that have another time, or another state, now.
        """
        touched = self._walls.rework()
        for row in self._database.connection.execute("SELECT id FROM account").fetchall():
            touched += self.sort_out(row["id"])
        return tuple(
            post
            for post_id in dict.fromkeys(touched)
            for post in read_posts(self._database.connection, "post.id = ?", (post_id,))
        )

    def sort_out(self, account_id: str) -> list[str]:
        """Ids of the posts that came back to their own time, or left a closed day."""
        return [
            *self._clock_put_back(account_id),
            *self._come_back(account_id),
            *self._leave_closed_days(account_id),
        ]

    def for_being_late(self, post: Post) -> bool:
        """Moves it to the next free slot; False where there is none."""
        slot = self._slots.next_free(post.account_id, kind=post.options.kind)
        if slot is None:
            return False
        self._put_off(post, slot, LATE, None)
        return True

    def _clock_put_back(self, account_id: str) -> list[str]:
        """What was noted by a clock that ran ahead: pauses keep their length, not their end.

        A post that was asked about for being late by that clock waits again.
        """
        now = self._clock.now()
        with self._database.transaction(durable=True) as connection:
            connection.execute(
                "UPDATE post SET next_try_at = ?2 + max(0, next_try_at - changed_at), "
                "changed_at = ?2 WHERE account_id = ?1 AND state IN ('queued', 'checking') "
                "AND next_try_at > ?2 AND changed_at > ?2",
                (account_id, now),
            )
            asked = connection.execute(
                "SELECT id FROM post WHERE account_id = ? AND state = 'needs_you' AND reason = ? "
                "AND due_at > ? AND opened_at IS NULL",
                (account_id, LATE, now - GRACE),
            ).fetchall()
            for row in asked:
                move(connection, row["id"], State.QUEUED, now=now, reason=None, reason_detail=None)
        return [row["id"] for row in asked]

    def _come_back(self, account_id: str) -> list[str]:
        now = self._clock.now()
        moved = read_posts(
            self._database.connection, f"{_WAITS} AND moved_from > ?", (account_id, now - GRACE)
        )
        if not moved:
            return []
        zone = self._zone(account_id)
        back = [post for post in moved if self._is_over(post, now, zone)]
        for post in back:
            self._return(post, zone)
        return [post.id for post in back]

    def _is_over(self, post: Post, now: int, zone: str) -> bool:
        own = post.moved_from
        if own is None or post.reason != CLOSED:
            return own is not None and post.reason == LATE
        return own > now and not self._closed.is_paused(post.account_id, _day(own, zone))

    def _return(self, post: Post, zone: str) -> None:
        own_zone = post.due_zone or zone
        with self._database.transaction(durable=True) as connection:
            connection.execute(
                "UPDATE post SET due_at = moved_from, due_wall = ?, due_zone = ?, reason = NULL, "
                "reason_detail = NULL, moved_from = NULL, changed_at = ? "
                "WHERE id = ? AND state = 'queued'",
                (to_wall(post.moved_from or 0, own_zone), own_zone, self._clock.now(), post.id),
            )

    def _leave_closed_days(self, account_id: str) -> list[str]:
        """Those still to come, too: the owner sees at once where they go."""
        rows = self._database.connection.execute(_MAY_REST, (account_id, self._clock.now() + _SEEN))
        due: dict[str, int] = {row["id"]: row["due_at"] for row in rows}
        if not due:
            return []
        zone = self._zone(account_id)
        days = {post_id: _day(due_at, zone) for post_id, due_at in due.items()}
        paused = self._closed.pauses(account_id, min(days.values()), max(days.values()))
        return [
            post_id
            for post_id, day in days.items()
            if day in paused and self._leave(post_id, paused[day])
        ]

    def _leave(self, post_id: str, closed: ClosedDay) -> bool:
        (post,) = read_posts(self._database.connection, "post.id = ?", (post_id,))
        now = self._clock.now()
        after = max(now, post.due_at or 0)
        slot = self._slots.next_free(post.account_id, after=after, kind=post.options.kind)
        if slot is not None:
            self._put_off(post, slot, CLOSED, closed.name)
        elif (post.due_at or 0) <= now:
            with self._database.transaction(durable=True) as connection:
                move(
                    connection,
                    post_id,
                    State.NEEDS_YOU,
                    now=now,
                    reason=CLOSED,
                    reason_detail=closed.name,
                )
        else:
            return False
        return True

    def _put_off(self, post: Post, slot: SlotTime, reason: str, detail: str | None) -> None:
        """Its place among equals stays: `queued_at` is as it was."""
        with self._database.transaction(durable=True) as connection:
            connection.execute(
                "UPDATE post SET due_at = ?, due_wall = ?, due_zone = ?, reason = ?, "
                "reason_detail = ?, next_try_at = NULL, moved_from = coalesce(moved_from, due_at), "
                "changed_at = ? WHERE id = ? AND state = 'queued'",
                (
                    *(slot.due_at, slot.wall, slot.zone, reason, detail),
                    *(self._clock.now(), post.id),
                ),
            )

    def _zone(self, account_id: str) -> str:
        row = self._database.connection.execute(
            "SELECT zone FROM account WHERE id = ?", (account_id,)
        ).fetchone()
        return str(row["zone"])


def _day(seconds: int, zone: str) -> date:
    return in_zone(seconds, zone).date()
