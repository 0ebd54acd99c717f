"""A disk or keyring that does not take what X gave; tokens for one run; signing out."""

from __future__ import annotations

import pytest

from services.accounts.account import SignedIn
from services.errors import (
    KeychainTrouble,
    Offline,
    RenewalLost,
    ServerTrouble,
    SignInEnded,
    SignInNeeded,
    StorageProblem,
    StorageTrouble,
)
from services.x_api.practice import Sort, Trouble
from tests.services.accounts.token_shop import SignedInShop


def test_what_cannot_be_written_down_does_not_leave(
    signed: SignedInShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokens = signed.tokens()
    signed.over()

    def full(*_args: object) -> None:
        raise StorageTrouble(StorageProblem.FULL, signed._paths.database)

    with monkeypatch.context() as context:
        context.setattr(tokens._renewals, "begin", full)
        with pytest.raises(StorageTrouble):
            tokens.get(signed.id)

    assert signed.renewals() == []
    assert signed.x_takes(tokens.get(signed.id))


def test_a_refusal_that_cannot_be_written_down_loses_nothing(
    signed: SignedInShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokens = signed.tokens()
    signed.over()
    signed.next_call(Sort.REFUSE, name="unavailable")

    def full(*_args: object) -> None:
        raise StorageTrouble(StorageProblem.FULL, signed._paths.database)

    with monkeypatch.context() as context:
        context.setattr(tokens._renewals, "end", full)
        with pytest.raises(StorageTrouble):
            tokens.get(signed.id)
    assert signed.standing() is not None

    signed.clock.advance(60)
    assert signed.x_takes(tokens.get(signed.id))
    assert signed.renewals() == ["rotated"]


@pytest.mark.parametrize("entry", ["refresh_token", "access_token"])
def test_what_the_keyring_does_not_take_is_used_when_it_does(
    signed: SignedInShop, entry: str
) -> None:
    tokens = signed.tokens()
    signed.over()
    signed.keyring.refuses = lambda name, _secret: name.endswith(entry)

    for _ in range(3):
        with pytest.raises(KeychainTrouble):
            tokens.get(signed.id)
    assert tokens.knows(signed.id)

    signed.keyring.refuses = lambda _name, _secret: False
    access = tokens.get(signed.id)
    assert access == signed.access
    assert signed.x_takes(access)
    assert signed.is_xs_current(signed.kept("refresh_token"))
    assert signed.standing() is None
    assert signed.renewals() == ["rotated"]


def test_a_pair_the_keyring_never_took_is_not_asked_for_by_others(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    signed.over()
    signed.keyring.refuses = lambda name, _secret: "sent_token" not in name
    with pytest.raises(KeychainTrouble):
        tokens.get(signed.id)
    signed.keyring.refuses = lambda _name, _secret: False

    with pytest.raises(RenewalLost):
        signed.tokens().get(signed.id)

    assert signed.renewals() == ["rotated"]
    assert signed.x_takes(tokens.get(signed.id))


def test_an_unkept_pair_never_goes_over_that_of_a_later_sign_in(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    signed.over()
    signed.keyring.refuses = lambda _name, _secret: True
    with pytest.raises(KeychainTrouble):
        tokens.get(signed.id)
    signed.keyring.refuses = lambda _name, _secret: False

    signed.sign_in(signed.tokens())
    later = signed.kept("refresh_token")

    assert tokens.get(signed.id) == signed.access
    assert signed.kept("refresh_token") == later


def test_an_unkept_pair_does_not_come_back_after_signing_out_elsewhere(
    signed: SignedInShop,
) -> None:
    tokens = signed.tokens()
    signed.over()
    signed.keyring.refuses = lambda _name, _secret: True
    with pytest.raises(KeychainTrouble):
        tokens.get(signed.id)
    signed.keyring.refuses = lambda _name, _secret: False

    signed.tokens().sign_out(signed.account)

    with pytest.raises(SignInNeeded):
        tokens.get(signed.id)
    assert signed.keyring.kept == {}


def test_for_this_run_only_nothing_is_written_anywhere(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    signed.sign_in(tokens, this_run_only=True)
    assert signed.keyring.kept == {}

    first = tokens.get(signed.id)
    signed.nearly_over()
    second = tokens.get(signed.id)

    assert first != second
    assert signed.x_takes(second)
    assert signed.keyring.kept == {}
    assert tokens.knows(signed.id)
    with pytest.raises(SignInNeeded):
        signed.tokens().get(signed.id)


def test_for_this_run_only_works_without_any_keyring(signed: SignedInShop) -> None:
    signed.keyring.refuses = lambda _name, _secret: True
    tokens = signed.tokens()

    signed.sign_in(tokens, this_run_only=True)
    signed.nearly_over()

    assert signed.x_takes(tokens.get(signed.id))


def test_for_this_run_only_a_locked_keyring_is_not_asked_at_all(signed: SignedInShop) -> None:
    signed.accounts.set_signed_in(signed.id, SignedIn.NONE)
    signed.keyring.kept.clear()
    asked: list[str] = []
    signed.keyring.refuses = lambda name, _secret: bool(asked.append(name)) or True
    tokens = signed.tokens()

    signed.sign_in(tokens, this_run_only=True)
    signed.nearly_over()
    access = tokens.get(signed.id)

    assert asked == []
    tokens.sign_out(signed.account)
    assert not signed.x_takes(access)
    assert not tokens.knows(signed.id)


def test_signing_in_for_good_ends_this_run_only(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    signed.sign_in(tokens, this_run_only=True)
    signed.sign_in(tokens)

    assert signed.tokens().get(signed.id) == tokens.get(signed.id)


def test_a_sign_in_without_a_refresh_token_lasts_as_long_as_its_token(
    signed: SignedInShop,
) -> None:
    tokens = signed.tokens()
    signed.sign_in(tokens, scope="tweet.read users.read")
    assert signed.kept("refresh_token") is None

    signed.nearly_over()
    assert tokens.get(signed.id) == signed.access
    signed.clock.advance(61)
    with pytest.raises(SignInNeeded):
        tokens.get(signed.id)


def test_signing_out_revokes_both_and_removes_them(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    access = tokens.get(signed.id)

    tokens.sign_out(signed.account)

    assert not signed.x_takes(access)
    assert signed.x.tokens_alive() == ()
    assert signed.keyring.kept == {}
    assert signed.account.signed_in is SignedIn.NONE
    with pytest.raises(SignInNeeded):
        tokens.get(signed.id)


@pytest.mark.parametrize("reached", [0, 1])
@pytest.mark.parametrize("sort", [Sort.UNREACHABLE, Sort.DROP])
def test_a_sign_out_that_x_does_not_hear_of_leaves_the_account_signed_in(
    signed: SignedInShop, sort: Sort, reached: int
) -> None:
    tokens = signed.tokens()
    for number in range(reached + 1):
        trouble = sort if number == reached else Sort.LAG
        signed.x.script(_at_revoke(trouble))

    with pytest.raises((Offline, ServerTrouble)):
        tokens.sign_out(signed.account)

    assert signed.account.signed_in is SignedIn.YES
    assert tokens.knows(signed.id)
    tokens.sign_out(signed.account)
    assert signed.keyring.kept == {}
    assert not [mark for sort_, mark in signed.x.tokens_alive() if sort_ == "rt"]


def test_a_keyring_that_does_not_let_go_is_told_and_the_token_not_sent_again(
    signed: SignedInShop,
) -> None:
    tokens = signed.tokens()
    signed.keyring.refuses = lambda _name, secret: secret is None

    with pytest.raises(KeychainTrouble):
        tokens.sign_out(signed.account)

    assert signed.x.tokens_alive() == ()
    signed.over()
    with pytest.raises(SignInEnded):
        tokens.get(signed.id)
    assert signed.renewals() == []
    signed.keyring.refuses = lambda _name, _secret: False
    tokens.sign_out(signed.account)
    assert signed.keyring.kept == {}
    assert signed.account.signed_in is SignedIn.NONE


def test_an_app_that_is_gone_from_x_can_still_be_signed_out_of(signed: SignedInShop) -> None:
    signed.accounts.set_client_id(signed.id, "gone-from-x")

    signed.tokens().sign_out(signed.account)

    assert signed.keyring.kept == {}


@pytest.mark.parametrize("taken", [True, False])
def test_signing_out_ends_at_x_what_is_in_doubt_without_using_it(
    signed: SignedInShop, taken: bool
) -> None:
    tokens = signed.tokens()
    signed.over()
    signed.next_call(Sort.DROP, accepted=taken)
    with pytest.raises(RenewalLost):
        tokens.get(signed.id)
    held = signed.kept("refresh_token")
    renewals = signed.renewals()

    tokens.sign_out(signed.account)

    assert not signed.is_xs_current(held)
    assert signed.renewals() == renewals
    assert [line.grant for line in signed.x.token_log()][-1] == "revoke"
    assert signed.keyring.kept == {}


def test_forgetting_asks_x_nothing(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    before = signed.x.token_log()

    tokens.forget(signed.id)

    assert signed.x.token_log() == before
    assert signed.keyring.kept == {}
    assert not tokens.knows(signed.id)


def _at_revoke(sort: Sort) -> Trouble:
    return Trouble(sort=sort, path="/2/oauth2/revoke")
