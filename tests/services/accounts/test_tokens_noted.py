"""What the token address said last is noted for the Health page, and never a token."""

from __future__ import annotations

from typing import Any

import pytest

from services.accounts.account import SignedIn, Way
from services.accounts.token_calls import TokenCalls
from services.accounts.token_values import TokenPair
from services.accounts.tokens import Tokens
from services.clock import SteppedClock
from services.errors import AppError, Offline, SignInEnded
from services.x_api.last_answers import REVOKE_CALL, TOKEN_CALL, LastAnswers
from services.x_api.practice import CLIENT_ID, PracticeX, open_practice
from services.x_api.practice.adapter import PracticeAdapter
from services.x_api.practice.script import Sort, Trouble
from services.x_api.transport import HOST
from tests.services.x_api.practice.consent import Browser
from tests.signing_in import InMemory

NOW = 1_795_168_800


class Noted:
    def __init__(self, shop: Any, x: PracticeX) -> None:
        from services.accounts.keychain import Keychain

        self.shop, self.x = shop, x
        shop.accounts.active()
        self.id = shop.accounts.start_own_shop(handle="tea", zone="UTC").id
        shop.accounts.set_way(self.id, Way.CONNECTED)
        shop.accounts.set_client_id(self.id, CLIENT_ID)
        shop.accounts.set_signed_in(self.id, SignedIn.YES)
        backend: Any = InMemory()
        self.tokens = Tokens(
            Keychain("Shoplark", backend=backend),
            shop.database,
            shop.clock,
            shop.paths,
            TokenCalls(HOST, shop.clock, adapter=lambda: PracticeAdapter(x)),
            accounts=shop.accounts,
        )
        given = Browser(x).sign_in()
        scopes = frozenset(given["scope"].split())
        pair = TokenPair(given["access_token"], given["refresh_token"], NOW + 7_200, scopes)
        self.tokens.keep(self.id, pair)

    def last(self, call: str) -> tuple[int | None, str]:
        kept = LastAnswers(self.shop.database, self.shop.clock, self.id).all()
        one = next(one for one in kept if one.call == call)
        return one.status, one.trouble


@pytest.fixture
def x(clock: SteppedClock) -> Any:
    opened = open_practice(":memory:", clock)
    yield opened
    opened.close()


@pytest.fixture
def noted(shop: Any, x: PracticeX) -> Noted:
    return Noted(shop, x)


def test_a_renewal_is_noted_when_its_tokens_are_kept(noted: Noted, clock: SteppedClock) -> None:
    clock.advance(7_200)
    noted.tokens.get(noted.id)
    assert noted.last(TOKEN_CALL) == (200, "")


def test_a_renewal_that_failed_is_noted_with_why(noted: Noted, clock: SteppedClock) -> None:
    clock.advance(7_200)
    noted.x.script(Trouble(sort=Sort.UNREACHABLE, path="/2/oauth2/token"))
    with pytest.raises(Offline):
        noted.tokens.get(noted.id)
    assert noted.last(TOKEN_CALL) == (None, "Offline")
    noted.x.script(Trouble(sort=Sort.HTML, path="/2/oauth2/token", status=503, accepted=False))
    clock.advance(3_600)
    with pytest.raises(AppError):
        noted.tokens.get(noted.id)
    assert noted.last(TOKEN_CALL) == (503, "ServerTrouble")


def test_xs_definite_no_is_noted(noted: Noted, clock: SteppedClock) -> None:
    clock.advance(400 * 86_400)
    with pytest.raises(SignInEnded):
        noted.tokens.get(noted.id)
    assert noted.last(TOKEN_CALL) == (400, "SignInEnded")


def test_a_sign_out_that_could_not_be_made_is_noted(noted: Noted) -> None:
    noted.x.script(Trouble(sort=Sort.UNREACHABLE, path="/2/oauth2/revoke"))
    with pytest.raises(Offline):
        noted.tokens.sign_out(noted.shop.accounts.get(noted.id))
    assert noted.last(REVOKE_CALL) == (None, "Offline")


def test_no_token_is_in_what_is_noted(noted: Noted, clock: SteppedClock) -> None:
    clock.advance(7_200)
    noted.tokens.get(noted.id)
    rows = noted.shop.database.connection.execute("SELECT * FROM last_answer").fetchall()
    told = repr([tuple(row) for row in rows])
    assert rows
    assert not [secret for secret in noted.x.secrets_given() if secret in told]
