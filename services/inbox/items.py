"""The inbox: lanes, counts, and the owner's marks on conversations.

Opening marks read and nothing else. Every mark is on all that the customer said in the
conversation, and gives back what stood before, so that it can be taken back exactly.
"""

from __future__ import annotations

from dataclasses import replace
from threading import get_ident

from services.clock import Clock
from services.inbox import lanes
from services.inbox.conversation import Word, words_of
from services.inbox.customers import Customers
from services.inbox.values import Counts, Customer, Item, Lane, Marks, Topic
from services.store.database import Database

__all__ = ["Counts", "Customer", "Inbox", "Item", "Lane", "Marks", "Topic", "Word"]

_MOST_ROWS = 500
_WORDS = "account_id = :account AND x_conversation_id = :thread AND customer_id = :customer"
_ROW = "id = :row"
_DONE_LAST = f"done_at = (SELECT max(done_at) FROM inbox_item WHERE {_WORDS})"  # noqa: S608  # ours


class Inbox:
    """Methods that take an `item_id` raise KeyError when there is no such word."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self.customers = Customers(database)
        self._counted: dict[str, tuple[tuple[int, int, int], Counts]] = {}

    def counts(self, account_id: str) -> Counts:
        """Asked for at every beat: worked out again only when something was written."""
        connection = self._database.connection
        version = connection.execute("PRAGMA data_version").fetchone()[0]
        state = (get_ident(), version, connection.total_changes)
        known = self._counted.pop(account_id, None)
        if known is not None and known[0] == state:
            self._counted[account_id] = known
            return known[1]
        counts = lanes.count(connection, account_id, now=self._clock.now())
        # With a snoozed conversation the counts change by time alone.
        if not counts.snoozed:
            self._counted[account_id] = (state, counts)
        return counts

    def lane(self, account_id: str, lane: Lane, *, limit: int = _MOST_ROWS) -> tuple[Item, ...]:
        """One row a conversation, without the snoozed.

        To answer: complaints and order trouble first, then who waits longest. Waiting and Done:
        newest first.
        """
        return lanes.rows(
            self._database.connection, account_id, lane, now=self._clock.now(), limit=limit
        )

    def snoozed(self, account_id: str) -> tuple[Item, ...]:
        """The conversations put off, first to wake first."""
        return lanes.asleep(self._database.connection, account_id, now=self._clock.now())

    def row(self, item_id: str) -> Item:
        """The row that stands for the conversation of this word in its lane."""
        return lanes.row_of(self._database.connection, item_id, now=self._clock.now())

    def item(self, item_id: str) -> Item:
        """This very word, with the lane and marks of its conversation."""
        row = self.row(item_id)
        word = self._database.connection.execute(
            "SELECT id, x_id, text, created_at FROM inbox_item WHERE id = ?", (item_id,)
        ).fetchone()
        return replace(row, **dict(word))

    def conversation(self, item_id: str) -> tuple[Word, ...]:
        """Both sides in time order, from the post it began under when that is known."""
        return words_of(self._database.connection, item_id)

    def mark_read(self, item_id: str) -> tuple[Marks, ...]:
        return self._mark(item_id, "read_at = :now", only="read_at IS NULL")

    def mark_done(self, item_id: str) -> tuple[Marks, ...]:
        """Until the customer says more. Done is also read, and ends a snooze."""
        if self.row(item_id).lane is Lane.DONE:
            return ()
        return self._mark(
            item_id,
            "done_at = :now, read_at = coalesce(read_at, :now), snoozed_until = NULL",
            only="done_at IS NULL OR id = :row",
        )

    def reopen(self, item_id: str) -> tuple[Marks, ...]:
        """One step back towards To answer: awake, or not done, or no longer answered."""
        row = self.row(item_id)
        if row.lane is Lane.WAITING:
            return self._mark(
                item_id, "reopened_at = :now, done_at = NULL, snoozed_until = NULL", only=_ROW
            )
        if row.lane is Lane.DONE:
            return self._mark(item_id, "done_at = NULL, snoozed_until = NULL", only=_DONE_LAST)
        return self._mark(item_id, "snoozed_until = NULL")

    def snooze(self, item_id: str, *, until: int) -> tuple[Marks, ...]:
        """Back in To answer at `until`, or when the customer says more.

        A conversation that was waiting or done is open again, asleep, by its newest word.
        """
        with self._database.transaction():
            before = self._mark(item_id, "snoozed_until = :until", until=until)
            if self.row(item_id).lane is not Lane.TO_ANSWER:
                self._mark(item_id, "reopened_at = :now, done_at = NULL", only=_ROW)
        return before

    def restore(self, before: tuple[Marks, ...]) -> None:
        """Takes a mark back: the words stand as they did. Words that came since are left be."""
        with self._database.transaction() as connection:
            connection.executemany(
                "UPDATE inbox_item SET read_at = ?, done_at = ?, snoozed_until = ?, "
                "reopened_at = ? WHERE id = ?",
                [
                    (one.read_at, one.done_at, one.snoozed_until, one.reopened_at, one.item_id)
                    for one in before
                ],
            )

    def _mark(
        self, item_id: str, change: str, *, only: str = "TRUE", until: int | None = None
    ) -> tuple[Marks, ...]:
        """Marks the words of the conversation that fit `only`, and gives back how they stood."""
        row = self.row(item_id)
        values = {
            "account": row.account_id,
            "thread": row.conversation_id,
            "customer": row.customer.id,
            "row": row.id,
            "now": self._clock.now(),
            "until": until,
        }
        chosen = f"{_WORDS} AND ({only})"
        with self._database.transaction() as connection:
            before = tuple(
                Marks(**dict(word))
                for word in connection.execute(
                    "SELECT id AS item_id, read_at, done_at, snoozed_until, reopened_at "  # noqa: S608  # ours
                    f"FROM inbox_item WHERE {chosen}",
                    values,
                )
            )
            if before:
                connection.execute(
                    f"UPDATE inbox_item SET {change} WHERE {chosen}",  # noqa: S608  # our own SQL
                    values,
                )
        return before
