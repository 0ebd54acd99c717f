"""Posts the program puts off, for being late or for a closed day, and those that come back.

A post that is put off keeps its own time (`moved_from`). It comes back to it when the reason is
gone in time: the day is opened again, or the clock by which it was late was wrong and is put back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from services.clock import DAY, Clock, in_zone, to_wall
from services.my_shop.closed_days import ClosedDay, ClosedDays
from services.publishing.batches import in_batches
from services.publishing.late import CLOSED, GRACE, LATE, PUT_OFF
from services.publishing.moves import move
from services.publishing.posts import BY_HAND, Post, read_posts
from services.publishing.slot_supply import SlotSupply
from services.publishing.slots import OF_KIND_DAYS, Slots, SlotTime, choose
from services.publishing.states import State
from services.publishing.wall_times import WallTimes
from services.store.database import Database

_WAITS = "account_id = ? AND state = 'queued' AND attempted_at IS NULL AND answers_item IS NULL"
_MAY_REST = f"""
SELECT id, due_at FROM post
WHERE {_WAITS} AND due_at <= ?
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


@dataclass(frozen=True, slots=True)
class _Move:
    post: Post
    slot: SlotTime
    reason: str
    detail: str | None = None


class PutOff:
    def __init__(self, database: Database, clock: Clock, slots: Slots) -> None:
        self._database = database
        self._clock = clock
        self._slots = slots
        self._closed = ClosedDays(database)
        self._walls = WallTimes(database, clock)

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
            *self._clock_put_back(account_id),
            *self._come_back(account_id),
            *self._leave_closed_days(account_id),
        ]

    def for_being_late(self, post: Post, detail: str | None = None) -> bool:
        """Moves it to the next free slot; False where there is none. `detail`: late.OFFLINE."""
        slot = self._slots.next_free(post.account_id, kind=post.options.kind)
        if slot is None:
            return False
        self._put_off([_Move(post, slot, LATE, detail)])
        return True

    def _clock_put_back(self, account_id: str) -> list[str]:
        """What was noted by a clock that ran ahead: pauses keep their length, not their end.

        A post for which the owner was asked by that clock, and whose time is to come, waits again.
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
                "SELECT id, reason, reason_detail, moved_from FROM post "
                "WHERE account_id = ? AND state = 'needs_you' AND opened_at IS NULL "
                "AND (reason = ? AND due_at > ? OR reason IN (?, ?) AND due_at > ?)",
                (account_id, LATE, now - GRACE, BY_HAND, CLOSED, now),
            ).fetchall()
            for row in asked:
                # What was put off before that says so still, and may come back.
                put_off = row["moved_from"] is not None and row["reason"] in PUT_OFF
                move(
                    connection,
                    row["id"],
                    State.QUEUED,
                    now=now,
                    reason=row["reason"] if put_off else None,
                    reason_detail=row["reason_detail"] if put_off else None,
                )
        return [row["id"] for row in asked]

    def _come_back(self, account_id: str) -> list[str]:
        now = self._clock.now()
        moved = read_posts(
            self._database.connection,
            f"{_WAITS} AND moved_from IS NOT NULL AND (moved_from > ? OR changed_at > ?)",
            (account_id, now - GRACE, now),
        )
        if not moved:
            return []
        zone = self._slots.zone(account_id)
        own_days = {post.id: _day(post.moved_from or 0, zone) for post in moved}
        closed = self._closed.between(account_id, min(own_days.values()), max(own_days.values()))
        paused = {post_id: closed[day] for post_id, day in own_days.items() if day in closed}
        back = [post for post in moved if _is_over(post, now, is_paused=post.id in paused)]
        nearer = [post for post in moved if _is_too_far(post, now)]
        return [
            *self._return(account_id, back, zone),
            *self._bring_nearer(account_id, nearer, paused),
        ]

    def _return(self, account_id: str, back: Sequence[Post], zone: str) -> list[str]:
        """To their own times, in their own zones. Whose time another post has by now stays."""
        if not back:
            return []
        others = self._others(account_id, back)
        now = self._clock.now()
        rows: list[tuple[object, ...]] = []
        for post in back:
            at, own_zone = post.moved_from or 0, post.due_zone or zone
            if others.get(at // 60, 0) > (post.queued_at or 0):
                # It was given to a later one since.
                at = post.due_at or 0
            rows.append((at, to_wall(at, own_zone), own_zone, now, post.id))
        for some in in_batches(rows):
            with self._database.transaction(durable=True) as connection:
                connection.executemany(
                    "UPDATE post SET due_at = ?, due_wall = ?, due_zone = ?, reason = NULL, "
                    "reason_detail = NULL, moved_from = NULL, changed_at = ? "
                    "WHERE id = ? AND state = 'queued'",
                    some,
                )
        return [post.id for post in back]

    def _others(self, account_id: str, back: Sequence[Post]) -> dict[int, int]:
        """The minutes that other posts have, and since when."""
        ours = {post.id for post in back}
        since = min(post.moved_from or 0 for post in back) // 60 * 60
        rows = self._database.connection.execute(
            "SELECT id, due_at, queued_at FROM post WHERE account_id = ? AND due_at >= ? "
            "AND state IN ('queued', 'sending', 'checking', 'needs_you', 'sent') "
            "AND answers_item IS NULL ORDER BY queued_at",
            (account_id, since),
        )
        return {row["due_at"] // 60: row["queued_at"] or 0 for row in rows if row["id"] not in ours}

    def _bring_nearer(
        self, account_id: str, far: Sequence[Post], paused: Mapping[str, ClosedDay]
    ) -> list[str]:
        """`far`: in time. What one of them leaves is free for the next."""
        if not far:
            return []
        now = self._clock.now()
        days = (max(post.due_at or 0 for post in far) - now) // DAY + 2
        slots = self._slots.days(account_id, now, days=min(max(days, OF_KIND_DAYS + 2), _SUPPLIED))
        theirs = {None, *(post.id for post in far)}
        free = [slot for slot in slots if slot.due_at > now and slot.post_id in theirs]
        moves: list[_Move] = []
        for post in far:
            due_at, closed = post.due_at or 0, paused.get(post.id)
            slot = choose(free, post.options.kind, after=now)
            if slot is None or slot.due_at >= due_at:
                free = [each for each in free if each.due_at // 60 != due_at // 60]
                continue
            free.remove(slot)
            reason, detail = (CLOSED, closed.name) if closed else (LATE, post.reason_detail)
            moves.append(_Move(post, slot, reason, detail))
        for some in in_batches(moves):
            self._put_off(some)
        return [one.post.id for one in moves]

    def _leave_closed_days(self, account_id: str) -> list[str]:
        """Those still to come, too: the owner sees at once where they go."""
        now = self._clock.now()
        rows = self._database.connection.execute(_MAY_REST, (account_id, now + _SEEN))
        due: dict[str, int] = {row["id"]: row["due_at"] for row in rows}
        if not due:
            return []
        zone = self._slots.zone(account_id)
        days = {post_id: _day(due_at, zone) for post_id, due_at in due.items()}
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
            moves: list[_Move] = []
        else:
            moves = [
                _Move(post, slot, CLOSED, leave[post.id].name)
                for post in self._in_order(ids)
                if (slot := supply.take(max(now, post.due_at or 0), post.options.kind)) is not None
            ]
        self._put_off(moves)
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

    def _put_off(self, moves: Sequence[_Move]) -> None:
        """Their place among equals stays: `queued_at` is as it was. So does each post's own zone,
        in which its time may come back.
        """
        if not moves:
            return
        now = self._clock.now()
        rows: list[tuple[object, ...]] = []
        for one in moves:
            zone = one.post.due_zone or one.slot.zone
            due_at = one.slot.due_at
            wall = one.slot.wall if zone == one.slot.zone else to_wall(due_at, zone)
            rows.append((due_at, wall, zone, one.reason, one.detail, now, one.post.id))
        with self._database.transaction(durable=True) as connection:
            connection.executemany(
                "UPDATE post SET due_at = ?, due_wall = ?, due_zone = ?, reason = ?, "
                "reason_detail = ?, next_try_at = NULL, attempted_at = NULL, "
                "moved_from = coalesce(moved_from, due_at), changed_at = ? "
                "WHERE id = ? AND state = 'queued'",
                rows,
            )


def _is_over(post: Post, now: int, *, is_paused: bool) -> bool:
    """Why it was put off. `is_paused`: its own day is a closed one."""
    own = post.moved_from or 0
    if post.reason != CLOSED:
        return own > now - GRACE and post.reason == LATE
    return own > now and not is_paused


def _is_too_far(post: Post, now: int) -> bool:
    """A clock that ran ahead moved it, its own time being over all the same."""
    own = post.moved_from or 0
    return post.reason == LATE and post.changed_at > now and own <= now - GRACE


def _day(seconds: int, zone: str) -> date:
    return in_zone(seconds, zone).date()
