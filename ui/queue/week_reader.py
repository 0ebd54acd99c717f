"""Reads from the store what stands in a week of the queue."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from services.accounts.accounts import Account
from services.publishing.posts import Post
from ui.queue.elsewhere import as_sent_posts
from ui.queue.week import DAYS, Day, midnight, week_of, week_start

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
