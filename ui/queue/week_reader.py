"""Reads from the store what stands in a week of the queue, and how steadily the shop posts."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from services.accounts.accounts import Account
from services.analytics.figures import Key, Period, day_of
from services.clock import in_zone
from services.publishing.posts import Post
from ui.queue.elsewhere import as_sent_posts
from ui.queue.queue_header import RHYTHM_DAYS
from ui.queue.week import DAYS, Day, Entry, days_posted, midnight, week_of, week_start

if TYPE_CHECKING:
    from services.shop import Shop


class WeekReader:
    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def days(
        self, account: Account, waiting: tuple[Post, ...], *, first_weekday: int, weeks: int
    ) -> tuple[Day, ...]:
        """`weeks` from this one. `waiting` are the account's posts that are not yet on X."""
        now, zone = self._shop.clock.now(), account.zone
        start = week_start(now, zone, first_weekday=first_weekday, weeks=weeks)
        since = midnight(start, zone)
        until = midnight(start + timedelta(days=DAYS), zone)
        from_x = self._shop.report.posts_from_x(account.id, since=since, until=until)
        posts = (
            *waiting,
            *self._shop.outbox.sent_since(account.id, since),
            *as_sent_posts(from_x, account.id),
        )
        slots = self._shop.slots.week(account.id, since)
        hours = self._shop.profiles.get(account.id).hours
        closed = frozenset(day.weekday for day in hours if day.closed)
        return week_of(start, posts, slots, now=now, zone=zone, closed=closed)

    def post(self, post_id: str) -> Post | None:
        """None for one that was not written here, or is no more."""
        try:
            return self._shop.outbox.get(post_id)
        except KeyError:
            return None

    def weeks_to(self, at: int, account: Account, first_weekday: int) -> int:
        """How many weeks from this one lies the week of `at`."""
        here, there = (
            week_start(moment, account.zone, first_weekday=first_weekday)
            for moment in (self._shop.clock.now(), at)
        )
        return (there - here).days // DAYS

    def days_posted(self, account: Account) -> int:
        """On how many of the last RHYTHM_DAYS days something went out."""
        now, zone = self._shop.clock.now(), account.zone
        today = day_of(in_zone(now, zone).date())
        period = Period(today - RHYTHM_DAYS + 1, today)
        posted = self._shop.report.items(account.id, Key.POSTS, period)
        return days_posted((one.at for one in posted), now=now, zone=zone, days=RHYTHM_DAYS)

    def free_days(self, account: Account, days: tuple[Day, ...]) -> tuple[Entry, ...]:
        """The first free slot of each day to come that has slots and no post.

        None while nothing at all is planned after today: then there is no rhythm to keep.
        """
        today = in_zone(self._shop.clock.now(), account.zone).date()
        coming = [day for day in days if day.date > today]
        free = [day for day in coming if not any(entry.post for entry in day.entries)]
        if len(free) == len(coming):
            return ()
        return tuple(day.entries[0] for day in free if day.entries)
