"""Five thousand words: every read by an index, and a read or two for each question."""

from __future__ import annotations

import pytest

from services.accounts.accounts import Account
from services.clock import SteppedClock
from services.inbox import lanes
from services.inbox.items import Inbox, Lane
from services.store.database import Database
from tests.work import statements

WORDS = 5_000


@pytest.fixture
def full(database: Database, account: Account, clock: SteppedClock) -> Account:
    now = clock.now()
    with database.transaction() as connection:
        connection.executemany(
            "INSERT INTO customer(id, account_id, x_user_id, handle, name, first_seen_at, "
            "looked_up_at) VALUES (?, ?, ?, 'h', 'n', 0, 0)",
            [(f"c{n}", account.id, str(n)) for n in range(WORDS // 5)],
        )
        connection.executemany(
            "INSERT INTO inbox_item(id, account_id, kind, x_id, x_conversation_id, customer_id, "
            "text, topic, created_at, received_at, done_at) "
            "VALUES (?, ?, 'mention', ?, ?, ?, 'word', ?, ?, ?, ?)",
            [
                (
                    f"i{n}",
                    account.id,
                    str(10**15 + n),
                    str(n // 3),
                    f"c{n * 7919 % (WORDS // 5)}",
                    ("", "complaint", "praise")[n % 3],
                    now - (WORDS - n) * 900,
                    now - (WORDS - n) * 900,
                    None if n * 31 % 7 < 4 else now,
                )
                for n in range(WORDS)
            ],
        )
        connection.executemany(
            "INSERT INTO post(id, account_id, state, answers_item, created_at, changed_at) "
            "VALUES (?, ?, 'sent', ?, ?, 0)",
            [(f"p{n}", account.id, f"i{n}", now) for n in range(0, WORDS, 2)],
        )
    return account


def test_five_thousand_words_are_placed_in_a_few_reads(
    inbox: Inbox, full: Account, database: Database
) -> None:
    counts = inbox.counts(full.id)
    assert counts.to_answer + counts.waiting + counts.done > 4_000
    rows = inbox.lane(full.id, Lane.TO_ANSWER)
    assert len(rows) == 500
    word = rows[0].id
    for read, most in (
        (lambda: inbox.counts(full.id), 1),
        (lambda: inbox.lane(full.id, Lane.TO_ANSWER), 1),
        (lambda: inbox.row(word), 2),
        (lambda: inbox.conversation(word), 4),
    ):
        asked = statements(database.connection, read)
        assert len(asked) <= most, asked


@pytest.mark.parametrize("narrow", [False, True])
def test_no_table_is_read_from_end_to_end(full: Account, database: Database, narrow: bool) -> None:
    values = {"account": full.id, "thread": "1", "customer": "c1", "now": 0}
    plan = [
        row["detail"]
        for row in database.connection.execute(
            f"EXPLAIN QUERY PLAN {lanes._placed(narrow)} SELECT * FROM placed", values
        )
    ]
    tables = ("item", "post", "own_post", "part")
    assert not [step for step in plan if step in {f"SCAN {table}" for table in tables}]
    if narrow:
        assert any("inbox_item_by_conversation" in step for step in plan)
