"""The book of paid calls, to be read: a month by purpose, and every call of it with its words."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from services.clock import Clock
from services.publishing.filed import is_part
from services.store.database import Database
from services.x_api.ledger import Purpose, start_of_month
from services.x_api.prices import Kind

_RISKY = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes words that begin so for a formula."""


@dataclass(frozen=True, slots=True)
class Call:
    """`at` in UTC seconds, `cost` in micro-dollars as it was booked then, for `count` of `kind`.

    `post_id` and `words` of the post it published, where it is one of ours.
    """

    id: str
    at: int
    purpose: Purpose
    kind: Kind
    count: int
    cost: int
    post_id: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class PurposeSum:
    purpose: Purpose
    calls: int
    cost: int


@dataclass(frozen=True, slots=True)
class Month:
    """A UTC month, from `start` to before `end`. `calls` newest first."""

    start: int
    end: int
    calls: tuple[Call, ...]

    @property
    def total(self) -> int:
        """Micro-dollars: the sum of the calls, nothing else."""
        return sum(call.cost for call in self.calls)

    def by_purpose(self) -> tuple[PurposeSum, ...]:
        """The dearest first; what was not paid for is not there."""
        sums = [
            PurposeSum(purpose, len(calls), sum(call.cost for call in calls))
            for purpose in Purpose
            if (calls := [call for call in self.calls if call.purpose is purpose])
        ]
        return tuple(sorted(sums, key=lambda one: -one.cost))


class Spending:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def month(self, account_id: str, at: int | None = None) -> Month:
        """The month that holds `at`, or this one."""
        start = start_of_month(self._clock.now() if at is None else at)
        end = start_of_month(start, months=1)
        rows = self._database.connection.execute(
            "SELECT paid_call.id, at, purpose, "  # noqa: S608  # ours
            "paid_call.kind, count, cost, part.post_id, "
            "coalesce(part.text, '') AS words "
            f"FROM paid_call LEFT JOIN part ON {is_part('paid_call.x_id', 'paid_call.account_id')} "
            "WHERE account_id = ? AND at >= ? AND at < ? ORDER BY at DESC, paid_call.rowid DESC",
            (account_id, start, end),
        )
        calls = (
            Call(
                id=row["id"],
                at=row["at"],
                purpose=Purpose(row["purpose"]),
                kind=Kind(row["kind"]),
                count=row["count"],
                cost=row["cost"],
                post_id=row["post_id"],
                words=row["words"],
            )
            for row in rows
        )
        return Month(start, end, tuple(calls))

    def first_month(self, account_id: str) -> int | None:
        """The start of the first month in which something was paid; None when nothing ever was."""
        row = self._database.connection.execute(
            "SELECT min(at) FROM paid_call WHERE account_id = ?", (account_id,)
        ).fetchone()
        return None if row[0] is None else start_of_month(row[0])


def to_csv(calls: Iterable[Call]) -> bytes:
    """UTF-8 with a mark by which spreadsheets know it; times in UTC, costs in dollars."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(["time (UTC)", "purpose", "kind", "count", "cost (USD)", "words"])
    for call in calls:
        moment = datetime.fromtimestamp(call.at, UTC).strftime("%Y-%m-%d %H:%M:%S")
        cost = f"{call.cost / 1_000_000:.6f}"
        words = f"'{call.words}" if call.words.startswith(_RISKY) else call.words
        rows.writerow([moment, call.purpose.value, call.kind.value, call.count, cost, words])
    return out.getvalue().encode("utf-8-sig")
