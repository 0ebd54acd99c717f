"""Which days of a period are known: a day that was not read is missing, never zero."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from services.analytics.archive import OWNER_SPAN
from services.analytics.figures import Period, date_of, day_of
from services.clock import DAY, from_wall, in_zone


@dataclass(frozen=True, slots=True)
class Calendar:
    """The account's days. `now` is the moment the figures are asked for."""

    zone: str
    now: int

    @property
    def today(self) -> int:
        return self.day(self.now)

    def day(self, seconds: int) -> int:
        return day_of(in_zone(seconds, self.zone).date())

    def start(self, day: int) -> int:
        """Midnight in the zone; where a clock change skips it, the first moment of the day."""
        return from_wall(f"{date_of(day).isoformat()}T00:00", self.zone)

    def counted_at(self, period: Period) -> int:
        """Noon of its last day, or now while that day lasts: the owner sees what X just told."""
        if period.last_day >= self.today:
            return self.now
        return from_wall(f"{date_of(period.last_day).isoformat()}T12:00", self.zone)

    def span(self, period: Period) -> tuple[int, int]:
        """From the first moment on, until before the second."""
        return self.start(period.first_day), self.start(period.last_day + 1)


def days_read(
    connection: sqlite3.Connection, account_id: str, period: Period, calendar: Calendar
) -> frozenset[int]:
    """The days of which all own posts were read from X."""
    reads = [
        (row["reads_from"], row["taken_at"])
        for row in connection.execute(
            "SELECT coalesce(reads_from, taken_at - ?) AS reads_from, taken_at "
            "FROM account_day WHERE account_id = ? AND taken_at >= ?",
            (OWNER_SPAN, account_id, calendar.start(period.first_day)),
        )
    ]
    return frozenset(_covered(reads, period, calendar))


def days_heard(
    connection: sqlite3.Connection, account_id: str, feed: str, period: Period, calendar: Calendar
) -> frozenset[int]:
    """The days of which all mentions were read from X."""
    reads = [
        (row["whole_since"], row["checked_at"])
        for row in connection.execute(
            "SELECT whole_since, checked_at FROM feed_cursor WHERE account_id = ? AND feed = ?",
            (account_id, feed),
        )
    ]
    return frozenset(_covered(reads, period, calendar))


def _covered(reads: list[tuple[int, int]], period: Period, calendar: Calendar) -> Iterator[int]:
    for day in range(period.first_day, period.last_day + 1):
        start, end = calendar.start(day), calendar.start(day + 1)
        # Today is known as far as it can be when it was read within a day.
        until = min(end, calendar.now - DAY) if end > calendar.now else end
        if any(first <= start and last >= until for first, last in reads):
            yield day
