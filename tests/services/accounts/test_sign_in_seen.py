"""Whoever reads X's address on its way to the browser gets nothing that opens the account.

It stands in the arguments of what starts the browser, which every program on the computer may
read. The state in it lets a stranger answer before X does, and no more.
"""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from services.accounts.account import SignedIn, Way
from services.accounts.sign_in import SignInTry
from services.errors import SignInProblem
from services.publishing.drafts import DraftPart
from services.publishing.states import State
from tests.services.accounts.signing import Signing, get, stopped
from tests.services.x_api.practice.consent import Browser

pytestmark = pytest.mark.loopback
STRANGER = "mika_ocha"


@pytest.fixture
def begun(signing: Signing) -> SignInTry:
    signing.shop.accounts.set_handle(signing.account_id, "tea")
    return signing.begin()


def answers(begun: SignInTry, **answer: str) -> None:
    """The stranger, with the state that stood in the address."""
    state = parse_qs(urlsplit(begun.address).query)["state"][0]
    get(f"{begun.redirect_uri}?{urlencode({'state': state, **answer})}")


def test_the_code_caught_as_well_opens_nothing(signing: Signing, begun: SignInTry) -> None:
    """X wants the verifier, of which the address has the hash alone."""
    asked = parse_qs(urlsplit(begun.address).query)
    for guessed in (asked["code_challenge"][0], asked["state"][0], ""):
        code = parse_qs(urlsplit(signing.consent(begun)).query)["code"][0]
        told = Browser(signing.x).exchange(
            code, redirect_uri=begun.redirect_uri, code_verifier=guessed
        )
        assert told.status == 400
    assert signing.x.tokens_alive() == ()


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ({"error": "access_denied"}, SignInProblem.DENIED),
        ({"code": "made-up-by-a-stranger"}, SignInProblem.CODE_REFUSED),
    ],
)
def test_the_try_can_be_spoiled_and_made_again(
    signing: Signing, begun: SignInTry, answer: dict[str, str], problem: SignInProblem
) -> None:
    answers(begun, **answer)
    assert stopped(begun.wait) is problem
    account = signing.shop.accounts.get(signing.account_id)
    assert (account.way, account.signed_in) == (Way.BY_HAND, SignedIn.NONE)
    signing.sign_in()
    assert signing.shop.proofs.prove(signing.account_id).works


@pytest.mark.parametrize("again", [False, True])
def test_signed_in_as_the_stranger_nothing_goes_out(signing: Signing, again: bool) -> None:
    """The stranger says yes on X as themselves, for our challenge, and brings that code first."""
    shop, x = signing.shop, signing.x
    if again:
        signing.sign_in()
        assert shop.proofs.prove(signing.account_id).works
    else:
        shop.accounts.set_handle(signing.account_id, "tea")
    begun = signing.begin()
    x.set_account(browsing=STRANGER)
    theirs = parse_qs(urlsplit(signing.consent(begun)).query)["code"][0]
    answers(begun, code=theirs)
    begun.wait()
    draft = shop.drafts.new(signing.account_id)
    shop.drafts.save(draft.id, parts=(DraftPart("新茶 شاي 🍵"),))
    post = shop.outbox.enqueue(draft.id, due_at=signing.clock.now())
    shop.publisher.publish_due()
    assert shop.outbox.get(post.id).state is State.QUEUED

    proof = shop.proofs.prove(signing.account_id)

    assert proof.user is not None
    assert proof.user.handle == STRANGER
    assert (proof.other_account, proof.to_confirm) == (again, not again)
    if proof.to_confirm:
        shop.proofs.not_this_one(signing.account_id)
    shop.publisher.publish_due(asked=True)
    assert shop.accounts.get(signing.account_id).handle == "tea"
    with x.state.transaction() as db:
        assert db.execute("SELECT 1 FROM post WHERE author = ?", (proof.user.id,)).fetchall() == []
