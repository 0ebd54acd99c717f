from __future__ import annotations

from collections.abc import Iterator

import pytest

from services.accounts.accounts import SignedIn, Way
from services.accounts.sign_out import SignOut
from services.clock import SteppedClock
from services.errors import KeychainTrouble, Offline, ServerTrouble, SignInNeeded
from services.paths import Paths
from services.store.database import Database
from services.x_api.practice import PracticeX, Sort, Trouble, open_practice
from tests.services.accounts.token_shop import SignedInShop


@pytest.fixture
def x(clock: SteppedClock) -> Iterator[PracticeX]:
    made = open_practice(":memory:", clock)
    yield made
    made.close()


@pytest.fixture
def tea(paths: Paths, database: Database, clock: SteppedClock, x: PracticeX) -> SignedInShop:
    return SignedInShop(paths, database, clock, x)


@pytest.fixture
def sign_out(tea: SignedInShop, database: Database) -> SignOut:
    return SignOut(database, tea.accounts, tea.tokens())


def revoked(x: PracticeX) -> int:
    return sum(line.outcome == "revoked" for line in x.token_log())


def test_it_ends_on_x_and_here_and_goes_on_by_hand(
    tea: SignedInShop, sign_out: SignOut, x: PracticeX
) -> None:
    tea.accounts.set_signed_in(tea.id, SignedIn.YES, frozenset({"tweet.read", "tweet.write"}))
    before = tea.account
    account = sign_out.everywhere(tea.id)
    assert (account.way, account.signed_in, account.scopes) == (
        Way.BY_HAND,
        SignedIn.NONE,
        frozenset(),
    )
    assert (account.client_id, account.x_user_id) == (before.client_id, before.x_user_id)
    assert revoked(x) > 0
    assert tea.keyring.kept == {}
    # Once more there is nothing left to end.
    assert sign_out.everywhere(tea.id) == account


@pytest.mark.parametrize(
    ("trouble", "error"),
    [
        (Trouble(sort=Sort.UNREACHABLE, times=-1), Offline),
        (Trouble(sort=Sort.REFUSE, name="unavailable", times=-1), ServerTrouble),
    ],
)
def test_while_x_cannot_be_asked_all_stays(
    tea: SignedInShop, sign_out: SignOut, x: PracticeX, trouble: Trouble, error: type[Exception]
) -> None:
    before, kept = tea.account, dict(tea.keyring.kept)
    x.script(trouble)
    with pytest.raises(error):
        sign_out.everywhere(tea.id)
    assert (tea.account, tea.keyring.kept) == (before, kept)
    account = sign_out.here(tea.id)
    assert (account.way, tea.keyring.kept) == (Way.BY_HAND, {})
    assert revoked(x) == 0


def test_here_it_goes_on_by_hand_though_the_keyring_keeps_its_key(
    tea: SignedInShop, sign_out: SignOut, x: PracticeX
) -> None:
    """A store that is gone for good would hold the account fast: the key is not used again."""
    tea.keyring.refuses = lambda _name, secret: secret is None
    with pytest.raises(KeychainTrouble):
        sign_out.here(tea.id)
    assert (tea.account.way, tea.account.signed_in) == (Way.BY_HAND, SignedIn.NONE)
    tea.over()
    with pytest.raises(SignInNeeded):
        tea.tokens().get(tea.id)
    assert tea.renewals() == []


def test_what_x_has_ended_goes_on_by_hand_though_its_key_stays(
    tea: SignedInShop, sign_out: SignOut, x: PracticeX
) -> None:
    """The key that the keyring does not let go of opens nothing any more, and is never sent."""
    tea.keyring.refuses = lambda _name, secret: secret is None

    with pytest.raises(KeychainTrouble):
        sign_out.everywhere(tea.id)

    assert x.tokens_alive() == ()
    assert (tea.account.way, tea.account.signed_in) == (Way.BY_HAND, SignedIn.NONE)
    assert tea.keyring.kept != {}
    log = x.token_log()
    tea.over()
    with pytest.raises(SignInNeeded):
        tea.tokens().get(tea.id)
    assert x.token_log() == log


@pytest.mark.parametrize("signed_in", [SignedIn.YES, SignedIn.LOST])
def test_a_keyring_that_cannot_be_read_changes_nothing(
    tea: SignedInShop, sign_out: SignOut, x: PracticeX, signed_in: SignedIn
) -> None:
    before = tea.accounts.set_signed_in(tea.id, signed_in)
    alive = x.tokens_alive()

    def locked(_service: str, _name: str) -> str:
        raise RuntimeError("locked")

    tea.keyring.get_password = locked  # type: ignore[method-assign,assignment]  # for this test
    with pytest.raises(KeychainTrouble):
        sign_out.everywhere(tea.id)

    assert tea.account == before
    assert x.tokens_alive() == alive


def test_neither_the_sample_shop_nor_a_scripts_account_is_signed_out(
    tea: SignedInShop, sign_out: SignOut
) -> None:
    accounts = tea.accounts
    for account in (accounts.practice(), accounts.script_account("http://127.0.0.1:1")):
        with pytest.raises(ValueError, match="not signed in"):
            sign_out.everywhere(account.id)
        with pytest.raises(ValueError, match="not signed in"):
            sign_out.here(account.id)
        assert accounts.get(account.id) == account
