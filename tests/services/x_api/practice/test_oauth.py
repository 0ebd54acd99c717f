"""The token addresses: codes, refresh tokens that open once, and their end."""

import json
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from services.clock import DAY, SteppedClock
from services.x_api.practice import CLIENT_ID, Fate, Request, Sort, Trouble, open_practice
from services.x_api.practice.oauth_tokens import mark_of
from tests.services.x_api.practice.consent import CALLBACK, SCOPES, VERIFIER, Browser

NOW = 1_795_168_800


@pytest.fixture
def browser(bare):
    return Browser(bare.x)


def outcomes(browser):
    return [(line.grant, line.outcome) for line in browser.x.token_log()]


def refused(answer, error="invalid_request", status=400):
    assert (answer.status, answer.json()["error"]) == (status, error)
    assert set(answer.json()) == {"error", "error_description"}
    return answer.json()["error_description"]


def test_a_code_becomes_tokens_that_open_the_account(browser, clock):
    told = browser.exchange(browser.code())

    assert told.status == 200
    assert told.headers["cache-control"] == "no-store"
    pair = told.json()
    assert pair["token_type"] == "bearer"
    assert pair["expires_in"] == 7_200
    assert set(pair["scope"].split()) == set(SCOPES.split())
    assert browser.me(pair["access_token"]).json()["data"]["username"] == "tea"
    clock.advance(7_199)
    assert browser.me(pair["access_token"]).status == 200
    clock.advance(1)
    assert browser.me(pair["access_token"]).status == 401


def test_a_refresh_token_opens_nothing_else(browser):
    pair = browser.sign_in()

    assert browser.me(pair["refresh_token"]).status == 401
    refused(browser.refresh(pair["access_token"]))
    assert browser.refresh(pair["refresh_token"]).status == 200


def test_without_offline_access_there_is_none(browser):
    assert "refresh_token" not in browser.sign_in(scope="tweet.read users.read")


def test_a_code_opens_once_and_for_half_a_minute(browser, clock):
    code = browser.code()
    clock.advance(29)
    assert browser.exchange(code).status == 200
    refused(browser.exchange(code))
    late = browser.code()
    clock.advance(30)
    refused(browser.exchange(late))
    assert outcomes(browser) == [
        ("authorization_code", "issued"),
        ("authorization_code", "refused"),
        ("authorization_code", "refused"),
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"redirect_uri": CALLBACK + "/"},
        {"redirect_uri": "http://127.0.0.1:8766/callback"},
        {"code_verifier": VERIFIER + "x"},
        {"code_verifier": VERIFIER.upper()},
        {"code_verifier": "茶" * 43},
    ],
)
def test_another_callback_or_verifier_spoils_the_code(browser, other):
    code = browser.code()

    refused(browser.exchange(code, **other))

    refused(browser.exchange(code))
    assert browser.x.tokens_alive() == ()


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=128))
def test_no_other_verifier_opens_a_code(text):
    x = open_practice(":memory:", SteppedClock(NOW), sample=False)
    browser = Browser(x)
    answer = browser.exchange(browser.code(), code_verifier=text)
    assert answer.status == (200 if text == VERIFIER else 400)
    x.close()


@pytest.mark.parametrize(
    "missing", ["grant_type", "code", "client_id", "redirect_uri", "code_verifier"]
)
def test_what_is_missing_is_said(browser, missing):
    code = browser.code()

    assert missing in refused(browser.exchange(code, **{missing: ""}))
    assert browser.exchange(code).status == 200


def test_other_grants_and_other_bodies(browser):
    refused(browser.exchange("x", grant_type="password"), "unsupported_grant_type")
    code = browser.code()
    body = json.dumps({"grant_type": "authorization_code", "code": code}).encode()
    kind = {"content-type": "application/json"}
    refused(browser.x.handle(Request("POST", "/2/oauth2/token", {}, kind, body)))
    form = {"content-type": "application/x-www-form-urlencoded; charset=utf-8"}
    twice = b"grant_type=refresh_token&grant_type=refresh_token&client_id=x&refresh_token=y"
    for raw in (twice, b"\xff\xfe", b"a=b&" * 40):
        refused(browser.x.handle(Request("POST", "/2/oauth2/token", {}, form, raw)))
    assert browser.x.handle(Request("GET", "/2/oauth2/token")).status == 404


def test_a_made_up_code_tells_which_kind_the_app_is(browser):
    refused(browser.exchange("made-up"))
    refused(browser.exchange("made-up", client_id="nobody"), "invalid_client", 401)
    browser.x.set_app(kind="web")
    told = refused(browser.exchange("made-up"), "unauthorized_client", 401)
    assert told == "Missing valid authorization header"


def test_a_code_is_of_the_app_that_asked_for_it(browser):
    browser.x.set_app("another-app")
    code = browser.code()

    refused(browser.exchange(code, client_id="another-app"))
    assert browser.exchange(code).status == 200


def test_a_refresh_rotates_and_leaves_the_access_token_of_before(browser, clock):
    first = browser.sign_in()
    clock.advance(60)

    second = browser.refresh(first["refresh_token"]).json()

    assert second["refresh_token"] != first["refresh_token"]
    assert second["access_token"] != first["access_token"]
    assert browser.me(first["access_token"]).status == 200
    assert browser.me(second["access_token"]).status == 200
    clock.advance(7_140)
    assert browser.me(first["access_token"]).status == 401
    assert browser.me(second["access_token"]).status == 200


def test_a_used_refresh_token_ends_its_family_and_no_other(browser):
    other = browser.sign_in()
    first = browser.sign_in()
    second = browser.refresh(first["refresh_token"]).json()

    told = refused(browser.refresh(first["refresh_token"]))

    assert told == "Value passed for the token was invalid."
    assert browser.me(first["access_token"]).status == 401
    assert browser.me(second["access_token"]).status == 401
    refused(browser.refresh(second["refresh_token"]))
    assert browser.me(other["access_token"]).status == 200
    line = browser.x.token_log()[-2]
    assert (line.outcome, line.mark) == ("reused", mark_of(first["refresh_token"]))
    assert browser.x.token_log()[-1].outcome == "refused"


def test_a_refresh_token_lives_for_half_a_year(browser, clock):
    pair = browser.sign_in()
    clock.advance(182 * DAY)

    refused(browser.refresh(pair["refresh_token"]))
    assert outcomes(browser)[-1] == ("refresh_token", "refused")


def test_another_app_neither_renews_nor_spoils(browser):
    browser.x.set_app("another-app")
    pair = browser.sign_in()

    refused(browser.refresh(pair["refresh_token"], "another-app"))
    assert browser.revoke(pair["refresh_token"], "another-app").status == 200
    assert browser.refresh(pair["refresh_token"]).status == 200


def test_revoking_ends_what_is_sent(browser):
    pair = browser.sign_in()

    assert browser.revoke(pair["refresh_token"]).json() == {"revoked": True}
    refused(browser.refresh(pair["refresh_token"]))
    assert browser.me(pair["access_token"]).status == 200
    assert browser.revoke(pair["access_token"]).status == 200
    assert browser.me(pair["access_token"]).status == 401
    assert browser.revoke("never-given").status == 200
    assert browser.x.tokens_alive() == ()
    assert [outcome for _, outcome in outcomes(browser)] == [
        *("issued", "revoked", "refused", "revoked", "refused")
    ]
    refused(browser.revoke(pair["access_token"], "nobody"), "invalid_client", 401)


@pytest.mark.parametrize("accepted", [True, False])
def test_a_dropped_refresh_was_taken_or_not(browser, accepted):
    pair = browser.sign_in()
    browser.x.script(Trouble(sort=Sort.DROP, path="/2/oauth2/token", accepted=accepted))

    assert browser.refresh(pair["refresh_token"]).fate is Fate.DROPPED

    assert browser.refresh(pair["refresh_token"]).status == (400 if accepted else 200)
    assert outcomes(browser)[-1][1] == ("reused" if accepted else "rotated")


def test_other_troubles_of_the_token_address(browser):
    pair = browser.sign_in()
    path = "/2/oauth2/token"
    for trouble in (
        Trouble(sort=Sort.UNREACHABLE, path=path),
        Trouble(sort=Sort.HTML, path=path, status=503, accepted=False),
        Trouble(sort=Sort.REFUSE, path=path, name="rate_limited"),
        Trouble(sort=Sort.LATE, path=path, seconds=9.0),
        Trouble(sort=Sort.LOSE_FIELD, path=path, name="refresh_token"),
        Trouble(sort=Sort.HALF_JSON, path=path),
    ):
        browser.x.script(trouble)

    assert browser.refresh(pair["refresh_token"]).fate is Fate.UNREACHABLE
    page = browser.refresh(pair["refresh_token"])
    assert (page.status, page.headers["content-type"][:9]) == (503, "text/html")
    assert browser.refresh(pair["refresh_token"]).status == 429
    late = browser.refresh(pair["refresh_token"])
    assert (late.status, late.delay) == (200, 9.0)
    lost = browser.refresh(late.json()["refresh_token"])
    assert "access_token" in lost.json()
    assert "refresh_token" not in lost.json()
    half = browser.exchange(browser.code())
    with pytest.raises(ValueError, match=r"Unterminated|Expecting"):
        json.loads(half.body)


def test_it_keeps_no_secret(tmp_path, clock):
    path = tmp_path / "practice.sqlite"
    x = open_practice(path, clock)
    browser = Browser(x)
    code = browser.code()
    pair = browser.exchange(code).json()
    again = browser.refresh(pair["refresh_token"]).json()
    log = json.dumps([asdict(line) for line in x.token_log()])
    pairs = [answer[name] for answer in (pair, again) for name in ("access_token", "refresh_token")]
    assert list(x.secrets_given()) == [code, *pairs]
    x.close()

    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    for answer in (pair, again):
        for name in ("access_token", "refresh_token"):
            assert answer[name].encode() not in kept
            assert answer[name] not in log
    assert code.encode() not in kept
    assert mark_of(code).encode() in kept


def test_two_of_them_give_the_same_and_remember_it(tmp_path, clock):
    answers = []
    for name in ("one", "other"):
        x = open_practice(tmp_path / name, clock, sample=False)
        browser = Browser(x)
        answers.append([browser.sign_in(), browser.sign_in()])
        x.close()
    assert answers[0] == answers[1]
    assert answers[0][0] != answers[0][1]

    again = open_practice(tmp_path / "one", clock)
    assert Browser(again).refresh(answers[0][0]["refresh_token"]).status == 200
    again.close()


class Tokens(RuleBasedStateMachine):
    """However tokens are sent, a refresh token opens once, and a second time ends its family."""

    def __init__(self):
        super().__init__()
        self.clock = SteppedClock(NOW)
        self.x = open_practice(":memory:", self.clock, sample=False)
        self.browser = Browser(self.x)
        self.families = []

    def teardown(self):
        self.x.close()

    @rule()
    def sign_in(self):
        self.families.append([self.browser.sign_in()])
        self.ended = getattr(self, "ended", set())

    @precondition(lambda self: self.families)
    @rule(data=st.data())
    def refresh(self, data):
        number = data.draw(st.integers(0, len(self.families) - 1))
        family = self.families[number]
        place = data.draw(st.integers(0, len(family) - 1))
        answer = self.browser.refresh(family[place]["refresh_token"])
        newest = place == len(family) - 1
        assert answer.status == (200 if newest and number not in self.ended else 400)
        if answer.status == 200:
            family.append(answer.json())
        elif not newest:
            self.ended.add(number)

    @rule(seconds=st.integers(0, 900))
    def wait(self, seconds):
        self.clock.advance(seconds)

    @invariant()
    def one_refresh_token_of_a_family_is_alive(self):
        alive = {mark for sort, mark in self.x.tokens_alive() if sort == "rt"}
        assert alive == {
            mark_of(family[-1]["refresh_token"])
            for number, family in enumerate(self.families)
            if number not in self.ended
        }


TestTokens = Tokens.TestCase


def test_its_client_id_is_there_from_the_start(browser):
    assert browser.sign_in()["access_token"]
    assert browser.x.set_app().client_id == CLIENT_ID
