"""A sign-in that nothing here opens any more is remembered, and forgotten when something does."""

from __future__ import annotations

from pathlib import Path

import pytest

from services.accounts.account import SignedIn
from services.errors import (
    KeychainTrouble,
    RenewalLost,
    ServerTrouble,
    SignInEnded,
    SignInNeeded,
    StorageProblem,
    StorageTrouble,
)
from services.x_api.practice import Sort
from tests.services.accounts.token_shop import SignedInShop


def stands(signed: SignedInShop) -> SignedIn:
    return signed.account.signed_in


def lose_an_answer(signed: SignedInShop) -> None:
    signed.over()
    signed.next_call(Sort.DROP)
    with pytest.raises(RenewalLost):
        signed.tokens().get(signed.id)


def test_a_renewal_whose_answer_was_lost_is_remembered(signed: SignedInShop) -> None:
    lose_an_answer(signed)
    assert stands(signed) == SignedIn.LOST
    with pytest.raises(RenewalLost):
        signed.tokens().get(signed.id)
    assert stands(signed) == SignedIn.LOST


def test_it_is_not_lost_while_its_last_token_lives(signed: SignedInShop) -> None:
    signed.nearly_over()
    signed.next_call(Sort.DROP)
    tokens = signed.tokens()
    assert tokens.get(signed.id) == signed.access
    assert stands(signed) == SignedIn.YES
    signed.clock.advance(120)
    with pytest.raises(RenewalLost):
        tokens.get(signed.id)
    assert stands(signed) == SignedIn.LOST


def test_one_refusal_of_a_token_that_lives_loses_nothing(signed: SignedInShop) -> None:
    signed.next_call(Sort.DROP)
    tokens = signed.tokens()
    with pytest.raises(RenewalLost):
        tokens.renew(signed.id, tokens.get(signed.id))
    assert stands(signed) == SignedIn.YES


def test_an_emptied_keyring_is_remembered_until_its_entries_are_back(signed: SignedInShop) -> None:
    kept = dict(signed.keyring.kept)
    signed.keyring.kept.clear()
    tokens = signed.tokens()
    with pytest.raises(SignInNeeded):
        tokens.get(signed.id)
    assert stands(signed) == SignedIn.LOST
    signed.keyring.kept.update(kept)
    assert tokens.get(signed.id) == signed.access
    assert stands(signed) == SignedIn.YES


def test_a_sign_in_of_one_run_is_lost_with_it(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    signed.sign_in(tokens, this_run_only=True)
    tokens.get(signed.id)
    with pytest.raises(SignInNeeded):
        signed.tokens().get(signed.id)
    assert stands(signed) == SignedIn.LOST


def test_signing_in_again_finds_it_again(signed: SignedInShop) -> None:
    lose_an_answer(signed)
    tokens = signed.tokens()
    tokens.keep(signed.id, signed.pair())
    assert tokens.get(signed.id) == signed.access
    assert stands(signed) == SignedIn.YES


def test_of_one_run_only_no_used_token_stays_behind(signed: SignedInShop) -> None:
    lose_an_answer(signed)
    signed.sign_in(signed.tokens(), this_run_only=True)
    assert signed.keyring.kept == {}


def test_who_never_signed_in_has_lost_nothing(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    tokens.forget(signed.id)
    for over in (SignedIn.NONE, SignedIn.ENDED):
        signed.accounts.set_signed_in(signed.id, over)
        with pytest.raises(SignInNeeded):
            tokens.get(signed.id)
        assert stands(signed) == over


def test_trouble_that_passes_is_no_loss(signed: SignedInShop) -> None:
    signed.over()
    signed.next_call(Sort.HTML, status=503, accepted=False)
    tokens = signed.tokens()
    with pytest.raises(ServerTrouble):
        tokens.get(signed.id)
    assert stands(signed) == SignedIn.YES
    signed.keyring.refuses = lambda _name, _secret: True
    signed.clock.advance(3_600)
    with pytest.raises(KeychainTrouble):
        tokens.get(signed.id)
    assert stands(signed) == SignedIn.YES


def test_xs_own_word_outlives_it(signed: SignedInShop) -> None:
    kept = signed.kept("refresh_token")
    assert kept is not None
    for token in (kept, signed.access):
        signed.tokens()._calls.revoke(token, client_id=signed.account.client_id or "")
    signed.over()
    with pytest.raises(SignInEnded):
        signed.tokens().get(signed.id)
    with pytest.raises(SignInNeeded):
        signed.tokens().get(signed.id)
    assert stands(signed) == SignedIn.ENDED


def test_a_disk_that_refuses_to_remember_changes_no_answer(
    signed: SignedInShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    lose_an_answer(signed)

    def refuse(*_args: object) -> None:
        raise StorageTrouble(StorageProblem.FULL, Path("shop.db"))

    monkeypatch.setattr(signed.accounts, "set_signed_in", refuse)
    with pytest.raises(RenewalLost):
        signed.tokens().get(signed.id)
    tokens = signed.tokens()
    tokens.keep(signed.id, signed.pair())
    assert tokens.get(signed.id) == signed.access
