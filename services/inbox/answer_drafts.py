"""Answers begun and not yet sent: one text for each conversation with a customer, on disk.

They are no posts: Compose never lists them. `Outbox.enqueue_answer` takes away what it queues.
"""

from __future__ import annotations

from typing import NamedTuple

from services.clock import Clock
from services.inbox.values import Item
from services.store.database import Database
from services.text.clean import clean


class Thread(NamedTuple):
    """What one customer and the shop say to each other under one of X's conversation ids."""

    account_id: str
    x_conversation_id: str
    customer_id: str


def thread_of(item: Item) -> Thread:
    return Thread(item.account_id, item.conversation_id, item.customer.id)


class AnswerDrafts:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def get(self, thread: Thread) -> str:
        """Empty where nothing was begun."""
        row = self._database.connection.execute(
            "SELECT text FROM answer_draft "
            "WHERE account_id = ? AND x_conversation_id = ? AND customer_id = ?",
            thread,
        ).fetchone()
        return "" if row is None else str(row["text"])

    def begun(self, account_id: str) -> frozenset[Thread]:
        """Those with words on disk: what is only in the hand is not among them."""
        rows = self._database.connection.execute(
            "SELECT account_id, x_conversation_id, customer_id FROM answer_draft "
            "WHERE account_id = ?",
            (account_id,),
        )
        return frozenset(Thread(*row) for row in rows)

    def save(self, thread: Thread, text: str) -> bool:
        """Without any words nothing is kept, nor of a customer who is gone with their account.

        True when an answer was begun or ended by it.
        """
        kept = clean(text)[0]
        with self._database.transaction() as connection:
            ended = connection.execute(
                "DELETE FROM answer_draft "
                "WHERE account_id = ? AND x_conversation_id = ? AND customer_id = ?",
                thread,
            ).rowcount
            begun = 0
            if kept.strip():
                begun = connection.execute(
                    "INSERT INTO answer_draft"
                    "(account_id, x_conversation_id, customer_id, text, changed_at) "
                    "SELECT account_id, ?, id, ?, ? FROM customer WHERE account_id = ? AND id = ?",
                    (
                        thread.x_conversation_id,
                        kept,
                        self._clock.now(),
                        thread.account_id,
                        thread.customer_id,
                    ),
                ).rowcount
        return begun != ended
