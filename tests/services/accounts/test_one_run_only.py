"""Signed in until Shoplark ends: over in the next run, whatever its keyring says."""

from __future__ import annotations

import pytest

from services.accounts.account import Account, SignedIn, Way
from services.accounts.accounts import Accounts
from services.errors import KeychainProblem, KeychainTrouble, SignInNeeded
from tests.services.accounts.signing import Signing

pytestmark = pytest.mark.loopback


def signed_in_for_this_run(signing: Signing) -> None:
    begun = signing.begin(this_run_only=True)
    begun.take(signing.consent(begun))
    begun.wait()


def in_the_next_run(signing: Signing) -> Accounts:
    shop = signing.shop
    return Accounts(shop.database, signing.clock, shop.settings, shop.paths)


def account_of(signing: Signing) -> Account:
    return signing.shop.accounts.get(signing.account_id)


def test_in_its_own_run_it_is_as_good_as_any(signing: Signing) -> None:
    signed_in_for_this_run(signing)
    assert account_of(signing).signed_in is SignedIn.YES
    assert not account_of(signing).run_is_over
    assert signing.shop.tokens.of(account_of(signing)).get()


def test_the_next_run_knows_at_once_that_it_is_over(signing: Signing) -> None:
    signed_in_for_this_run(signing)
    next_run = in_the_next_run(signing)
    for found in (next_run.get(signing.account_id), next_run.active(), next_run.all()[0]):
        assert (found.way, found.signed_in) == (Way.CONNECTED, SignedIn.LOST)
        assert found.waits_for_sign_in
        assert found.run_is_over
    # Another process on the folder changes nothing of this one.
    assert account_of(signing).signed_in is SignedIn.YES


def test_kept_for_good_it_outlives_its_run(signing: Signing) -> None:
    signed_in_for_this_run(signing)
    signing.sign_in()
    assert in_the_next_run(signing).get(signing.account_id).signed_in is SignedIn.YES


def test_signed_in_again_it_is_over_no_more(signing: Signing) -> None:
    signed_in_for_this_run(signing)
    signing.shop.accounts = in_the_next_run(signing)
    signing.shop.accounts.set_signed_in(signing.account_id, SignedIn.YES)
    found = account_of(signing)
    assert (found.signed_in, found.run_only) == (SignedIn.YES, False)


def test_the_missing_store_is_not_to_blame_for_it(
    signing: Signing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A store that is put right has nothing that opens it either: only a sign-in helps."""
    signed_in_for_this_run(signing)
    shop = signing.shop

    def missing(*_args: object) -> None:
        raise KeychainTrouble(KeychainProblem.MISSING)

    for each in ("read", "write", "delete"):
        monkeypatch.setattr(shop.keychain, each, missing)
    shop.accounts._this_run.clear()
    shop.tokens._entries._memory.clear()
    shop.tokens._known.clear()
    source = shop.tokens.of(account_of(signing))
    with pytest.raises(SignInNeeded):
        source.get()
    assert shop.sign_out.everywhere(signing.account_id).way is Way.BY_HAND
