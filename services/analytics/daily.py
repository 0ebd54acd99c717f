"""How often posts were seen on each day: the difference of two readings, and nothing else.

X tells lifetime totals alone. What posts gained on a day is therefore the reading nearest to the
day's end less the one nearest to its start. Each reading ends one day and begins the next, so no
view is counted on two days, and days read at the same hour add up to all that was gained. A day
between readings too far from its ends, too near to each other or too
far apart is not known: a longer stretch is never spread over its days. Today is not over.

Posts are read daily until they are 30 days old, so those are the posts that count. A post that is
gone from X keeps what it had gained by its last reading, and gains no more. X sometimes takes a few
views back; a total below an earlier one gains nothing, and neither does its return.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from services.analytics.archive import OWNER_SPAN
from services.analytics.coverage import Calendar
from services.analytics.figures import Period
from services.clock import DAY

_HOUR = 3_600
FARTHEST = 18 * _HOUR
"""From midnight. A reading at three in the afternoon still ends its day or begins it."""
SHORTEST, LONGEST = 12 * _HOUR, 36 * _HOUR
SLACK = 900
"""Seconds X's timeline may take to show a post: a reading sooner after its birth can lack it."""


@dataclass(frozen=True, slots=True)
class _Sample:
    utc_day: int
    taken_at: int


@dataclass(frozen=True, slots=True)
class _Span:
    """A day, and the two readings it lies between."""

    day: int
    first: _Sample
    last: _Sample

    @property
    def seconds(self) -> int:
        return self.last.taken_at - self.first.taken_at


def seen_by_day(
    connection: sqlite3.Connection, account_id: str, period: Period, calendar: Calendar
) -> dict[int, int]:
    """The days of the period that are over and known, with what all posts gained on each."""
    samples = _samples(connection, account_id, period, calendar)
    spans = tuple(_spans(samples, period, calendar))
    if not spans:
        return {}
    gained = dict.fromkeys((span.day for span in spans), 0)
    for created_at, totals in _posts(connection, account_id, spans):
        for span in spans:
            gained[span.day] += _gain(created_at, totals, span)
    return gained


def _gain(created_at: int, totals: dict[int, int], span: _Span) -> int:
    """A post read only at the end counts whole if the first reading may have come before it."""
    after = totals.get(span.last.utc_day)
    if after is None:
        return 0
    before = totals.get(span.first.utc_day)
    if before is not None:
        return after - before
    return after if created_at >= span.first.taken_at - SLACK else 0


def _samples(
    connection: sqlite3.Connection, account_id: str, period: Period, calendar: Calendar
) -> tuple[_Sample, ...]:
    first, end = calendar.span(period)
    rows = connection.execute(
        "SELECT utc_day, taken_at FROM account_day WHERE account_id = ? "
        "AND taken_at >= ? AND taken_at <= ? ORDER BY taken_at",
        (account_id, first - FARTHEST, end + FARTHEST),
    )
    return tuple(_Sample(row["utc_day"], row["taken_at"]) for row in rows)


def _spans(samples: tuple[_Sample, ...], period: Period, calendar: Calendar) -> Iterator[_Span]:
    days = range(period.first_day, min(period.last_day + 1, calendar.today) + 1)
    ends = [_nearest(samples, calendar.start(day)) for day in days]
    for day, first, last in zip(days, ends, ends[1:], strict=False):
        if first is None or last is None:
            continue
        span = _Span(day, first, last)
        if span.seconds > LONGEST:
            span = _shorter(samples, span, calendar)
        if SHORTEST <= span.seconds <= LONGEST:
            yield span


def _shorter(samples: tuple[_Sample, ...], span: _Span, calendar: Calendar) -> _Span:
    """Between evening readings and the first morning one there are more of them than days."""
    within = [one for one in samples if span.first.taken_at <= one.taken_at <= span.last.taken_at]
    start, end = calendar.start(span.day), calendar.start(span.day + 1)
    found = [
        _Span(span.day, first, last)
        for first in within
        for last in within
        if abs(first.taken_at - start) <= FARTHEST and abs(last.taken_at - end) <= FARTHEST
    ]
    return min(found, key=lambda one: abs(one.seconds - DAY), default=span)


def _nearest(samples: tuple[_Sample, ...], moment: int) -> _Sample | None:
    place = bisect_left(samples, moment, key=lambda one: one.taken_at)
    around = samples[max(place - 1, 0) : place + 1]
    near = min(around, key=lambda one: abs(one.taken_at - moment), default=None)
    return near if near is not None and abs(near.taken_at - moment) <= FARTHEST else None


_TOTALS = """
SELECT own.x_post_id, own.created_at, one.utc_day, one.impressions
FROM own_post AS own CROSS JOIN post_snapshot AS one
  ON one.account_id = own.account_id AND one.x_post_id = own.x_post_id
WHERE own.account_id = ? AND own.created_at >= ? AND own.created_at < ?
ORDER BY own.created_at, own.x_post_id, one.utc_day
"""


def _posts(
    connection: sqlite3.Connection, account_id: str, spans: tuple[_Span, ...]
) -> Iterator[tuple[int, dict[int, int]]]:
    """When each post was published, and its total by the UTC day of the reading: never falling."""
    since = spans[0].first.taken_at - OWNER_SPAN - 2 * DAY
    until = spans[-1].last.taken_at
    born: dict[str, int] = {}
    totals: defaultdict[str, dict[int, int]] = defaultdict(dict)
    highest = 0
    for row in connection.execute(_TOTALS, (account_id, since, until)):
        x_post_id = row["x_post_id"]
        if x_post_id not in born:
            born[x_post_id] = row["created_at"]
            highest = 0
        highest = max(highest, row["impressions"])
        totals[x_post_id][row["utc_day"]] = highest
    for x_post_id, created_at in born.items():
        yield created_at, totals[x_post_id]
