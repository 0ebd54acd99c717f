"""How steadily the shop posts, and the next days for which nothing is planned.

Days are the shop's own. A day on which it is closed, by its hours, its owner or for a holiday,
counts only when it posted all the same,
and no day before its first post counts: nobody missed those. There is no streak here to be broken.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from services.analytics.own_posts import posts_from_x
from services.clock import DAY, Clock, from_wall, in_zone
from services.my_shop.closed_days import ClosedDays
from services.publishing.outbox import WAITING
from services.publishing.slots import Slots, SlotTime
from services.publishing.states import quoted
from services.store.database import Database

DAYS = 28
OPEN_DAYS_AHEAD = 7
_LOOK_AHEAD = 4 * OPEN_DAYS_AHEAD
_WAITS = (
    f"FROM post WHERE account_id = ? AND state IN ({quoted(WAITING)}) "
    "AND answers_item IS NULL AND due_at IS NOT NULL"
)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`posted` of `days` days; both 0 for a shop that has not posted yet.

    `closed_left_out`: the days are fewer because the shop was closed on some. `planned`: how many
    posts are still to come. `today`: it posted today. `free`: the first free slot of each of the
    next open days without a post.
    """

    posted: int = 0
    days: int = 0
    closed_left_out: bool = False
    planned: int = 0
    today: bool = False
    free: tuple[SlotTime, ...] = ()


def days_posted(
    posted: Collection[date], *, today: date, closed: Collection[date]
) -> tuple[int, int, bool]:
    """`posted`, `days` and `closed_left_out` of a Rhythm. `closed`: days on which it was."""
    past = [day for day in posted if day <= today]
    if not past:
        return 0, 0, False
    first = max(min(past), today - timedelta(days=DAYS - 1))
    window = [first + timedelta(days=n) for n in range((today - first).days + 1)]
    counted = [day for day in window if day in posted or day not in closed]
    with_post = sum(day in posted for day in window)
    return with_post, len(counted), len(counted) < len(window)


def free_days(
    slots: Iterable[SlotTime],
    planned: Collection[date],
    *,
    today: date,
    closed: Collection[date],
) -> tuple[SlotTime, ...]:
    """`slots` of the coming weeks in time, with who has them."""
    first_free: dict[date, SlotTime] = {}
    for slot in slots:
        day = in_zone(slot.due_at, slot.zone).date()
        if slot.post_id is None:
            first_free.setdefault(day, slot)
    open_days = [
        day
        for away in range(1, _LOOK_AHEAD + 1)
        if (day := today + timedelta(days=away)) not in closed
    ]
    return tuple(
        first_free[day]
        for day in open_days[:OPEN_DAYS_AHEAD]
        if day in first_free and day not in planned
    )


class Rhythms:
    def __init__(self, database: Database, clock: Clock, slots: Slots) -> None:
        self._database = database
        self._clock = clock
        self._slots = slots
        self._closed_days = ClosedDays(database)

    def read(self, account_id: str, zone: str) -> Rhythm:
        """`zone` is the account's."""
        today = in_zone(self._clock.now(), zone).date()
        first, last = today - timedelta(days=DAYS - 1), today + timedelta(days=_LOOK_AHEAD)
        closed = self._closed_days.between(account_id, first, last)
        posted = self._posted(account_id, zone, since=first)
        planned = self._planned(account_id)
        with_post, days, left_out = days_posted(posted, today=today, closed=closed)
        free: tuple[SlotTime, ...] = ()
        if posted or planned:
            tomorrow = _midnight(today + timedelta(days=1), zone)
            free = free_days(
                self._slots.days(account_id, tomorrow, days=_LOOK_AHEAD),
                self._days_planned(account_id, zone, tomorrow),
                today=today,
                closed=closed,
            )
        return Rhythm(with_post, days, left_out, planned, today in posted, free)

    def _posted(self, account_id: str, zone: str, *, since: date) -> frozenset[date]:
        """The days since then, and the day of the first post ever."""
        start, now = _midnight(since, zone), self._clock.now()
        connection = self._database.connection
        at = [
            row["sent_at"]
            for row in connection.execute(
                "SELECT sent_at FROM post WHERE account_id = ? AND state = 'sent' "
                "AND answers_item IS NULL AND sent_at >= ?",
                (account_id, start),
            )
        ]
        at += [
            one.parts[0].at
            for one in posts_from_x(connection, account_id, since=start, until=now + 1)
        ]
        before = connection.execute(
            "SELECT 1 FROM post WHERE account_id = :account AND state = 'sent' "
            "AND answers_item IS NULL AND sent_at < :start "
            "UNION ALL SELECT 1 FROM own_post WHERE account_id = :account "
            "AND created_at < :start LIMIT 1",
            {"account": account_id, "start": start},
        ).fetchone()
        days = {in_zone(one, zone).date() for one in at}
        return frozenset(days | {since - timedelta(days=1)} if before else days)

    def _planned(self, account_id: str) -> int:
        """How many posts are still to come: what is overdue needs the owner, and is no plan."""
        row = self._database.connection.execute(
            f"SELECT count(*) {_WAITS} AND due_at > ?", (account_id, self._clock.now())
        )
        count: int = row.fetchone()[0]
        return count

    def _days_planned(self, account_id: str, zone: str, since: int) -> frozenset[date]:
        """The coming days with a post that waits."""
        until = since + (_LOOK_AHEAD + 1) * DAY
        rows = self._database.connection.execute(
            f"SELECT due_at {_WAITS} AND due_at >= ? AND due_at < ?", (account_id, since, until)
        )
        return frozenset(in_zone(row["due_at"], zone).date() for row in rows)


def _midnight(day: date, zone: str) -> int:
    return from_wall(f"{day.isoformat()}T00:00", zone)
