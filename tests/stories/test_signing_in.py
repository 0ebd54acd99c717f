"""Signing in without a window: from X's page to a post, over a restart, to signing out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from services.accounts.account import SignedIn, Way
from services.clock import SteppedClock
from services.errors import SignInNeeded
from services.paths import Paths
from services.publishing.states import State
from tests.secrets_search import search
from tests.signing_in import InMemory, Owner, give_ports, owner
from tests.x_process import XInAnotherProcess

pytestmark = pytest.mark.loopback


@pytest.fixture
def keyring() -> InMemory:
    return InMemory()


@pytest.fixture
def tea(
    paths: Paths, clock: SteppedClock, x: XInAnotherProcess, keyring: InMemory
) -> Iterator[Owner]:
    with owner(paths, clock, x, keyring) as opened:
        yield opened


def test_from_the_page_to_a_post_and_out_again(
    paths: Paths, clock: SteppedClock, x: XInAnotherProcess, keyring: InMemory, tmp_path: Path
) -> None:
    with owner(paths, clock, x, keyring) as tea:
        account = tea.sign_in()
        assert (account.way, account.signed_in) == (Way.CONNECTED, SignedIn.YES)
        assert "tweet.write" in account.scopes

        proof = tea.shop.proofs.prove(tea.account_id)

        assert proof.works
        assert proof.user is not None
        assert proof.user.handle == "tea"
        assert proof.may_write
        assert not proof.other_account
        assert tea.shop.ledger.spent_this_month(tea.account_id) == proof.cost
        assert tea.post("最初の投稿 🍵 أهلاً").state is State.SENT
        tea.wait(7_200)
        assert tea.post("Two hours later").state is State.SENT
        assert tea.outcomes() == [
            ("authorization_code", "issued"),
            ("refresh_token", "rotated"),
        ]
    with owner(paths, clock, x, keyring) as tea:
        assert tea.account.signed_in is SignedIn.YES
        tea.wait(30 * 86_400)
        assert tea.post("A month later, in another run").state is State.SENT
        assert [post["text"] for post in x.posts()] == [
            "最初の投稿 🍵 أهلاً",
            "Two hours later",
            "A month later, in another run",
        ]

        tea.shop.tokens.sign_out(tea.account)

        assert tea.account.signed_in is SignedIn.NONE
        assert keyring.kept == {}
        assert x.tokens_alive() == []
        assert tea.outcomes()[-1] == ("revoke", "revoked")
        assert not tea.shop.tokens.knows(tea.account_id)
        with pytest.raises(SignInNeeded):
            tea.shop.tokens.of(tea.account).get()
    assert len(x.secrets_given()) == 7
    assert search(x.secrets_given(), [paths.data]) == ()


def test_after_signing_out_it_can_sign_in_again(tea: Owner) -> None:
    tea.sign_in()
    tea.shop.tokens.sign_out(tea.account)

    assert tea.sign_in().signed_in is SignedIn.YES
    assert tea.shop.proofs.prove(tea.account_id).works

    assert tea.post("Back again").state is State.SENT


def test_a_refused_access_token_is_renewed_and_the_post_goes_once(
    tea: Owner, x: XInAnotherProcess
) -> None:
    """The clock of X is ahead of ours: the token has ended there, and not here."""
    tea.sign_in()
    tea.shop.proofs.prove(tea.account_id)
    x.set_clock(tea.clock.now() + 7_200)

    assert tea.post("一度だけ").state is State.SENT

    assert [post["text"] for post in x.posts()] == ["一度だけ"]
    assert tea.outcomes()[-1] == ("refresh_token", "rotated")


def test_x_ends_it_and_the_owner_is_asked_once(tea: Owner, x: XInAnotherProcess) -> None:
    """Half a year away: X knows the refresh token no more, and says so."""
    tea.sign_in()
    tea.shop.proofs.prove(tea.account_id)
    tea.wait(183 * 86_400)

    held = tea.post("After a long winter")

    assert held.state is not State.SENT
    assert tea.account.signed_in is SignedIn.ENDED
    assert tea.outcomes()[-1] == ("refresh_token", "refused")
    before = len(tea.outcomes())
    tea.shop.publisher.publish_due(asked=True)
    assert len(tea.outcomes()) == before, "a refused token was sent again"
    tea.sign_in()
    tea.shop.publisher.publish_due(asked=True)
    assert x.posts() == [], "X was asked before its owner saw the price"
    tea.shop.proofs.prove(tea.account_id)
    tea.shop.publisher.publish_due()
    assert [post["text"] for post in x.posts()] == ["After a long winter"]


def test_two_accounts_each_as_itself(tea: Owner, x: XInAnotherProcess) -> None:
    """Signed in one after the other in the same browser; one signs out, the other stays."""
    tea.sign_in()
    tea.shop.proofs.prove(tea.account_id)
    x.customer_writes("Hello", handle="mika_ocha")
    x.set_account(browsing="mika_ocha")
    second = tea.shop.accounts.add("mika_ocha", "Asia/Tokyo")
    give_ports(tea.shop, x, second.id)
    mika = replace(tea, account_id=second.id)
    mika.sign_in()

    proof = mika.shop.proofs.prove(mika.account_id)

    assert proof.works
    assert proof.user is not None
    assert proof.user.handle == "mika_ocha"
    tea.wait(7_200)
    assert mika.post("新しいお茶です").state is State.SENT
    assert tea.post("New tea").state is State.SENT
    assert [post["text"] for post in x.posts()] == ["New tea"]
    tea.shop.tokens.sign_out(tea.account)
    assert mika.account.signed_in is SignedIn.YES
    tea.wait(7_200)
    assert mika.post("まだここにいます").state is State.SENT
    assert "reused" not in [outcome for _, outcome in tea.outcomes()]
