"""The book of paid calls: what was spent, on what, and what X has billed today already.

X bills a thing that is read once a UTC day (x_platform.md §1.1); `billed_resource` knows which.

With what is in doubt it is never below X's bill. What X may do without our hearing of it is booked
before it is asked (`book_ahead`) and taken back when X surely did not do it: of an answer that was
lost nobody can know, and it stays booked. Reads of unknown size are `open_reads`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from services.clock import Clock, utc_day
from services.ids import new_id
from services.store.database import Database
from services.text.measure import parse
from services.x_api.open_reads import Item, OpenReads, Span
from services.x_api.price_book import PriceBook
from services.x_api.prices import READS, Kind, Prices, kind_of_post

_CLOCKS_APART = 600
"""Seconds: what was asked just before the month by our clock may be in it by X's."""

_DAYS_KEPT = 40
"""Days already billed are known so long: a clock may be put back, an answer's loss settled late."""


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
class Ahead:
    """What was booked before X was asked: its row, and what was new of a read that UTC day."""

    row: str
    kind: Kind
    day: int
    new: tuple[str, ...] = ()


class Ledger:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self.open_reads = OpenReads(database, clock)
        self._price_book = PriceBook(database, clock)

    def prices_of(self, account_id: str) -> Prices:
        """What a call costs that account from now on."""
        return self._price_book.of_account(account_id)

    def spent_this_month(self, account_id: str) -> int:
        """Micro-dollars since the first of the month in UTC, the month X bills by."""
        row = self._database.connection.execute(
            "SELECT coalesce(sum(cost), 0) FROM paid_call WHERE account_id = ? AND at >= ?",
            (account_id, start_of_month(self._clock.now())),
        ).fetchone()
        return int(row[0])

    def spent_on(self, account_id: str, purpose: Purpose) -> int:
        """Micro-dollars ever booked for it."""
        row = self._database.connection.execute(
            "SELECT coalesce(sum(cost), 0) FROM paid_call WHERE account_id = ? AND purpose = ?",
            (account_id, purpose),
        ).fetchone()
        return int(row[0])

    def in_doubt(self, account_id: str, *, but_sending: bool = False) -> int:
        """Micro-dollars that X may have billed this month without our knowing.

        Parts that X was asked to publish, until they are found or surely not there (also while the
        owner is asked, or has thrown them away), and reads without an answer. `but_sending` leaves
        out the post that is being sent now.
        """
        month = start_of_month(self._clock.now())
        rows = self._database.connection.execute(
            "SELECT part.text, post.answers_item IS NOT NULL AND part.position = 0 AS answer "
            "FROM part JOIN post ON post.id = part.post_id WHERE post.account_id = ? "
            "AND post.state != 'sent' AND NOT (? AND post.state = 'sending') "
            "AND part.attempted_at >= ? AND part.x_post_id IS NULL",
            (account_id, but_sending, month - _CLOCKS_APART),
        ).fetchall()
        prices = self.prices_of(account_id) if rows else None
        return self.open_reads.in_doubt(account_id, month) + sum(
            prices.of_post(parse(row["text"]).has_link, 0, bool(row["answer"]))
            for row in rows
            if prices is not None
        )

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

    def book_ahead(
        self, account_id: str, purpose: Purpose, kind: Kind, x_ids: Iterable[str] | None = None
    ) -> Ahead:
        """Before X is asked: a call, or a read of known ids. Raises StorageTrouble."""
        day = utc_day(self._clock.now())
        with self._database.transaction() as connection:
            new = (
                self._mark(connection, account_id, day, kind, x_ids) if x_ids is not None else None
            )
            count = 1 if new is None else len(new)
            row = self._insert(connection, account_id, purpose, kind, count)
        return Ahead(row, kind, day, tuple(new or ()))

    def one_step(self) -> AbstractContextManager[object]:
        """What is booked within it is all in the book, or none of it."""
        return self._database.transaction()

    def take_back(self, account_id: str, ahead: Ahead) -> None:
        """X did not do it after all, or its answer says better what it billed."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM paid_call WHERE id = ?", (ahead.row,))
            connection.executemany(
                "DELETE FROM billed_resource WHERE account_id = ? AND utc_day = ? AND kind = ? "
                "AND x_id = ?",
                [(account_id, ahead.day, READS[ahead.kind], x_id) for x_id in ahead.new],
            )

    def book_reads(
        self, account_id: str, purpose: Purpose, kind: Kind, x_ids: Iterable[str]
    ) -> None:
        """Things read: those billed today already cost nothing, and nothing is written for them."""
        today = utc_day(self._clock.now())
        with self._database.transaction() as connection:
            new = self._mark(connection, account_id, today, kind, x_ids)
            connection.execute(
                "DELETE FROM billed_resource WHERE account_id = ? AND utc_day < ?",
                (account_id, today - _DAYS_KEPT),
            )
            self._insert(connection, account_id, purpose, kind, len(new))

    def settle(self, account_id: str, span: Span, items: Iterable[Item], *, whole: bool) -> None:
        """Books what an answer to `span` tells of reads whose own answers were lost."""
        with self._database.transaction() as connection:
            each = self.prices_of(account_id).of(Kind.OWNED_READ)
            for read, x_ids in self.open_reads.settle(
                connection, account_id, span, items, whole=whole, each=each
            ):
                kind = Kind(read.kind)
                new = self._mark(connection, account_id, utc_day(read.at), kind, x_ids)
                purpose = Purpose(read.purpose)
                self._insert(connection, account_id, purpose, kind, len(new), at=read.at)

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

    def _mark(
        self,
        connection: sqlite3.Connection,
        account_id: str,
        day: int,
        kind: Kind,
        x_ids: Iterable[str],
    ) -> list[str]:
        """Those of them that X had not billed that day; now they are."""
        return [
            x_id
            for x_id in dict.fromkeys(x_ids)
            if connection.execute(
                "INSERT OR IGNORE INTO billed_resource(account_id, utc_day, kind, x_id) "
                "VALUES (?, ?, ?, ?)",
                (account_id, day, READS[kind], x_id),
            ).rowcount
        ]

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
    ) -> str:
        """The id of its row; nothing is written for nothing."""
        row = new_id()
        if count == 0:
            return row
        at = self._clock.now() if at is None else at
        cost = self.prices_of(account_id).of(kind, count)
        connection.execute(
            "INSERT INTO paid_call(id, account_id, at, purpose, kind, count, cost, x_id) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT(account_id, x_id) WHERE x_id IS NOT NULL DO NOTHING",
            (row, account_id, at, purpose, kind, count, cost, x_id),
        )
        return row


def start_of_month(seconds: int, *, months: int = 0) -> int:
    """The first second in UTC of the month that holds `seconds`, moved by whole months."""
    moment = datetime.fromtimestamp(seconds, UTC)
    years, month = divmod(moment.month - 1 + months, 12)
    return int(datetime(moment.year + years, month + 1, 1, tzinfo=UTC).timestamp())
