"""An account that is signed in at X and at another X in its place: neither knows of the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from services.accounts.keychain import Keychain
from services.accounts.token_calls import TokenCalls
from services.accounts.token_entries import place_of
from services.accounts.token_values import TokenPair
from services.accounts.tokens import Tokens
from services.clock import SteppedClock
from services.errors import RenewalLost
from services.x_api.practice import CLIENT_ID, PracticeX, Sort, Trouble, open_practice
from services.x_api.practice.adapter import PracticeAdapter
from services.x_api.transport import HOST
from tests.services.accounts.token_shop import TOKEN_PATH, SignedInShop
from tests.services.x_api.practice.consent import Browser

ELSEWHERE = "https://127.0.0.1:8443"


@pytest.fixture
def other_x(clock: SteppedClock) -> Iterator[PracticeX]:
    x = open_practice(":memory:", clock, sample=False)
    yield x
    x.close()


@pytest.fixture
def elsewhere(signed: SignedInShop, other_x: PracticeX) -> Tokens:
    keyring: Any = signed.keyring
    tokens = Tokens(
        Keychain("Shoplark", backend=keyring),
        signed._database,
        signed.clock,
        signed._paths,
        TokenCalls(ELSEWHERE, signed.clock, adapter=lambda: PracticeAdapter(other_x)),
        accounts=signed.accounts,
    )
    told = Browser(other_x).sign_in()
    ends_at = signed.clock.now() + int(told["expires_in"])
    scopes = frozenset(told["scope"].split())
    tokens.keep(
        signed.id,
        TokenPair(told["access_token"], told["refresh_token"], ends_at, scopes, CLIENT_ID),
    )
    return tokens


def test_x_itself_has_no_place_of_its_own() -> None:
    assert place_of(HOST) == ""
    assert place_of(ELSEWHERE) == "127.0.0.1:8443"


def test_what_was_lost_at_x_stays_lost_whatever_another_answers(
    signed: SignedInShop, elsewhere: Tokens
) -> None:
    signed.over()
    signed.next_call(Sort.DROP)
    with pytest.raises(RenewalLost):
        signed.tokens().get(signed.id)

    assert elsewhere.get(signed.id)
    with pytest.raises(RenewalLost):
        signed.tokens().get(signed.id)
    assert signed.renewals() == ["rotated"]


def test_what_was_lost_elsewhere_does_not_stop_x(
    signed: SignedInShop, elsewhere: Tokens, other_x: PracticeX
) -> None:
    signed.over()
    other_x.script(Trouble(sort=Sort.DROP, path=TOKEN_PATH))
    with pytest.raises(RenewalLost):
        elsewhere.get(signed.id)

    assert signed.x_takes(signed.tokens().get(signed.id))
    with pytest.raises(RenewalLost):
        elsewhere.get(signed.id)


def test_signing_out_at_one_leaves_the_other(signed: SignedInShop, elsewhere: Tokens) -> None:
    signed.tokens().forget(signed.id)

    assert elsewhere.knows(signed.id)
    assert not signed.tokens().knows(signed.id)
