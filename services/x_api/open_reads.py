"""Reads that X may have billed and no answer told of: each counts as spent until it is known.

A read of a timeline is written down, up to its price, before X is asked. The answer settles it.
When that is lost, or the program dies before it is booked, the row stays: what is read again of the
same span on the same UTC day costs nothing more, and names what was billed; on a later day what was
there then is booked on the day it was first asked for.

What cannot be known: whether X ever had a call whose answer was lost (on a later day it is taken to
have had it), what was taken off X meanwhile, at which price X billed a post that came in its other
dialect, and more than one page of new words between two lost answers of one day.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from services.clock import DAY, Clock, utc_day
from services.ids import new_id
from services.store.database import Database

EVER = 2**62
_KEPT = 62 * DAY
"""Older ones are of a month that nobody counts any more."""


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` to before `end` of a feed: own posts by UTC seconds, mentions by id."""

    feed: str
    start: int = 0
    end: int = EVER


@dataclass(frozen=True, slots=True)
class Item:
    """A thing read. `at`: UTC seconds since when X has had it."""

    x_id: str
    place: int
    at: int


@dataclass(frozen=True, slots=True)
class OpenRead:
    """`cost`: the most that X may have billed, in micro-dollars."""

    id: str
    at: int
    purpose: str
    kind: str
    span: Span
    cost: int


class OpenReads:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def begin(self, account_id: str, purpose: str, kind: str, span: Span, cost: int) -> OpenRead:
        """Raises StorageTrouble; then X must not be asked."""
        now = self._clock.now()
        made = OpenRead(new_id(), now, purpose, kind, span, cost)
        with self._database.transaction() as connection:
            connection.execute(
                "DELETE FROM open_read WHERE account_id = ? AND at < ?", (account_id, now - _KEPT)
            )
            connection.execute(
                "INSERT INTO open_read"
                "(id, account_id, at, purpose, kind, feed, start_at, end_at, cost) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(made.id, account_id, now, purpose, kind),
                    *(span.feed, span.start, span.end, cost),
                ),
            )
        return made

    def drop(self, read: OpenRead) -> None:
        """It has its answer, or X surely never had it."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM open_read WHERE id = ?", (read.id,))

    def lost(self, account_id: str, read: OpenRead, cost: int) -> None:
        """One page of it had no answer: `cost` at most. Others of the day that it covers join it.

        What both brought X has billed once.
        """
        covered = self._covered(account_id, read.span, utc_day(read.at))
        with self._database.transaction() as connection:
            for other in covered:
                if other.id != read.id:
                    cost = max(cost, other.cost)
                    connection.execute("DELETE FROM open_read WHERE id = ?", (other.id,))
            connection.execute("UPDATE open_read SET cost = ? WHERE id = ?", (cost, read.id))

    def in_doubt(self, account_id: str, since: int) -> int:
        """Micro-dollars that X may have billed since that moment."""
        row = self._database.connection.execute(
            "SELECT coalesce(sum(cost), 0) FROM open_read WHERE account_id = ? AND at >= ?",
            (account_id, since),
        ).fetchone()
        return int(row[0])

    def counted_already(self, account_id: str, span: Span) -> int:
        """Of that, what reading `span` again today would not be billed for once more."""
        covered = self._covered(account_id, span, utc_day(self._clock.now()))
        return sum(one.cost for one in covered)

    def settle(
        self,
        connection: sqlite3.Connection,
        account_id: str,
        span: Span,
        items: Iterable[Item],
        *,
        whole: bool,
        each: int,
    ) -> list[tuple[OpenRead, list[str]]]:
        """What a read of `span` tells of those in doubt: ids that one of them brought, too.

        Not `whole`: the answer ended before the span did, so as many as are new in it may have
        fallen off its end; they stay in doubt at `each`. In the caller's transaction.
        """
        items = tuple(items)
        told = []
        for read in self._of(account_id, span.feed):
            left = _without(read.span, span)
            if left == read.span:
                continue
            there = [
                item.x_id
                for item in items
                if item.at <= read.at and read.span.start <= item.place < read.span.end
            ]
            told.append((read, there))
            missed = 0 if whole else sum(item.at > read.at for item in items) * each
            if left is None and not missed:
                connection.execute("DELETE FROM open_read WHERE id = ?", (read.id,))
                continue
            kept, cost = (read.span, min(missed, read.cost)) if left is None else (left, read.cost)
            connection.execute(
                "UPDATE open_read SET start_at = ?, end_at = ?, cost = ? WHERE id = ?",
                (kept.start, kept.end, cost, read.id),
            )
        return told

    def _covered(self, account_id: str, span: Span, day: int) -> list[OpenRead]:
        return [
            one
            for one in self._of(account_id, span.feed)
            if utc_day(one.at) == day and _without(one.span, span) is None
        ]

    def _of(self, account_id: str, feed: str) -> list[OpenRead]:
        rows = self._database.connection.execute(
            "SELECT id, at, purpose, kind, start_at, end_at, cost FROM open_read "
            "WHERE account_id = ? AND feed = ? ORDER BY at, rowid",
            (account_id, feed),
        )
        return [
            OpenRead(
                *(row["id"], row["at"], row["purpose"], row["kind"]),
                Span(feed, row["start_at"], row["end_at"]),
                row["cost"],
            )
            for row in rows
        ]


def _without(span: Span, other: Span) -> Span | None:
    """What `other` leaves of `span`: the whole of it where it would be two pieces."""
    if other.end <= span.start or span.end <= other.start:
        return span
    if other.start <= span.start:
        return None if span.end <= other.end else Span(span.feed, other.end, span.end)
    return Span(span.feed, span.start, other.start) if span.end <= other.end else span
