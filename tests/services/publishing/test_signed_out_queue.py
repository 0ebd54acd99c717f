"""What the queue does when X, or a lost answer, has ended a sign-in; and after signing in again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from services.accounts.account import SignedIn
from services.clock import SteppedClock
from services.errors import RenewalLost, SignInEnded
from services.paths import Paths
from services.publishing.drafts import DraftPart
from services.publishing.posts import Post
from services.publishing.states import State
from services.x_api.practice import Sort, Trouble, open_practice
from services.x_api.practice.inspection import own_posts
from tests.services.accounts.signing import Signing
from tests.services.x_api.practice.consent import Browser

WORDS = ("お茶が入りました", "شاي جديد 🍵", "Tea again")


def sign_in(signing: Signing) -> None:
    """With the proof: nothing is sent before it."""
    signing.sign_in()
    assert signing.shop.proofs.prove(signing.account_id).works


@pytest.fixture
def signing(paths: Paths, clock: SteppedClock) -> Iterator[Signing]:
    x = open_practice(":memory:", clock, sample=False)
    made = Signing(paths, clock, x)
    sign_in(made)
    yield made
    made.shop.close()
    x.close()


def queue(signing: Signing) -> list[str]:
    shop = signing.shop
    ids = []
    for words in WORDS:
        draft = shop.drafts.new(signing.account_id)
        shop.drafts.save(draft.id, parts=(DraftPart(words),))
        ids.append(shop.outbox.enqueue(draft.id, due_at=shop.clock.now()).id)
    return ids


def states(signing: Signing, ids: list[str]) -> list[State]:
    return [signing.shop.outbox.get(one).state for one in ids]


def first(signing: Signing, ids: list[str]) -> Post:
    return signing.shop.outbox.get(ids[0])


def on_x(signing: Signing) -> list[str]:
    return [held.text for held in own_posts(signing.x.state)][::-1]


def end_at_x(signing: Signing) -> None:
    """The owner took the app's permission away on X's own page."""
    for secret in signing.keyring.secrets:
        Browser(signing.x).revoke(secret.rpartition(" ")[2])


def lose_the_answer(signing: Signing) -> None:
    signing.clock.advance(7_300)
    signing.x.script(Trouble(sort=Sort.DROP, path="/2/oauth2/token"))


@pytest.mark.parametrize(
    ("trouble", "error"), [(end_at_x, SignInEnded), (lose_the_answer, RenewalLost)]
)
@pytest.mark.parametrize("asked", [True, False])
def test_the_whole_queue_waits_and_goes_on_after_signing_in_again(
    signing: Signing, trouble: object, error: type[Exception], asked: bool
) -> None:
    assert callable(trouble)
    trouble(signing)
    ids = queue(signing)
    publisher = signing.shop.publisher

    publisher.publish_due()
    publisher.publish_due()

    assert states(signing, ids) == [State.QUEUED] * 3
    assert first(signing, ids).reason == error.__name__
    assert [signing.shop.outbox.get(one).reason for one in ids[1:]] == [None, None]
    assert on_x(signing) == []
    asked_before = len(signing.x.token_log())
    publisher.publish_due()
    assert len(signing.x.token_log()) == asked_before

    sign_in(signing)
    publisher.publish_due(asked=asked)

    assert states(signing, ids) == [State.SENT] * 3
    assert on_x(signing) == list(WORDS)


def test_an_end_is_xs_own_word_and_a_lost_answer_is_not(signing: Signing) -> None:
    lose_the_answer(signing)
    queue(signing)
    signing.shop.publisher.publish_due()
    assert signing.shop.accounts.get(signing.account_id).signed_in is SignedIn.LOST

    sign_in(signing)
    end_at_x(signing)
    signing.shop.publisher.publish_due(asked=True)
    assert signing.shop.accounts.get(signing.account_id).signed_in is SignedIn.ENDED


def test_xs_trouble_with_tokens_puts_no_post_in_doubt(signing: Signing) -> None:
    signing.clock.advance(7_300)
    signing.x.script(Trouble(sort=Sort.REFUSE, path="/2/oauth2/token", name="unavailable"))
    ids = queue(signing)

    signing.shop.publisher.publish_due()
    assert states(signing, ids) == [State.QUEUED] * 3
    assert first(signing, ids).reason == "Offline"

    signing.clock.advance(60)
    signing.shop.publisher.publish_due()
    assert on_x(signing) == list(WORDS)


def test_a_token_that_x_refuses_costs_the_queue_nothing(signing: Signing) -> None:
    ids = queue(signing)
    signing.shop.tokens.get(signing.account_id)
    Browser(signing.x).revoke(
        next(one for one in signing.keyring.secrets if " " in one).rpartition(" ")[2]
    )

    signing.shop.publisher.publish_due()

    assert states(signing, ids) == [State.SENT] * 3
    assert on_x(signing) == list(WORDS)
