"""A sign-in in the place of another: what was given before is ended at X, and never comes back."""

from __future__ import annotations

import pytest

from services.accounts.account import SignedIn
from services.errors import KeychainTrouble, RenewalLost, SignInNeeded
from services.x_api.practice import Sort, Trouble
from tests.services.accounts.signing import Signing
from tests.services.accounts.token_shop import SignedInShop

OTHER_APP = "b3RoZXItYXBwLWZvci10ZWE6MTpjaQ"


class Killed(BaseException):
    """The program ends here."""


@pytest.mark.loopback
def test_signing_in_again_leaves_one_sign_in_alive_at_x(signing: Signing) -> None:
    for _ in range(3):
        signing.sign_in()
        signing.shop.proofs.prove(signing.account_id)
        assert [sort for sort, _ in signing.x.tokens_alive()].count("rt") == 1

    signing.sign_in()
    signing.sign_in()
    signing.shop.tokens.sign_out(signing.shop.accounts.get(signing.account_id))
    assert "rt" not in [sort for sort, _ in signing.x.tokens_alive()]
    assert signing.keyring.kept == {}


@pytest.mark.loopback
def test_an_x_that_does_not_hear_of_it_does_not_spoil_the_sign_in(signing: Signing) -> None:
    signing.sign_in()
    signing.x.script(Trouble(sort=Sort.UNREACHABLE, path="/2/oauth2/revoke", times=2))
    signing.sign_in()

    account = signing.shop.accounts.get(signing.account_id)
    assert account.signed_in is SignedIn.YES
    assert signing.shop.tokens.get(account.id)


def test_another_app_is_revoked_as_the_app_it_was_given_to(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    before = signed.kept("refresh_token")
    signed.x.set_app(OTHER_APP)
    signed.accounts.set_client_id(signed.id, OTHER_APP)

    signed.sign_in(tokens)
    tokens.end_replaced(signed.id)

    assert not signed.is_xs_current(before)
    assert signed.is_xs_current(signed.kept("refresh_token"))


def test_what_is_in_doubt_is_ended_by_signing_in_again(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    signed.over()
    signed.next_call(Sort.DROP, accepted=False)
    with pytest.raises(RenewalLost):
        tokens.get(signed.id)

    signed.sign_in(tokens)
    tokens.end_replaced(signed.id)

    assert len([sort for sort, _ in signed.x.tokens_alive() if sort == "rt"]) == 1
    assert signed.is_xs_current(signed.kept("refresh_token"))


def test_a_pair_that_only_went_in_half_is_not_ended_when_it_is_kept_at_last(
    signed: SignedInShop,
) -> None:
    tokens = signed.tokens()
    before, pair = signed.kept("refresh_token"), signed.pair()
    signed.keyring.refuses = lambda name, secret: secret is not None and "access" in name
    with pytest.raises(KeychainTrouble):
        tokens.keep(signed.id, pair)
    signed.keyring.refuses = lambda _name, _secret: False

    tokens.keep(signed.id, pair)
    tokens.end_replaced(signed.id)

    assert not signed.is_xs_current(before)
    assert signed.is_xs_current(pair.refresh)
    assert signed.x_takes(tokens.get(signed.id))


def test_a_pair_that_went_in_half_goes_when_it_is_for_this_run_only(signed: SignedInShop) -> None:
    signed.accounts.set_signed_in(signed.id, SignedIn.NONE)
    signed.keyring.kept.clear()
    tokens, pair = signed.tokens(), signed.pair()
    signed.keyring.refuses = lambda name, secret: secret is not None and "access" in name
    with pytest.raises(KeychainTrouble):
        tokens.keep(signed.id, pair)

    tokens.keep(signed.id, pair, this_run_only=True)
    signed.accounts.set_signed_in(signed.id, SignedIn.YES)

    assert signed.keyring.kept == {}
    assert signed.x_takes(tokens.get(signed.id))


def test_keeping_for_good_in_vain_leaves_the_sign_in_of_this_run(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    signed.sign_in(tokens, this_run_only=True)
    access = tokens.get(signed.id)
    signed.keyring.refuses = lambda _name, secret: secret is not None

    with pytest.raises(KeychainTrouble):
        tokens.keep(signed.id, signed.pair())

    assert tokens.get(signed.id) == access
    signed.nearly_over()
    assert signed.x_takes(tokens.get(signed.id))


def test_keeping_one_without_a_refresh_token_in_vain_leaves_the_sign_in(
    signed: SignedInShop,
) -> None:
    tokens = signed.tokens()
    signed.keyring.refuses = lambda _name, secret: secret is None

    with pytest.raises(KeychainTrouble):
        tokens.keep(signed.id, signed.pair(scope="tweet.read users.read"))

    signed.nearly_over()
    assert signed.x_takes(tokens.get(signed.id))


@pytest.mark.parametrize("place", ["/access_token", "/refresh_token"])
def test_killed_while_a_sign_in_is_kept_the_access_token_is_never_anothers(
    signed: SignedInShop, place: str
) -> None:
    """A token of the sign-in before would say of whoever signed in now that it is the old one."""
    tokens = signed.tokens()
    before = signed.access
    write = signed.keyring.set_password

    def write_and_die(service: str, name: str, secret: str) -> None:
        write(service, name, secret)
        if name.endswith(place):
            raise Killed

    signed.keyring.set_password = write_and_die  # type: ignore[method-assign]  # for this test
    with pytest.raises(Killed):
        tokens.keep(signed.id, signed.pair())

    assert signed.access != before


@pytest.mark.parametrize("signed_in", [SignedIn.NONE, SignedIn.ENDED])
def test_what_an_ended_sign_in_left_in_the_keyring_is_never_sent(
    signed: SignedInShop, signed_in: SignedIn
) -> None:
    signed.accounts.set_signed_in(signed.id, signed_in)
    signed.over()

    with pytest.raises(SignInNeeded):
        signed.tokens().get(signed.id)

    assert signed.renewals() == []


def test_a_row_that_was_left_over_goes_with_the_next_look(signed: SignedInShop) -> None:
    """Killed when both entries were kept and only the row was left to be taken away."""
    tokens = signed.tokens()
    signed.nearly_over()

    def die(_account_id: str) -> None:
        raise Killed

    tokens._renewals.end = die  # type: ignore[method-assign,assignment]  # of this program alone
    with pytest.raises(Killed):
        tokens.get(signed.id)
    assert signed.standing() is not None

    assert signed.x_takes(signed.tokens().get(signed.id))
    assert signed.standing() is None


def test_a_row_that_names_the_token_that_is_kept_stays(signed: SignedInShop) -> None:
    tokens = signed.tokens()
    signed.nearly_over()
    signed.next_call(Sort.DROP)
    tokens.get(signed.id)
    signed.clock.advance(-3_600)

    assert signed.tokens().get(signed.id) == signed.access
    assert signed.standing() is not None
