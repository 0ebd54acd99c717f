from __future__ import annotations

import logging
from typing import Any

import pytest

from services.clock import SteppedClock
from services.errors import (
    AnswerNotUnderstood,
    AppError,
    OutOfCredit,
    StorageProblem,
    StorageTrouble,
)
from services.paths import Paths
from services.x_api.last_answers import DIALECT, Answer, LastAnswer, LastAnswers
from services.x_api.practice import PracticeX, open_practice
from services.x_api.practice.script import Sort, Trouble
from tests.connected_shop import connected_shop

NOW = 1_795_168_800


class Came:
    def __init__(self, status: int, **headers: str) -> None:
        self.status_code = status
        self.headers = headers


@pytest.fixture
def answers(shop: Any) -> LastAnswers:
    return LastAnswers(shop.database, shop.clock, shop.accounts.active().id)


def test_the_newest_of_each_kind_is_kept(answers: LastAnswers, clock: SteppedClock) -> None:
    answers.note("GET /2/users/me", None, Came(200, date="Fri, 20 Nov 2026 10:00:07 GMT"))
    clock.advance(60)
    answers.note("POST /2/tweets", OutOfCredit("none"), Came(402))
    clock.advance(60)
    answers.note("GET /2/users/me", AppError("lost"))
    assert answers.all() == (
        LastAnswer("GET /2/users/me", NOW + 120, None, "AppError", None),
        LastAnswer("POST /2/tweets", NOW + 60, 402, "OutOfCredit", None),
    )


@pytest.mark.parametrize(
    ("date", "seconds"),
    [
        ("Fri, 20 Nov 2026 10:00:00 GMT", NOW),
        ("Fri, 20 Nov 2026 12:00:00 +0200", NOW),
        ("", None),
        ("yesterday ☕", None),
        ("Fri, 99 Nov 2026 10:00:00 GMT", None),
        ("Fri, 20 Nov 99999999999 10:00:00 GMT", None),
    ],
)
def test_xs_clock_is_read_where_it_says_a_time(
    answers: LastAnswers, date: str, seconds: int | None
) -> None:
    answers.note("x", None, Came(200, date=date))
    assert answers.all()[0].x_clock == seconds


def test_an_account_that_is_gone_and_a_full_disk_are_no_trouble_of_the_call(
    shop: Any, answers: LastAnswers, monkeypatch: pytest.MonkeyPatch
) -> None:
    LastAnswers(shop.database, shop.clock, "nobody").note("x", None, Came(200))
    assert answers.all() == ()

    def full(*_args: object, **_options: object) -> None:
        raise StorageTrouble(StorageProblem.FULL, shop.paths.database)

    monkeypatch.setattr(shop.database, "transaction", full)
    answers.note("x", None, Came(200))


@pytest.fixture
def x(clock: SteppedClock) -> Any:
    opened = open_practice(":memory:", clock)
    yield opened
    opened.close()


def test_a_real_call_is_noted_whatever_comes_of_it(
    paths: Paths, clock: SteppedClock, x: PracticeX
) -> None:
    with connected_shop(paths, clock, x, zone="UTC") as shop:
        account = shop.accounts.active()
        client = shop.clients.for_account(account)
        kept = LastAnswers(shop.database, clock, account.id)

        client.me()
        assert kept.all() == (LastAnswer("GET /2/users/me", NOW, 200, "", None),)

        x.script(Trouble(sort=Sort.REFUSE, name="credits_depleted"))
        with pytest.raises(OutOfCredit):
            client.create_post("お茶 ☕")
        assert _of(kept, "POST /2/tweets")[2:4] == (402, "OutOfCredit")

        shop.clients.go_on(account)
        x.script(Trouble(sort=Sort.DROP))
        with pytest.raises(AppError):
            client.create_post("إبريق")
        assert _of(kept, "POST /2/tweets")[2:] == (None, "OutcomeUnknown", None)


def test_what_was_never_asked_is_not_noted(paths: Paths, clock: SteppedClock, x: PracticeX) -> None:
    with connected_shop(paths, clock, x, zone="UTC") as shop:
        account = shop.accounts.active()
        client = shop.clients.for_account(account)
        x.script(Trouble(sort=Sort.REFUSE, name="credits_depleted", times=-1))
        with pytest.raises(OutOfCredit):
            client.me()
        kept = LastAnswers(shop.database, clock, account.id)
        before = kept.all()
        clock.advance(60)
        with pytest.raises(OutOfCredit):
            client.me()
        assert kept.all() == before


def test_another_form_of_answers_is_noted(
    paths: Paths, clock: SteppedClock, x: PracticeX, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    with connected_shop(paths, clock, x, zone="UTC") as shop:
        account = shop.accounts.active()
        client = shop.clients.for_account(account)
        me = client.me()
        x.script(Trouble(sort=Sort.LOSE_FIELD, name="created_at"))
        with pytest.raises(AnswerNotUnderstood):
            client.own_posts(me.id)
        kept = LastAnswers(shop.database, clock, account.id)
        assert _of(kept, DIALECT)[3] == "AnswerNotUnderstood"


def _of(kept: LastAnswers, call: str) -> tuple[object, ...]:
    one = next(one for one in kept.all() if one.call == call)
    return one.call, one.at, one.status, one.trouble, one.x_clock


def test_requests_own_answers_fit() -> None:
    import requests

    answer: Answer = requests.Response()
    assert answer.headers.get("date", "") == ""
