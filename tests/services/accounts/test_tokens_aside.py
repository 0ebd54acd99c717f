"""A sign-in that another takes the place of can be put back until X has named the account."""

from __future__ import annotations

import pytest

from services.accounts.account import SignedIn
from services.accounts.token_entries import ASIDE
from services.errors import KeychainTrouble, RenewalLost
from services.x_api.practice import Sort, Trouble
from tests.services.accounts.token_shop import SignedInShop


def refresh_tokens(signed: SignedInShop) -> int:
    return [sort for sort, _ in signed.x.tokens_alive()].count("rt")


def sign_in(signed: SignedInShop, *, this_run_only: bool = False) -> None:
    """As the try does it: X has not said yet who it is."""
    account = signed.account
    aside = account.signed_in.unended and not account.unproven
    signed.accounts.set_unproven(signed.id, True)
    tokens = signed.tokens()
    tokens.keep(signed.id, signed.pair(), this_run_only=this_run_only, aside=aside)
    signed.accounts.set_signed_in(signed.id, SignedIn.YES)
    tokens.end_replaced(signed.id)


@pytest.mark.parametrize("times", [1, 2, 3])
def test_it_comes_back_however_often_somebody_else_signed_in(
    signed: SignedInShop, times: int
) -> None:
    mine = signed.kept("refresh_token")
    for _ in range(times):
        sign_in(signed)
    tokens = signed.tokens()

    assert tokens.put_back(signed.account)

    assert signed.kept("refresh_token") == mine
    assert signed.kept(ASIDE) is None
    assert not signed.account.unproven
    assert refresh_tokens(signed) == 1
    signed.over()
    assert signed.x_takes(tokens.get(signed.id))
    assert not tokens.put_back(signed.account)


def test_it_comes_back_after_a_sign_in_for_one_run(signed: SignedInShop) -> None:
    mine = signed.kept("refresh_token")
    sign_in(signed, this_run_only=True)
    assert signed.kept("refresh_token") is None

    assert signed.tokens().put_back(signed.account)
    assert signed.kept("refresh_token") == mine


def test_what_x_has_named_ends_the_one_before(signed: SignedInShop) -> None:
    mine = signed.kept("refresh_token")
    sign_in(signed)
    signed.tokens().settle(signed.id)
    assert signed.is_xs_current(mine)

    signed.accounts.set_unproven(signed.id, False)
    signed.tokens().settle(signed.id)

    assert not signed.is_xs_current(mine)
    assert signed.kept(ASIDE) is None
    assert not signed.tokens().put_back(signed.account)


def test_what_nobody_settled_a_renewal_does(signed: SignedInShop) -> None:
    mine = signed.kept("refresh_token")
    sign_in(signed)
    signed.accounts.set_unproven(signed.id, False)
    signed.x.script(Trouble(sort=Sort.UNREACHABLE, path="/2/oauth2/revoke"))
    for current in (True, False):
        signed.over()
        assert signed.x_takes(signed.tokens().get(signed.id))
        assert signed.is_xs_current(mine) is current
    assert signed.kept(ASIDE) is None


def test_what_is_in_doubt_never_comes_back(signed: SignedInShop) -> None:
    signed.over()
    signed.next_call(Sort.DROP, accepted=False)
    with pytest.raises(RenewalLost):
        signed.tokens().get(signed.id)
    sign_in(signed)

    assert not signed.tokens().put_back(signed.account)
    assert refresh_tokens(signed) == 1


def test_a_sign_in_that_could_not_be_kept_ends_nothing(signed: SignedInShop) -> None:
    mine = signed.kept("refresh_token")
    signed.keyring.refuses = lambda name, secret: secret is not None and ASIDE not in name
    for _ in range(2):
        with pytest.raises(KeychainTrouble):
            sign_in(signed)
    signed.keyring.refuses = lambda _name, _secret: False
    signed.accounts.set_unproven(signed.id, False)

    assert signed.kept("refresh_token") == mine
    signed.over()
    assert signed.x_takes(signed.tokens().get(signed.id))
    assert signed.kept(ASIDE) is None
    assert "reused" not in signed.renewals()


@pytest.mark.parametrize("writes", range(2))
@pytest.mark.parametrize("deletes", range(3))
def test_killed_while_it_is_put_back_it_is_there_all_the_same(
    signed: SignedInShop, writes: int, deletes: int
) -> None:
    sign_in(signed)
    left = {"write": writes, "delete": deletes}
    keyring = signed.keyring

    def refuses(_name: str, secret: str | None) -> bool:
        kind = "delete" if secret is None else "write"
        left[kind] -= 1
        return left[kind] < 0

    keyring.refuses = refuses
    try:
        done = signed.tokens().put_back(signed.account)
    except KeychainTrouble:
        done = False
    keyring.refuses = lambda _name, _secret: False

    assert done or signed.tokens().put_back(signed.account)
    signed.over()
    assert signed.x_takes(signed.tokens().get(signed.id))
    assert "reused" not in signed.renewals()


def test_signing_out_ends_both(signed: SignedInShop) -> None:
    sign_in(signed)
    signed.tokens().sign_out(signed.account)

    assert refresh_tokens(signed) == 0
    assert signed.keyring.kept == {}
