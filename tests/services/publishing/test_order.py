"""Who waits only because another post may not be overtaken."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import product
from typing import TYPE_CHECKING

import pytest

from services.errors import AppError, Offline, OutcomeUnknown, RateLimited, ServerTrouble
from services.publishing import waits
from services.publishing.order import claim, kept_waiting, limits_alone, sql_concerns
from services.publishing.posts import LateRule
from tests.work import hundreds

if TYPE_CHECKING:
    from tests.services.publishing.conftest import Desk


def behind(desk: Desk) -> list[str]:
    """The words of those that wait for another post alone."""
    waiting = desk.outbox.list(desk.account.id)
    ids = kept_waiting(waiting, now=desk.clock.now())
    return [post.text for post in waiting if post.id in ids]


@pytest.mark.parametrize(
    "error", [Offline(), OutcomeUnknown(), ServerTrouble(), RateLimited(until=1_795_170_000)]
)
def test_what_holds_one_back_holds_those_behind_it(desk: Desk, error: AppError) -> None:
    desk.x.trouble["create"] = [error]
    desk.queue("held")
    desk.queue("behind it", late_rule=LateRule.SEND)
    desk.queue("later", due_in=3_600)
    assert behind(desk) == []
    desk.publish()
    assert behind(desk) == ["behind it"]
    assert desk.publish() == ()


@pytest.mark.parametrize(
    ("limited", "held"),
    [
        (False, {"post"}),
        (True, set()),
        (None, {"post", "answer"}),
    ],
)
def test_a_days_limit_holds_back_its_own_kind_alone(
    desk: Desk, limited: bool | None, held: set[str]
) -> None:
    """Fifty posts a day are no reason to leave a customer without an answer until tomorrow."""
    until = desk.clock.now() + 20_000
    first = desk.queue("first", late_rule=LateRule.SEND)
    if limited:
        _make_an_answer(desk, first.id)
    desk.x.trouble["create"] = [RateLimited(until=until, most=50, answers=limited)]
    desk.publish()
    if not limited:
        _make_an_answer(desk, desk.queue("answer", late_rule=LateRule.SEND).id)
    desk.queue("post", late_rule=LateRule.SEND)
    assert set(behind(desk)) == held
    due = desk.outbox.next_due(desk.account.id)
    assert due is not None
    assert (due == until) == (limited is None)
    sent = set()
    while posts := desk.publish():
        sent |= {post.text for post in posts}
    assert sent == ({"post"} if limited else {"post", "answer"} - held)
    assert desk.outbox.next_due(desk.account.id) == until


def _make_an_answer(desk: Desk, post_id: str) -> None:
    account = desk.account.id
    with desk.database.transaction() as connection:
        connection.execute(
            "INSERT INTO customer(id, account_id, x_user_id, handle, name, first_seen_at, "
            "looked_up_at) VALUES ('mei', ?, '77', 'mei', '美', 0, 0)",
            (account,),
        )
        connection.execute(
            "INSERT INTO inbox_item(id, account_id, kind, x_id, x_conversation_id, customer_id, "
            "text, created_at, received_at) "
            "VALUES ('i', ?, 'mention', '88', '88', 'mei', '?', 0, 0)",
            (account,),
        )
        connection.execute("UPDATE post SET answers_item = 'i' WHERE id = ?", (post_id,))


def test_a_claim_does_no_more_for_each_than_look_at_it(desk: Desk) -> None:
    """Ten times as many due posts are ten times the steps, not a hundred times."""

    def claimed() -> int:
        connection, now = desk.database.connection, desk.clock.now()
        connection.execute("BEGIN")
        try:
            return hundreds(
                connection, lambda: claim(connection, desk.account.id, now=now, asked=False)
            )
        finally:
            connection.execute("ROLLBACK")

    for number in range(40):
        desk.queue(f"post {number}")
    few = claimed()
    for number in range(40, 400):
        desk.queue(f"post {number}")
    assert claimed() <= 12 * few


@pytest.mark.parametrize("answers", [None, False, True])
@pytest.mark.parametrize("most", [None, 50])
def test_whom_a_limit_holds_back_is_read_as_it_was_written(
    answers: bool | None, most: int | None
) -> None:
    error = RateLimited(until=900, most=most, answers=answers)
    told = waits.after(error, now=0, tries=0, settle=30).detail
    alone = limits_alone("RateLimited", told)
    assert alone is (answers if most else None)
    for item, asked in product((None, "i"), (0, 1)):
        held = alone is None or asked in (alone, item is not None)
        assert _sql_says("RateLimited", told, item, asked) is held


@pytest.mark.parametrize(
    ("reason", "detail"),
    [
        ("BudgetReached", "0 15000 1"),
        ("Offline", "no route x"),
        ("RateLimited", None),
        (None, None),
    ],
)
def test_any_other_pause_holds_back_both(reason: str | None, detail: str | None) -> None:
    assert limits_alone(reason, detail) is None
    for item, asked in product((None, "i"), (0, 1)):
        assert _sql_says(reason, detail, item, asked)


def _sql_says(reason: str | None, detail: str | None, item: str | None, asked: int) -> bool:
    row = "SELECT :reason AS reason, :detail AS reason_detail, :item AS answers_item"
    with closing(sqlite3.connect(":memory:")) as connection:
        (said,) = connection.execute(
            f"SELECT {sql_concerns(':asked')} FROM ({row})",
            {"reason": reason, "detail": detail, "item": item, "asked": asked},
        ).fetchone()
    return bool(said)
