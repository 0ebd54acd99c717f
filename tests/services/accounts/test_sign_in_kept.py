"""What X gave: kept once, kept later, or given back; and never told."""

from __future__ import annotations

import logging
import socket
from pathlib import Path

import pytest

from services.accounts.account import SignedIn, Way
from services.accounts.sign_in_try import SignInTry
from services.accounts.token_values import TokenPair
from services.errors import (
    AppError,
    KeychainTrouble,
    SignInProblem,
    StorageProblem,
    StorageTrouble,
)
from services.x_api.practice import CLIENT_ID
from tests.services.accounts.signing import PAGE, Signing, stopped

pytestmark = pytest.mark.loopback

SECOND_APP = "c2Vjb25kLWFwcC1vZi10aGUtc2hvcDoxOmNp"


def test_one_code_is_never_exchanged_twice(signing: Signing) -> None:
    begun = signing.begin()
    begun.take(signing.consent(begun))
    begun.wait()
    assert begun.over
    assert stopped(begun.wait) is SignInProblem.CODE_REFUSED
    assert stopped(begun.keep) is SignInProblem.CANCELLED
    assert len(signing.x.token_log()) == 1


def test_a_locked_store_is_noticed_before_the_browser_opens(signing: Signing) -> None:
    signing.keyring.refuses = True
    with pytest.raises(KeychainTrouble):
        signing.begin()


def locked_half_way(signing: Signing) -> SignInTry:
    begun = signing.begin()
    begun.take(signing.consent(begun))
    signing.keyring.refuses = True
    with pytest.raises(KeychainTrouble):
        begun.wait()
    assert signing.shop.accounts.get(signing.account_id).signed_in is SignedIn.NONE
    return begun


def test_a_store_locked_half_way_loses_nothing(signing: Signing) -> None:
    begun = locked_half_way(signing)
    with pytest.raises(KeychainTrouble):
        begun.keep()
    signing.keyring.refuses = False
    assert begun.keep().signed_in is SignedIn.YES
    assert signing.shop.tokens.knows(signing.account_id)


def test_a_store_locked_half_way_is_done_without_for_this_run(signing: Signing) -> None:
    begun = locked_half_way(signing)
    assert begun.keep(this_run_only=True).signed_in is SignedIn.YES
    assert signing.shop.tokens.of(signing.shop.accounts.get(signing.account_id)).get()
    assert not signing.keyring.secrets


def test_what_is_not_kept_is_given_back_to_x(signing: Signing) -> None:
    begun = locked_half_way(signing)
    begun.give_back()
    assert signing.x.tokens_alive() == ()
    assert stopped(begun.keep) is SignInProblem.CANCELLED


def test_for_this_run_the_store_is_never_asked(signing: Signing) -> None:
    signing.keyring.refuses = True
    begun = signing.begin(this_run_only=True)
    begun.take(signing.consent(begun))
    assert begun.wait().signed_in is SignedIn.YES
    assert not signing.keyring.kept


def test_cancelled_in_the_midst_of_the_exchange(signing: Signing) -> None:
    """X has given a pair by then: it is given back, and the account stands as it did."""
    begun = signing.begin()
    begun.take(signing.consent(begun))
    exchange = signing.shop.token_calls.exchange

    def cancelled_meanwhile(code: str, **fields: str) -> TokenPair:
        pair = exchange(code, **fields)
        begun.cancel()
        return pair

    signing.shop.token_calls.exchange = cancelled_meanwhile  # type: ignore[method-assign]  # in between
    assert stopped(begun.wait) is SignInProblem.CANCELLED
    assert signing.x.tokens_alive() == ()
    assert signing.shop.accounts.get(signing.account_id).way is Way.BY_HAND
    assert not signing.keyring.kept


def test_signing_in_again_keeps_the_account(signing: Signing) -> None:
    signing.sign_in()
    before = signing.shop.proofs.prove(signing.account_id).account
    signing.sign_in()
    after = signing.shop.accounts.get(signing.account_id)
    assert (after.x_user_id, after.handle) == (before.x_user_id, before.handle)
    assert after.unproven
    assert signing.shop.proofs.prove(signing.account_id).works


def test_nothing_secret_is_ever_told(signing: Signing, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    begun = signing.begin()
    address = signing.consent(begun)
    said = [repr(begun), repr(begun._secrets)]
    for wrong in (address.replace("state=", "state=x"), address.replace("code=", "cod=")):
        with pytest.raises(AppError) as told:
            begun.take(wrong)
        said.append(f"{told.value!r} {told.value.detail}")
    begun.take(address)
    said.append(repr(begun._answer))
    signing.keyring.refuses = True
    with pytest.raises(KeychainTrouble) as kept:
        begun.wait()
    said += [f"{kept.value!r} {kept.value.detail}", repr(begun._pair), caplog.text]
    secrets = (*signing.x.secrets_given(), begun._secrets.state, begun._secrets.verifier)
    assert len(secrets) == 5
    assert not [secret for secret in secrets if any(secret in words for words in said)]


def test_killed_between_the_pair_and_its_app_the_account_lives(
    signing: Signing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The owner signed in again with another app, and the program died before it was noted."""
    signing.sign_in()
    shop = signing.shop
    signing.x.set_app(SECOND_APP)
    begun = signing.shop.sign_ins.begin(signing.account_id, client_id=SECOND_APP, page=PAGE)
    signing.x.set_app(SECOND_APP, callbacks=[begun.redirect_uri])
    begun.take(signing.consent(begun))

    def killed(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(shop.accounts, "set_client_id", killed)
    with pytest.raises(KeyboardInterrupt):
        begun.wait()
    account = shop.accounts.get(signing.account_id)
    assert account.client_id == CLIENT_ID
    signing.clock.advance(7_201)
    assert shop.tokens.of(account).get()
    assert shop.accounts.get(signing.account_id).signed_in is SignedIn.YES
    assert shop.proofs.prove(signing.account_id).works


def test_a_disk_that_refuses_while_it_is_kept_is_asked_again(
    signing: Signing, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    accounts = signing.shop.accounts
    begun = signing.begin()
    begun.take(signing.consent(begun))

    def locked(*_args: object) -> None:
        raise StorageTrouble(StorageProblem.LOCKED, tmp_path)

    with monkeypatch.context() as busy:
        busy.setattr(accounts, "set_way", locked)
        with pytest.raises(StorageTrouble):
            begun.wait()
    half_way = accounts.get(signing.account_id)
    assert (half_way.client_id, half_way.signed_in) == (None, SignedIn.NONE)
    assert begun.keep().signed_in is SignedIn.YES
    assert signing.shop.proofs.prove(signing.account_id).works


def test_our_own_listener_is_no_other_program(signing: Signing) -> None:
    """It shows its page for some seconds more; the next try takes its port back."""
    begun = signing.begin()
    begun.take(signing.consent(begun))
    begun.wait()
    assert begun.listens
    assert signing.shop.sign_ins.taken_ports((begun.port,)) == ()
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert signing.shop.sign_ins.taken_ports((begun.port, port)) == (port,)
