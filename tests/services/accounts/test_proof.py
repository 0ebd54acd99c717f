from __future__ import annotations

import pytest

from services.accounts.account import Account, SignedIn
from services.accounts.proof import NEWEST, Proof
from services.errors import (
    BudgetReached,
    Offline,
    OutOfCredit,
    SignInNeeded,
)
from services.publishing.drafts import DraftPart
from services.publishing.states import State
from services.x_api.client import User, XClient
from services.x_api.practice import Sort, Trouble
from services.x_api.prices import Kind
from tests.services.accounts.proving import ANY, ME, OWN, booked, own_posts, prove
from tests.services.accounts.signing import Signing

OTHER = "mika_ocha"
OWN_POSTS = "/2/users/*/tweets"

pytestmark = pytest.mark.loopback


@pytest.fixture
def signed_in(signing: Signing) -> Signing:
    signing.sign_in()
    return signing


def trouble(signing: Signing, name: str, path: str) -> None:
    signing.x.script(Trouble(sort=Sort.REFUSE, name=name, path=path))


def test_x_says_who_it_is_and_shows_the_newest_posts(signed_in: Signing) -> None:
    assert signed_in.shop.accounts.get(signed_in.account_id).unproven
    proof = prove(signed_in)
    assert proof.user is not None
    assert (proof.account.x_user_id, proof.account.handle) == (proof.user.id, proof.user.handle)
    assert not proof.account.unproven
    assert proof.works
    assert proof.may_write
    assert proof.may_write_messages
    assert proof.stays
    assert proof.missing == frozenset()
    assert proof.cost == booked(signed_in) == ME


def test_the_price_is_told_before_and_is_never_passed(signed_in: Signing) -> None:
    own_posts(signed_in, 8)
    signed_in.shop.accounts.set_owns_app(signed_in.account_id, True)
    before = booked(signed_in)
    price = signed_in.shop.proofs.price(signed_in.account_id)
    assert price == ME + NEWEST * OWN
    assert prove(signed_in).cost == booked(signed_in) - before == price


def test_while_nobody_said_who_made_the_app_the_price_is_the_dearer_one(
    signed_in: Signing,
) -> None:
    """A corrected list may have it the other way round: the dearer is told all the same."""
    shop, account_id = signed_in.shop, signed_in.account_id
    assert shop.proofs.price(account_id) == ME + NEWEST * ANY
    shop.price_book.set(Kind.OWNED_READ, 3 * ANY)
    assert shop.proofs.price(account_id) == ME + NEWEST * 3 * ANY
    shop.accounts.set_owns_app(account_id, False)
    assert shop.proofs.price(account_id) == ME + NEWEST * ANY


def test_what_goes_out_meanwhile_is_not_its_cost(signed_in: Signing) -> None:
    own_posts(signed_in, 1)
    proofs = signed_in.shop.proofs
    reads = proofs._reads

    def sent_meanwhile(client: XClient, user: User) -> bool:
        client.create_post("in the send lane")
        return reads(client, user)

    proofs._reads = sent_meanwhile  # type: ignore[method-assign]  # in between
    assert prove(signed_in).cost == ME + 2 * OWN


def test_proving_again_on_the_same_day_costs_nothing(signed_in: Signing) -> None:
    prove(signed_in)
    assert prove(signed_in).cost == 0


@pytest.mark.parametrize("premium", [False, True])
def test_long_posts(signed_in: Signing, premium: bool) -> None:
    signed_in.x.set_premium(premium)
    proof = prove(signed_in)
    assert proof.long_posts is premium
    assert proof.account.long_posts is premium


def test_a_suspended_account(signed_in: Signing) -> None:
    signed_in.x.set_account(suspended=True)
    proof = prove(signed_in)
    assert (proof.suspended, proof.works, proof.user) == (True, False, None)
    assert proof.account.signed_in is SignedIn.YES


def test_an_app_in_no_package(signed_in: Signing) -> None:
    signed_in.x.set_app(enrolled=False)
    proof = prove(signed_in)
    assert (proof.not_enrolled, proof.works) == (True, False)


def test_without_the_right_to_write(signing: Signing) -> None:
    signing.x.set_app(may_ask=["tweet.read", "users.read", "offline.access", "dm.read"])
    signing.sign_in()
    proof = prove(signing)
    assert not proof.may_write
    assert not proof.may_send_pictures
    assert not proof.may_hide
    assert not proof.may_write_messages
    assert proof.may_read
    assert not proof.works


def test_without_the_right_to_stay(signing: Signing) -> None:
    signing.x.set_app(may_ask=["tweet.read", "users.read", "tweet.write"])
    signing.sign_in()
    proof = prove(signing)
    assert (proof.stays, proof.works) == (False, True)


def test_another_account_than_the_one_kept(signed_in: Signing) -> None:
    """The browser was signed in as somebody else when the owner connected again."""
    shop, account_id = signed_in.shop, signed_in.account_id
    before = prove(signed_in).account
    signed_in.x.set_account(browsing=OTHER)
    signed_in.sign_in()
    with pytest.raises(SignInNeeded):
        unproven = shop.accounts.get(account_id)
        shop.accounts.identify(unproven, shop.clients.for_account(unproven))
    proof = prove(signed_in)
    assert proof.other_account
    assert proof.user is not None
    assert proof.user.handle == OTHER
    after = shop.accounts.get(account_id)
    assert (after.x_user_id, after.handle) == (before.x_user_id, before.handle)
    assert proof.account == after
    # The shop goes on as before, and what somebody else allowed is over.
    assert (after.signed_in, after.unproven) == (SignedIn.YES, False)
    assert prove(signed_in).works
    assert [sort for sort, _ in signed_in.x.tokens_alive()].count("rt") == 1


@pytest.mark.parametrize("before", [SignedIn.ENDED, SignedIn.NONE])
def test_another_account_where_nothing_was_signed_in_leaves_nothing(
    signed_in: Signing, before: SignedIn
) -> None:
    shop, account_id = signed_in.shop, signed_in.account_id
    prove(signed_in)
    shop.tokens.sign_out(shop.accounts.get(account_id))
    shop.accounts.set_signed_in(account_id, before)
    signed_in.x.set_account(browsing=OTHER)
    signed_in.sign_in()
    assert prove(signed_in).other_account
    assert shop.accounts.get(account_id).signed_in is SignedIn.NONE
    assert not shop.tokens.knows(account_id)
    assert signed_in.keyring.secrets == ()
    assert signed_in.x.tokens_alive() == ()


def test_another_account_while_the_keyring_is_locked_ends_nothing_of_the_shop(
    signed_in: Signing,
) -> None:
    prove(signed_in)
    mine = [mark for sort, mark in signed_in.x.tokens_alive() if sort == "rt"]
    signed_in.x.set_account(browsing=OTHER)
    signed_in.sign_in()
    signed_in.keyring.refuses = True
    proof = prove(signed_in)
    assert proof.other_account
    assert proof.account.signed_in is SignedIn.NONE
    assert ("rt", mine[0]) in signed_in.x.tokens_alive()


def test_another_account_goes_here_though_x_cannot_be_reached(signed_in: Signing) -> None:
    prove(signed_in)
    mine = set(signed_in.keyring.secrets)
    signed_in.x.set_account(browsing=OTHER)
    signed_in.sign_in()
    signed_in.x.script(Trouble(sort=Sort.UNREACHABLE, path="/2/oauth2/revoke", times=-1))
    assert prove(signed_in).other_account
    assert set(signed_in.keyring.secrets) <= mine


def test_a_name_that_the_owner_did_not_write_is_asked_about(signing: Signing) -> None:
    """The queue of @kiln must not go out as the owner's private @mika_ocha."""
    shop, account_id = signing.shop, signing.account_id
    shop.accounts.set_handle(account_id, "kiln")
    signing.x.set_account(browsing=OTHER)
    signing.sign_in()
    proof = prove(signing)
    assert (proof.to_confirm, proof.works, proof.renamed_from) == (True, False, "kiln")
    account = shop.accounts.get(account_id)
    assert (account.x_user_id, account.handle, account.unproven) == (None, "kiln", True)
    with pytest.raises(SignInNeeded):
        shop.accounts.identify(account, shop.clients.for_account(account))
    assert prove(signing, this_is="1").to_confirm
    confirmed = prove(signing, this_is=proof.user.id if proof.user else "")
    assert confirmed.works
    assert confirmed.account.handle == OTHER
    assert confirmed.renamed_from == "kiln"


def test_a_queue_never_goes_out_as_somebody_else(signing: Signing) -> None:
    """Due in the very minute between the sign-in and its proof, and the proof was never asked."""
    shop, account_id = signing.shop, signing.account_id
    shop.accounts.set_handle(account_id, "kiln")
    signing.sign_in()
    draft = shop.drafts.new(account_id)
    shop.drafts.save(draft.id, parts=(DraftPart("مرحباً 🍵"),))
    post = shop.outbox.enqueue(draft.id, due_at=signing.clock.now())
    shop.publisher.publish_due()
    waiting = shop.outbox.get(post.id)
    assert (waiting.state, waiting.reason) == (State.QUEUED, "SignInNeeded")
    proof = prove(signing)
    assert proof.user is not None
    prove(signing, this_is=proof.user.id)
    signing.clock.advance(3_600)
    shop.publisher.publish_due()
    assert shop.outbox.get(post.id).state is State.SENT


def test_a_post_under_way_does_not_go_out_as_somebody_else(
    signed_in: Signing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The owner signs in as another between the look at who it is and the post itself."""
    shop, account_id = signed_in.shop, signed_in.account_id
    prove(signed_in)
    draft = shop.drafts.new(account_id)
    shop.drafts.save(draft.id, parts=(DraftPart("新茶が入りました 🍵"),))
    post = shop.outbox.enqueue(draft.id, due_at=signed_in.clock.now())
    identify = shop.accounts.identify

    def signed_in_anew(account: Account, client: XClient) -> Account:
        known = identify(account, client)
        signed_in.x.set_account(browsing=OTHER)
        signed_in.sign_in()
        return known

    monkeypatch.setattr(shop.accounts, "identify", signed_in_anew)
    shop.publisher.publish_due()
    with signed_in.x.state.transaction() as db:
        assert db.execute("SELECT count(*) FROM post").fetchone()[0] == 0
    assert shop.outbox.get(post.id).reason == "SignInNeeded"


def test_a_name_that_is_not_confirmed_is_given_back(signing: Signing) -> None:
    signing.shop.accounts.set_handle(signing.account_id, "kiln")
    signing.sign_in()
    assert prove(signing).to_confirm
    account = signing.shop.proofs.not_this_one(signing.account_id)
    assert (account.handle, account.x_user_id) == ("kiln", None)
    assert account.signed_in is SignedIn.NONE
    assert signing.x.tokens_alive() == ()
    signing.shop.accounts.set_handle(signing.account_id, "")
    signing.sign_in()
    assert prove(signing).works


def test_another_case_is_the_same_name(signing: Signing) -> None:
    handle = prove_once(signing).account.handle or ""
    other = signing.shop.accounts.add(handle.upper(), "UTC")
    signing.account_id = other.id
    signing.use_ports(0)
    signing.sign_in()
    proof = prove(signing)
    assert (proof.to_confirm, proof.renamed_from) == (False, "")
    assert proof.kept_twice is not None
    assert proof.kept_twice.handle == handle


def prove_once(signing: Signing) -> Proof:
    signing.sign_in()
    return prove(signing)


def test_a_new_name_at_x_is_told(signed_in: Signing) -> None:
    before = prove(signed_in).account.handle
    signed_in.x.set_account(handle="leaf_and_kiln")
    proof = prove(signed_in)
    assert (proof.renamed_from, proof.account.handle) == (before, "leaf_and_kiln")
    assert proof.works


def test_x_shows_no_posts(signed_in: Signing) -> None:
    signed_in.x.script(
        Trouble(
            sort=Sort.REFUSE,
            path=OWN_POSTS,
            status=403,
            body='{"title":"Forbidden","status":403,"detail":"You are not permitted."}',
        )
    )
    proof = prove(signed_in)
    assert (proof.may_read, proof.works) == (False, False)
    assert prove(signed_in).works


def test_trouble_proves_nothing_and_can_be_tried_again(signed_in: Signing) -> None:
    signed_in.x.script(Trouble(sort=Sort.UNREACHABLE, path="/2/users/me"))
    with pytest.raises(Offline):
        prove(signed_in)
    assert signed_in.shop.accounts.get(signed_in.account_id).unproven
    assert booked(signed_in) == 0
    assert prove(signed_in).works


def test_without_credit(signed_in: Signing) -> None:
    trouble(signed_in, "credits_depleted", "/2/users/me")
    with pytest.raises(OutOfCredit):
        prove(signed_in)
    signed_in.shop.clients.go_on(signed_in.shop.accounts.get(signed_in.account_id))
    assert prove(signed_in).works


def test_a_budget_that_does_not_pay_for_it(signed_in: Signing) -> None:
    signed_in.shop.accounts.set_budget(signed_in.account_id, ME - 1)
    with pytest.raises(BudgetReached):
        prove(signed_in)
    assert [line for line in signed_in.x.meter() if line.cost] == []
