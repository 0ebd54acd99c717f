"""The book of paid calls: what was spent, on what, and what X has billed today already.

X bills a thing that is read once a UTC day (x_platform.md §1.1); `billed_resource` knows which.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from services.clock import Clock, utc_day
from services.ids import new_id
from services.store.database import Database
from services.text.measure import parse
from services.x_api.price_book import PriceBook
from services.x_api.prices import READS, Kind, Prices, kind_of_post


class Purpose(StrEnum):
    """What a call was for, in the owner's terms."""

    POST = "post"
    ANSWER = "answer"
    INBOX = "inbox"
    FIGURES = "figures"
    CHECK = "check"
    """Looking for a post that may have arrived."""
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class PaidCall:
    """`cost` in micro-dollars for `count` of `kind`; `at` UTC seconds."""

    at: int
    purpose: Purpose
    kind: Kind
    count: int
    cost: int


class Ledger:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._price_book = PriceBook(database, clock)

    @property
    def prices(self) -> Prices:
        """What a call costs from now on."""
        return self._price_book.current()

    def spent_this_month(self, account_id: str) -> int:
        """Micro-dollars since the first of the month in UTC, the month X bills by."""
        row = self._database.connection.execute(
            "SELECT coalesce(sum(cost), 0) FROM paid_call WHERE account_id = ? AND at >= ?",
            (account_id, start_of_month(self._clock.now())),
        ).fetchone()
        return int(row[0])

    def in_doubt(self, account_id: str) -> int:
        """Micro-dollars of parts that X was asked to publish without an answer that is known.

        Billed or not: a budget must count them until they are found, or surely not there.
        """
        rows = self._database.connection.execute(
            "SELECT part.text, post.answers_item IS NOT NULL AND part.position = 0 AS answer "
            "FROM part JOIN post ON post.id = part.post_id WHERE post.account_id = ? "
            "AND post.state IN ('sending', 'checking') "
            "AND part.attempted_at IS NOT NULL AND part.x_post_id IS NULL",
            (account_id,),
        ).fetchall()
        prices = self.prices if rows else None
        return sum(
            prices.of_post(parse(row["text"]).has_link, 0, bool(row["answer"]))
            for row in rows
            if prices is not None
        )

    def entries(self, account_id: str, limit: int = 100) -> tuple[PaidCall, ...]:
        """Newest first."""
        rows = self._database.connection.execute(
            "SELECT at, purpose, kind, count, cost FROM paid_call WHERE account_id = ? "
            "ORDER BY at DESC, rowid DESC LIMIT ?",
            (account_id, limit),
        )
        return tuple(
            PaidCall(row["at"], Purpose(row["purpose"]), Kind(row["kind"]), *row[3:5])
            for row in rows
        )

    def book(self, account_id: str, purpose: Purpose, kind: Kind, count: int = 1) -> None:
        """A call that is billed by itself."""
        with self._database.transaction() as connection:
            self._insert(connection, account_id, purpose, kind, count)

    def book_post(
        self,
        account_id: str,
        text: str,
        reply_to: str | None = None,
        *,
        x_post_id: str,
        at: int | None = None,
    ) -> None:
        """A published post, once: also one found on X after its answer had been lost.

        When the program died between X's answer and our own record, it is in the book already.
        `at` is when X took it, where that was not now: its day and month there are those of X's
        bill.
        """
        purpose, kind = self.row_of_post(account_id, text, reply_to)
        with self._database.transaction() as connection:
            self._insert(connection, account_id, purpose, kind, 1, x_id=x_post_id, at=at)

    def row_of_post(
        self, account_id: str, text: str, reply_to: str | None = None
    ) -> tuple[Purpose, Kind]:
        """Under what a post is booked. Parts of a thread answer ourselves and are posts."""
        answer = reply_to is not None and self.is_to_customer(account_id, reply_to)
        kind = kind_of_post(parse(text).has_link, answer)
        return Purpose.ANSWER if answer else Purpose.POST, kind

    def book_reads(
        self, account_id: str, purpose: Purpose, kind: Kind, x_ids: Iterable[str]
    ) -> None:
        """Things read: those billed today already cost nothing, and nothing is written for them."""
        today = utc_day(self._clock.now())
        with self._database.transaction() as connection:
            new = sum(
                connection.execute(
                    "INSERT OR IGNORE INTO billed_resource(account_id, utc_day, kind, x_id) "
                    "VALUES (?, ?, ?, ?)",
                    (account_id, today, READS[kind], x_id),
                ).rowcount
                for x_id in dict.fromkeys(x_ids)
            )
            connection.execute(
                "DELETE FROM billed_resource WHERE account_id = ? AND utc_day < ?",
                (account_id, today),
            )
            self._insert(connection, account_id, purpose, kind, new)

    def unbilled(self, account_id: str, kind: Kind, x_ids: Iterable[str]) -> int:
        """How many of them X has yet to bill today."""
        wanted = set(x_ids)
        rows = self._database.connection.execute(
            "SELECT x_id FROM billed_resource WHERE account_id = ? AND utc_day = ? AND kind = ?",
            (account_id, utc_day(self._clock.now()), READS[kind]),
        )
        return len(wanted.difference(row["x_id"] for row in rows))

    def is_to_customer(self, account_id: str, x_post_id: str) -> bool:
        """Whether a post is a word of a customer to us: an answer to it has X's answer price."""
        row = self._database.connection.execute(
            "SELECT 1 FROM inbox_item WHERE account_id = ? AND x_id = ?", (account_id, x_post_id)
        ).fetchone()
        return row is not None

    def _insert(
        self,
        connection: sqlite3.Connection,
        account_id: str,
        purpose: Purpose,
        kind: Kind,
        count: int,
        *,
        x_id: str | None = None,
        at: int | None = None,
    ) -> None:
        if count == 0:
            return
        connection.execute(
            "INSERT INTO paid_call(id, account_id, at, purpose, kind, count, cost, x_id) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT(account_id, x_id) WHERE x_id IS NOT NULL DO NOTHING",
            (
                new_id(),
                account_id,
                self._clock.now() if at is None else at,
                purpose,
                kind,
                count,
                self.prices.of(kind, count),
                x_id,
            ),
        )


def start_of_month(seconds: int, *, months: int = 0) -> int:
    """The first second in UTC of the month that holds `seconds`, moved by whole months."""
    moment = datetime.fromtimestamp(seconds, UTC)
    years, month = divmod(moment.month - 1 + months, 12)
    return int(datetime(moment.year + years, month + 1, 1, tzinfo=UTC).timestamp())
