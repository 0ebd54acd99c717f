"""X's token addresses on a scripted X and on the practice X, without sockets."""

from __future__ import annotations

import subprocess
import sys
from typing import Any
from urllib.parse import parse_qs

import pytest
import requests

from services.accounts.token_calls import ClientCheck, TokenCalls
from services.clock import SteppedClock
from services.errors import (
    AppError,
    AppNotEnrolled,
    AppOfOtherKind,
    Offline,
    OutcomeUnknown,
    RateLimited,
    ServerTrouble,
    SignInEnded,
    SignInProblem,
    SignInStopped,
)
from services.x_api.practice import CLIENT_ID, PracticeX, Sort, Trouble, open_practice
from services.x_api.practice.adapter import PracticeAdapter
from services.x_api.practice.oauth_apps import AppKind
from services.x_api.transport import HOST
from tests.scripted_x import ScriptedX, answer
from tests.services.x_api.practice.consent import CALLBACK, VERIFIER, Browser

PAIR = {"access_token": "new-access", "refresh_token": "new-refresh", "expires_in": 7200}
NO_TOKEN = {
    "error": "invalid_request",
    "error_description": "Value passed for the token was invalid.",
}
SECRET = "a-refresh-token"


def calls_to(clock: SteppedClock, *answers: Any) -> tuple[TokenCalls, ScriptedX]:
    x = ScriptedX(*answers)
    return TokenCalls(HOST, clock, adapter=lambda: x), x


def refresh(calls: TokenCalls) -> Any:
    return calls.refresh(SECRET, client_id="me", leaving=lambda: None)


@pytest.fixture
def x(clock: SteppedClock) -> Any:
    made = open_practice(":memory:", clock, sample=False)
    yield made
    made.close()


@pytest.fixture
def calls(x: PracticeX, clock: SteppedClock) -> TokenCalls:
    return TokenCalls(HOST, clock, adapter=lambda: PracticeAdapter(x))


def test_a_refresh_is_a_form_without_any_authorization(clock: SteppedClock) -> None:
    told = {**PAIR, "scope": "tweet.read users.read", "id_token": {"noise": ["…"]}}
    calls, x = calls_to(clock, answer(told, date="Fri, 20 Nov 2026 10:00:07 GMT"))

    pair = refresh(calls)

    (asked,) = x.asked
    assert (asked.method, asked.url) == ("POST", f"{HOST}/2/oauth2/token")
    assert "Authorization" not in asked.headers
    assert asked.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert parse_qs(asked.body.decode()) == {
        "grant_type": ["refresh_token"],
        "refresh_token": [SECRET],
        "client_id": ["me"],
    }
    assert (pair.access, pair.refresh) == ("new-access", "new-refresh")
    assert pair.expires_at == clock.now() + 7_200
    assert pair.scopes == {"tweet.read", "users.read"}
    assert "new-" not in repr(pair)
    assert calls.x_clock == clock.now() + 7


@pytest.mark.parametrize("date", ["", "yesterday", "Fri, 20 Nov 99999 10:00:07 GMT", "0"])
def test_a_date_that_is_none_is_not_noted(clock: SteppedClock, date: str) -> None:
    calls, _ = calls_to(clock, answer(PAIR, date=date))

    refresh(calls)

    assert calls.x_clock is None


@pytest.mark.parametrize(
    ("status", "told", "error"),
    [
        (400, NO_TOKEN, SignInEnded),
        (400, {"error": "invalid_grant"}, SignInEnded),
        (401, {"error": "invalid_grant", "error_description": None}, SignInEnded),
        (401, {"error": "invalid_client"}, AppOfOtherKind),
        (400, {"error": "invalid_client", "error_description": "token"}, AppOfOtherKind),
        (401, {"error": "unauthorized_client"}, AppOfOtherKind),
        (400, {"error": "invalid_request", "error_description": "client_id"}, AppOfOtherKind),
        (403, {"reason": "client-not-enrolled", "title": "Client Forbidden"}, AppNotEnrolled),
        (429, {"title": "Too Many Requests"}, RateLimited),
        (401, {"title": "Unauthorized"}, ServerTrouble),
        (400, {"errors": [{"message": "duplicate"}]}, ServerTrouble),
        (402, {"title": "CreditsDepleted"}, ServerTrouble),
        (404, b"", ServerTrouble),
        (503, b"<html>busy</html>", ServerTrouble),
        (301, b"", ServerTrouble),
        (200, b"", OutcomeUnknown),
        (200, b"[1]", OutcomeUnknown),
        (200, {"access_token": ""}, OutcomeUnknown),
        (200, {"access_token": "two words"}, OutcomeUnknown),
        (200, {"access_token": "رمز"}, OutcomeUnknown),
        (200, {"access_token": 5}, OutcomeUnknown),
        (200, {"access_token": "good", "refresh_token": ""}, OutcomeUnknown),
        (200, {"access_token": "good", "refresh_token": "a\nb"}, OutcomeUnknown),
        (200, b'{"access_token": "new-access", ' + b"[" * 100_000, OutcomeUnknown),
        (200, b"x" * 70_000, OutcomeUnknown),
    ],
)
def test_what_an_answer_means(
    clock: SteppedClock, status: int, told: Any, error: type[AppError]
) -> None:
    calls, _ = calls_to(clock, answer(told, status))

    with pytest.raises(AppError) as caught:
        refresh(calls)

    assert type(caught.value) is error
    assert SECRET not in str(caught.value)
    assert "new-access" not in str(caught.value)


@pytest.mark.parametrize(
    ("lost", "error"),
    [
        (requests.ReadTimeout(), OutcomeUnknown),
        (requests.ConnectionError("reset"), OutcomeUnknown),
        # The adapter reads the form before it fails; no real connection does.
        (requests.exceptions.SSLError("certificate verify failed"), OutcomeUnknown),
    ],
)
def test_a_form_that_was_read_may_have_arrived(
    clock: SteppedClock, lost: Exception, error: type[AppError]
) -> None:
    calls, _ = calls_to(clock, lost)

    with pytest.raises(error):
        refresh(calls)


def test_a_code_opens_once(calls: TokenCalls, x: PracticeX) -> None:
    code = Browser(x).code()
    exchange = {"client_id": CLIENT_ID, "redirect_uri": CALLBACK, "verifier": VERIFIER}

    pair = calls.exchange(code, **exchange)
    with pytest.raises(SignInStopped) as caught:
        calls.exchange(code, **exchange)

    assert Browser(x).me(pair.access).status == 200
    assert pair.refresh is not None
    assert caught.value.problem is SignInProblem.CODE_REFUSED


def test_an_exchange_whose_answer_is_lost_is_xs_trouble(calls: TokenCalls, x: PracticeX) -> None:
    x.script(Trouble(sort=Sort.DROP, path="/2/oauth2/token"))

    with pytest.raises(ServerTrouble):
        calls.exchange("code", client_id=CLIENT_ID, redirect_uri=CALLBACK, verifier=VERIFIER)


def test_revoking_what_x_does_not_know_is_done(calls: TokenCalls, x: PracticeX) -> None:
    told = Browser(x).sign_in()

    for token in (told["access_token"], told["access_token"], "never-given"):
        calls.revoke(token, client_id=CLIENT_ID)

    assert Browser(x).me(told["access_token"]).status == 401


def test_revoking_says_when_x_did_not_hear_it(clock: SteppedClock) -> None:
    calls, _ = calls_to(clock, answer(NO_TOKEN, 400), requests.ReadTimeout(), answer(b"", 503))

    calls.revoke("gone", client_id="me")
    for _ in range(2):
        with pytest.raises(ServerTrouble):
            calls.revoke("there", client_id="me")


def test_an_app_is_checked_without_anybody_signing_in(calls: TokenCalls, x: PracticeX) -> None:
    assert calls.check_client(CLIENT_ID, CALLBACK) is ClientCheck.GOOD
    assert calls.check_client("nobody-knows-it", CALLBACK) is ClientCheck.UNKNOWN
    x.set_app("a-web-app", kind=AppKind.WEB)
    assert calls.check_client("a-web-app", CALLBACK) is ClientCheck.OTHER_KIND
    assert x.tokens_alive() == ()


@pytest.mark.parametrize(
    ("status", "told", "check"),
    [
        (403, {"reason": "client-not-enrolled"}, ClientCheck.NOT_ENROLLED),
        (400, {"error": "something_new"}, ClientCheck.UNSURE),
        (429, {}, ClientCheck.UNSURE),
        (503, b"", ClientCheck.UNSURE),
        (200, PAIR, ClientCheck.UNSURE),
        (200, b"", ClientCheck.UNSURE),
    ],
)
def test_an_app_of_which_x_says_something_else(
    clock: SteppedClock, status: int, told: Any, check: ClientCheck
) -> None:
    calls, _ = calls_to(clock, answer(told, status))

    assert calls.check_client("me", CALLBACK) is check


def test_no_app_is_checked_without_a_network(calls: TokenCalls, x: PracticeX) -> None:
    x.script(Trouble(sort=Sort.UNREACHABLE))
    with pytest.raises(Offline):
        calls.check_client(CLIENT_ID, CALLBACK)

    x.script(Trouble(sort=Sort.DROP))
    assert calls.check_client(CLIENT_ID, CALLBACK) is ClientCheck.UNSURE


def test_nothing_heavy_is_loaded_before_the_first_call() -> None:
    code = (
        "import sys, services.accounts.token_calls, services.accounts.tokens\n"
        "heavy = {'tweepy', 'requests', 'urllib3', 'keyring', 'ssl', 'truststore'}\n"
        "print(*sorted(heavy & set(sys.modules)))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], check=True, timeout=60, capture_output=True, text=True
    )
    assert loaded.stdout.split() == []
