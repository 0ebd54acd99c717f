from __future__ import annotations

from typing import Any

import pytest

from services.accounts.account import SignedIn, Way
from services.clock import DAY, SteppedClock
from services.health.account_values import (
    BudgetHealth,
    Call,
    CallHealth,
    Credit,
    CreditHealth,
    Figures,
    SignInTrouble,
)
from services.health.calls import CALLS
from services.health.values import State
from services.x_api.last_answers import DIALECT, TOKEN_CALL, LastAnswers

NOW = 1_795_168_800


class Came:
    def __init__(self, status: int) -> None:
        self.status_code = status
        self.headers: dict[str, str] = {}


class Of:
    """The owner's own, connected account and what is looked at of it."""

    def __init__(self, shop: Any) -> None:
        shop.accounts.active()
        self.shop = shop
        self.id = shop.accounts.start_own_shop(handle="tea", zone="UTC").id
        shop.accounts.set_way(self.id, Way.CONNECTED)
        shop.accounts.set_signed_in(self.id, SignedIn.YES, frozenset({"tweet.read", "tweet.write"}))
        self.answers = LastAnswers(shop.database, shop.clock, self.id)

    def health(self) -> Any:
        return self.shop.health.account(self.shop.accounts.get(self.id))

    def answered(self, call: str, status: int | None = 200, trouble: str = "") -> None:
        error: Any = type(trouble, (), {"name": trouble})() if trouble else None
        self.answers.note(call, error, None if status is None else Came(status))

    def write(self, sql: str, *values: object) -> None:
        with self.shop.database.transaction() as connection:
            connection.execute(sql, values)


@pytest.fixture
def of(shop: Any) -> Of:
    return Of(shop)


def test_which_accounts_are_looked_at(of: Of) -> None:
    assert [one.id for one in of.shop.health.connected()] == [of.id]
    of.shop.accounts.set_way(of.id, Way.BY_HAND)
    assert of.shop.health.connected() == ()


def test_a_new_account_has_shown_nothing_yet(of: Of) -> None:
    found = of.health()
    assert (found.sign_in.trouble, found.sign_in.answered_at) == (None, None)
    assert found.credit == CreditHealth(Credit.UNKNOWN)
    assert found.shown.figures is Figures.UNKNOWN
    assert found.calls == ()


@pytest.mark.parametrize(
    ("signed_in", "trouble", "state"),
    [
        (SignedIn.YES, None, State.GOOD),
        (SignedIn.NONE, SignInTrouble.NOT_SIGNED_IN, State.TROUBLE),
        (SignedIn.ENDED, SignInTrouble.ENDED, State.TROUBLE),
        (SignedIn.LOST, SignInTrouble.NOT_KEPT, State.TROUBLE),
    ],
)
def test_how_it_stands_with_x(
    of: Of, signed_in: SignedIn, trouble: SignInTrouble | None, state: State
) -> None:
    of.shop.accounts.set_signed_in(of.id, signed_in)
    found = of.health().sign_in
    assert (found.trouble, found.state) == (trouble, state)


@pytest.mark.parametrize(
    ("name", "trouble", "state"),
    [
        ("AppNotEnrolled", SignInTrouble.NOT_ENROLLED, State.TROUBLE),
        ("AppOfOtherKind", SignInTrouble.OTHER_KIND, State.TROUBLE),
        ("SignInNeeded", SignInTrouble.REFUSED, State.NOTE),
        ("Rejected", None, State.GOOD),
    ],
)
def test_xs_last_word_on_the_sign_in_counts(
    of: Of, name: str, trouble: SignInTrouble | None, state: State
) -> None:
    of.answered("GET /2/users/me", 403, name)
    found = of.health().sign_in
    assert (found.trouble, found.state, found.answered_at) == (trouble, state, None)
    of.answered("POST /2/tweets", 200)
    assert of.health().sign_in.trouble is None
    assert of.health().sign_in.answered_at == NOW


def test_a_renewal_whose_answer_was_lost_is_told_when_it_is_over(
    of: Of, clock: SteppedClock
) -> None:
    insert = "INSERT INTO renewal(account_id, place, token_mark, began_at) VALUES (?, ?, 'mark', ?)"
    of.write(insert, of.id, "127.0.0.1:8080", NOW - 3_600)
    of.write(insert, of.id, "", NOW)
    clock.advance(60)
    assert of.health().sign_in.trouble is None
    clock.advance(61)
    assert of.health().sign_in.trouble is SignInTrouble.RENEWAL_LOST


def test_a_sign_in_that_a_lost_answer_has_ended_says_so_at_once(of: Of) -> None:
    of.write(
        "INSERT INTO renewal(account_id, token_mark, began_at) VALUES (?, 'mark', ?)", of.id, NOW
    )
    of.shop.accounts.set_signed_in(of.id, SignedIn.LOST)
    assert of.health().sign_in.trouble is SignInTrouble.LOST


def test_the_account_is_looked_at_as_it_is_now(of: Of) -> None:
    shown = of.shop.accounts.get(of.id)
    of.shop.accounts.set_signed_in(of.id, SignedIn.LOST)
    found = of.shop.health.account(shown)
    assert (found.account.signed_in, found.sign_in.state) == (SignedIn.LOST, State.TROUBLE)


@pytest.mark.parametrize(
    ("call", "status"),
    [("POST /2/tweets", 201), ("POST /2/media/upload/:id/append", 204), ("GET /2/tweets", 200)],
)
def test_whatever_x_took_is_a_call_it_took(
    of: Of, clock: SteppedClock, call: str, status: int
) -> None:
    of.answered("GET /2/users/me")
    clock.advance(60)
    of.answered(call, status)
    clock.advance(60)
    of.answered("GET /2/users", 403, "Rejected")
    of.answered("DELETE /2/tweets/:id", None, "Offline")
    assert of.health().sign_in.answered_at == NOW + 60


def test_without_permission_to_write_nothing_can_be_posted(of: Of) -> None:
    of.shop.accounts.set_signed_in(of.id, SignedIn.YES, frozenset({"tweet.read"}))
    assert of.health().sign_in.trouble is SignInTrouble.MAY_NOT_POST


def test_credit_is_what_the_last_paid_call_showed(of: Of, clock: SteppedClock) -> None:
    of.answered("GET /2/users/:id/mentions")
    assert of.health().credit == CreditHealth(Credit.THERE, NOW)
    clock.advance(60)
    of.answered("POST /2/tweets", 402, "OutOfCredit")
    of.answered("POST /2/media/upload")
    of.answered(TOKEN_CALL)
    of.answered("GET /2/tweets", None, "Offline")
    of.write("INSERT INTO rate_window VALUES (?, 'OutOfCredit again', ?, ?)", of.id, NOW, NOW + 900)
    found = of.health().credit
    assert found == CreditHealth(Credit.GONE, NOW + 60, NOW + 900)
    assert found.state is State.TROUBLE
    of.answered("POST /2/tweets", 201)
    assert of.health().credit.state is State.GOOD


@pytest.mark.parametrize(
    ("name", "credit"), [("SpendCap", Credit.SPEND_CAP), ("MonthlyCap", Credit.MONTHLY_CAP)]
)
def test_a_cap_is_told_apart_from_no_credit(of: Of, name: str, credit: Credit) -> None:
    of.answered("POST /2/tweets", 429, name)
    assert of.health().credit == CreditHealth(credit, NOW)


@pytest.mark.parametrize(
    ("spent", "doubted", "budget", "state"),
    [
        (10**9, 10**9, None, State.GOOD),
        (79, 0, 100, State.GOOD),
        (70, 10, 100, State.NOTE),
        (100, 0, 100, State.TROUBLE),
        (0, 0, 0, State.TROUBLE),
    ],
)
def test_how_serious_the_budget_is(
    spent: int, doubted: int, budget: int | None, state: State
) -> None:
    assert BudgetHealth(spent, doubted, budget).state is state


def test_the_budget_is_the_ledgers(of: Of) -> None:
    of.shop.ledger.book_post(of.id, "お茶", x_post_id="1")
    of.shop.accounts.set_budget(of.id, 40_000)
    assert of.health().budget == BudgetHealth(15_000, 0, 40_000)


def test_what_only_a_call_could_show(of: Of) -> None:
    of.answered("POST /2/media/upload/initialize")
    of.answered(DIALECT, None, "AnswerNotUnderstood")
    of.shop.accounts.set_owns_app(of.id, False)
    found = of.health().shown
    assert (found.owns_app, found.pictures_at, found.drifted_at) == (False, NOW, NOW)
    of.write(
        "INSERT INTO own_post VALUES (?, '1', '1', NULL, '', 0, 0, '', NULL, ?)",
        of.id,
        NOW - 9 * DAY,
    )
    of.write(_SNAPSHOT, of.id, NOW - 8 * DAY, 5)
    assert of.health().shown.figures is Figures.UNKNOWN
    of.write(_SNAPSHOT, of.id, NOW, None)
    assert of.health().shown.figures is Figures.HELD_BACK
    of.write(_SNAPSHOT, of.id, NOW - DAY, 0)
    assert of.health().shown.figures is Figures.SHOWN


_SNAPSHOT = (
    "INSERT INTO post_snapshot(account_id, x_post_id, utc_day, taken_at, impressions, likes, "
    "reposts, replies, quotes, bookmarks, link_clicks) "
    "VALUES (?1, '1', ?2 / 86400, ?2, 1, 1, 1, 1, 1, 1, ?3)"
)


def test_of_each_kind_of_call_the_newest_answer_is_told(of: Of, clock: SteppedClock) -> None:
    of.answered("POST /2/media/upload/:id/append", 503, "ServerTrouble")
    clock.advance(1)
    of.answered("POST /2/media/upload/initialize")
    of.answered("GET /2/somebody/new")
    of.answered(DIALECT, None, "AnswerNotUnderstood")
    assert of.health().calls == (
        CallHealth(Call.PICTURE, NOW + 1, 200),
        CallHealth(Call.OTHER, NOW + 1, 200),
    )


def test_a_window_that_is_shut_stands_with_its_call(of: Of, clock: SteppedClock) -> None:
    of.answered("POST /2/tweets", 429, "RateLimited")
    for name, noted, until in (
        ("POST /2/tweets", NOW, NOW + 900),
        ("GET /2/users/me", NOW + 100, NOW + 400),
        ("GET /2/tweets", NOW - 900, NOW),
        ("OutOfCredit", NOW, NOW + 900),
    ):
        of.write("INSERT INTO rate_window VALUES (?, ?, ?, ?)", of.id, name, noted, until)
    found = of.health().calls
    assert found == (
        CallHealth(Call.POST, NOW, 429, "RateLimited", NOW + 900),
        CallHealth(Call.WHO, until=NOW + 300),
    )
    assert {one.state for one in found} == {State.NOTE}


def test_every_call_that_shoplark_makes_has_its_kind() -> None:
    from services.accounts import token_calls
    from services.x_api import posting
    from services.x_api.limits import endpoint

    assert set(CALLS.values()) | {Call.OTHER} == set(Call)
    assert endpoint("POST", posting.ROUTE) in CALLS
    assert endpoint("POST", "/2/media/upload/99/append") in CALLS
    for route in (token_calls.TOKEN, token_calls.REVOKE):
        assert endpoint("POST", route) in CALLS
