"""Reads from the store what stands in a week or a month of the queue, and no more of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from services.accounts.accounts import Account
from services.clock import in_zone
from services.publishing.posts import Post
from ui.queue.elsewhere import as_sent_posts
from ui.queue.week import DAYS, Day, midnight, shown_at, week_of

if TYPE_CHECKING:
    from services.shop import Shop

LINES = 3
"""Posts of a day that the month shows at most."""


@dataclass(frozen=True, slots=True)
class MonthDate:
    """`posts`: the first of the day's `count`, in time. `other`: of the month before or after."""

    date: date
    posts: tuple[Post, ...]
    count: int
    today: bool
    over: bool
    other: bool
    closed: bool = False
    note: str = ""
    free: int | None = None
    """When its next free place is, in UTC seconds."""


class WeekReader:
    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def days(self, account: Account, start: date, *, language: str = "") -> tuple[Day, ...]:
        """The week that begins on `start`. `language`: of the holidays' names, as "zh_CN"."""
        now, zone = self._shop.clock.now(), account.zone
        since, until = midnight(start, zone), midnight(start + timedelta(days=DAYS), zone)
        from_x = self._shop.report.posts_from_x(account.id, since=since, until=until)
        posts = (
            *self._shop.planned.between(account.id, since, until),
            *as_sent_posts(from_x, account.id),
        )
        slots = self._shop.slots.week(account.id, since)
        closed = self._closed(account, start, DAYS, language)
        return week_of(start, posts, slots, now=now, zone=zone, closed=closed)

    def month(
        self, account: Account, start: date, weeks: int, *, month: int, language: str = ""
    ) -> tuple[MonthDate, ...]:
        """`weeks` from `start` on; whole posts only for the lines that are shown."""
        zone, count = account.zone, weeks * DAYS
        since, until = midnight(start, zone), midnight(start + timedelta(days=count), zone)
        today = in_zone(self._shop.clock.now(), zone).date()
        from_x = as_sent_posts(
            self._shop.report.posts_from_x(account.id, since=since, until=until), account.id
        )
        moments = [
            (one.at, one.post_id) for one in self._shop.planned.moments(account.id, since, until)
        ]
        moments += [(shown_at(post) or since, post.id) for post in from_x]
        by_day: dict[date, list[str]] = {start + timedelta(days=n): [] for n in range(count)}
        for at, post_id in sorted(moments):
            by_day[in_zone(at, zone).date()].append(post_id)
        shown = {one for ids in by_day.values() for one in ids[:LINES]}
        posts = self._whole(shown, from_x)
        closed = self._closed(account, start, count, language)
        free = self._free(account, since, count)
        return tuple(
            MonthDate(
                date=day,
                posts=tuple(posts[one] for one in ids[:LINES] if one in posts),
                count=len(ids),
                today=day == today,
                over=day < today,
                other=day.month != month,
                closed=day in closed,
                note=closed.get(day, ""),
                free=free.get(day),
            )
            for day, ids in by_day.items()
        )

    def post(self, post_id: str) -> Post | None:
        """None for one that was not written here, or is no more."""
        try:
            return self._shop.outbox.get(post_id)
        except KeyError:
            return None

    def _whole(self, ids: set[str], from_x: Iterable[Post]) -> dict[str, Post]:
        found = {post.id: post for post in from_x if post.id in ids}
        ours = tuple(sorted(ids - found.keys()))
        return found | {post.id: post for post in self._shop.planned.some(ours)}

    def _free(self, account: Account, since: int, days: int) -> dict[date, int]:
        """The first free place that is still to come, of each day."""
        now, found = self._shop.clock.now(), dict[date, int]()
        for slot in self._shop.slots.days(account.id, since, days=days):
            if slot.post_id is None and slot.due_at > now:
                found.setdefault(in_zone(slot.due_at, account.zone).date(), slot.due_at)
        return found

    def _closed(self, account: Account, start: date, days: int, language: str) -> dict[date, str]:
        last = start + timedelta(days=days - 1)
        found = self._shop.closed_days.between(account.id, start, last, language=language)
        return {day: one.name for day, one in found.items()}
