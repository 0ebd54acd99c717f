"""Posts that the program put off, and that come back as far as they can.

To their own time (`moved_from`) when the reason is gone before it: the day is opened again, or the
clock by which they were late was wrong and is put back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from services.clock import DAY, Clock, to_wall
from services.my_shop.closed_days import ClosedDay, ClosedDays
from services.publishing.batches import in_batches
from services.publishing.late import CLOSED, GRACE, LATE, PUT_OFF
from services.publishing.moves import move
from services.publishing.posts import BY_HAND, Post, read_posts
from services.publishing.slots import OF_KIND_DAYS, Slots, choose
from services.publishing.states import State
from services.publishing.times_given import WAITS, Given, day_of, give
from services.store.database import Database

_FURTHEST = 2 * 400
"""Days ahead in which a nearer slot is looked for."""


class ComingBack:
    def __init__(self, database: Database, clock: Clock, slots: Slots) -> None:
        self._database = database
        self._clock = clock
        self._slots = slots
        self._closed = ClosedDays(database)

    def after_a_fast_clock(self, account_id: str) -> list[str]:
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

    def come_back(self, account_id: str) -> list[str]:
        """Ids of those that have their own time again, or a nearer one."""
        now = self._clock.now()
        moved = read_posts(
            self._database.connection,
            f"{WAITS} AND moved_from IS NOT NULL AND (moved_from > ? OR changed_at > ?)",
            (account_id, now - GRACE, now),
        )
        if not moved:
            return []
        zone = self._slots.zone(account_id)
        own_days = {post.id: day_of(post.moved_from or 0, zone) for post in moved}
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
        slots = self._slots.days(account_id, now, days=min(max(days, OF_KIND_DAYS + 2), _FURTHEST))
        theirs = {None, *(post.id for post in far)}
        free = [slot for slot in slots if slot.due_at > now and slot.post_id in theirs]
        moves: list[Given] = []
        for post in far:
            due_at, closed = post.due_at or 0, paused.get(post.id)
            slot = choose(free, post.options.kind, after=now)
            if slot is None or slot.due_at >= due_at:
                free = [each for each in free if each.due_at // 60 != due_at // 60]
                continue
            free.remove(slot)
            reason, detail = (CLOSED, closed.name) if closed else (LATE, post.reason_detail)
            moves.append(Given(post, slot, reason, detail))
        for some in in_batches(moves):
            give(self._database, some, now=now)
        return [one.post.id for one in moves]


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
