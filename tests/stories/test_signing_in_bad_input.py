"""Signing in where something is not as it should be, on X's page or on the way back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import requests

from services.accounts.account import SignedIn, Way
from services.accounts.callback import taken_ports
from services.clock import DAY, SteppedClock
from services.errors import SignInProblem, SignInStopped
from services.paths import Paths
from services.publishing.states import State
from tests.signing_in import PAGE, SECONDS, InMemory, Owner, owner
from tests.x_process import XInAnotherProcess

pytestmark = pytest.mark.loopback


@pytest.fixture
def tea(paths: Paths, clock: SteppedClock, x: XInAnotherProcess) -> Iterator[Owner]:
    with owner(paths, clock, x, InMemory()) as opened:
        yield opened


def untouched(tea: Owner) -> bool:
    return tea.account.way is Way.BY_HAND and tea.account.signed_in is SignedIn.NONE


def test_the_way_back_opened_twice(tea: Owner) -> None:
    begun, waiting = tea.begin()
    back = tea.decide(begun.address)

    first, second = tea.go(back), tea.go(back)

    assert PAGE.done in first.text
    assert second.text.partition("<script")[0] == first.text.partition("<script")[0]
    assert waiting.result(SECONDS).signed_in is SignedIn.YES
    assert tea.outcomes() == [("authorization_code", "issued")]


def test_the_way_back_opened_tomorrow(tea: Owner) -> None:
    """The computer slept between X's page and the way back."""
    begun, waiting = tea.begin()
    back = tea.decide(begun.address)
    tea.wait(DAY)

    with pytest.raises(SignInStopped) as stopped:
        waiting.result(SECONDS)

    assert stopped.value.problem is SignInProblem.TIMED_OUT
    with pytest.raises(requests.ConnectionError):
        tea.go(back)
    with pytest.raises(SignInStopped):
        begun.take(back)
    assert untouched(tea)
    assert tea.outcomes() == []


def test_yesterdays_way_back_in_todays_try(tea: Owner) -> None:
    old, waiting = tea.begin()
    back = tea.decide(old.address)
    old.cancel()
    with pytest.raises(SignInStopped):
        waiting.result(SECONDS)
    begun, waiting = tea.begin()
    assert begun.port == old.port

    page = tea.go(back)

    assert PAGE.other in page.text
    with pytest.raises(SignInStopped) as stopped:
        begun.take(back)
    assert stopped.value.problem is SignInProblem.OTHER_STATE
    assert not waiting.done()
    tea.go(tea.decide(begun.address))
    assert waiting.result(SECONDS).signed_in is SignedIn.YES


def test_a_code_that_waited_for_too_long(tea: Owner, x: XInAnotherProcess) -> None:
    begun, waiting = tea.begin()
    back = tea.decide(begun.address)
    tea.wait(30)
    tea.go(back)

    with pytest.raises(SignInStopped) as stopped:
        waiting.result(SECONDS)

    assert stopped.value.problem is SignInProblem.CODE_REFUSED
    assert untouched(tea)
    assert tea.sign_in().signed_in is SignedIn.YES


def test_the_owner_says_no(tea: Owner) -> None:
    begun, waiting = tea.begin()

    page = tea.go(tea.decide(begun.address, "cancel"))

    assert PAGE.refused in page.text
    with pytest.raises(SignInStopped) as stopped:
        waiting.result(SECONDS)
    assert stopped.value.problem is SignInProblem.DENIED
    assert untouched(tea)
    assert tea.outcomes() == []


def test_the_page_is_closed_and_the_address_pasted(tea: Owner) -> None:
    begun, waiting = tea.begin()

    begun.take(tea.decide(begun.address))

    assert waiting.result(SECONDS).signed_in is SignedIn.YES


def test_x_page_that_went_wrong_tells_nothing_back(tea: Owner, x: XInAnotherProcess) -> None:
    x.set_app(callbacks=["http://127.0.0.1:8765/callback/"])
    begun, waiting = tea.begin()

    page = tea.go(begun.address)

    assert "Something went wrong" in page.text
    assert not waiting.done()
    begun.cancel()
    with pytest.raises(SignInStopped) as stopped:
        waiting.result(SECONDS)
    assert stopped.value.problem is SignInProblem.CANCELLED


def test_the_program_ends_while_x_is_asked(tea: Owner) -> None:
    begun, waiting = tea.begin()
    back = tea.decide(begun.address)

    tea.shop.sign_ins.close()

    with pytest.raises(SignInStopped) as stopped:
        waiting.result(SECONDS)
    assert stopped.value.problem is SignInProblem.CANCELLED
    assert taken_ports([begun.port]) == ()
    with pytest.raises(requests.ConnectionError):
        tea.go(back)
    assert untouched(tea)
    assert tea.outcomes() == []


def test_a_suspended_account(tea: Owner, x: XInAnotherProcess) -> None:
    tea.sign_in()
    x.set_account(suspended=True)

    proof = tea.shop.proofs.prove(tea.account_id)

    assert proof.suspended
    assert not proof.works
    assert tea.account.signed_in is SignedIn.YES, "X may lift it, and the tokens are still good"
    assert tea.post("Anybody there?").state is not State.SENT
    assert x.posts() == []
    x.set_account(suspended=False)
    assert tea.shop.proofs.prove(tea.account_id).works


def test_an_app_that_is_not_in_the_package(tea: Owner, x: XInAnotherProcess) -> None:
    x.set_app(enrolled=False)
    tea.sign_in()

    assert tea.shop.proofs.prove(tea.account_id).not_enrolled

    x.set_app(enrolled=True)
    assert tea.shop.proofs.prove(tea.account_id).works


def test_a_renamed_account(tea: Owner, x: XInAnotherProcess) -> None:
    tea.sign_in()
    tea.shop.proofs.prove(tea.account_id)
    x.set_account(handle="leaf_and_kiln")

    proof = tea.shop.proofs.prove(tea.account_id)

    assert proof.works
    assert proof.renamed_from == "tea"
    assert tea.account.handle == "leaf_and_kiln"
    assert tea.post("Under a new name").state is State.SENT


def test_without_permission_to_write(tea: Owner, x: XInAnotherProcess) -> None:
    x.set_app(may_ask=["tweet.read", "users.read", "offline.access"])
    tea.sign_in()

    proof = tea.shop.proofs.prove(tea.account_id)

    assert (proof.may_read, proof.may_write, proof.works) == (True, False, False)
    held = tea.post("May I?")
    assert held.state is not State.SENT
    assert x.posts() == []
    assert tea.account.signed_in is SignedIn.YES


def test_another_account_is_signed_in_in_the_browser(tea: Owner, x: XInAnotherProcess) -> None:
    tea.sign_in()
    tea.shop.proofs.prove(tea.account_id)
    x.set_account(browsing=_a_visitor(tea, x))
    tea.sign_in()

    proof = tea.shop.proofs.prove(tea.account_id)

    assert proof.other_account
    assert tea.account.handle == "tea"
    assert tea.account.signed_in is SignedIn.YES
    assert tea.post("As the shop, as before").state is State.SENT
    assert tea.shop.proofs.prove(tea.account_id).works


def test_another_account_posts_nothing_even_unproven(tea: Owner, x: XInAnotherProcess) -> None:
    tea.sign_in()
    tea.shop.proofs.prove(tea.account_id)
    x.set_account(browsing=_a_visitor(tea, x))
    tea.sign_in()

    assert tea.post("Straight away").state is not State.SENT
    assert x.posts() == []


def test_an_app_of_the_wrong_kind(tea: Owner, x: XInAnotherProcess) -> None:
    from services.accounts.token_calls import ClientCheck
    from services.errors import AppOfOtherKind
    from services.x_api.practice import CLIENT_ID

    assert tea.shop.sign_ins.check_client(CLIENT_ID) is ClientCheck.GOOD
    x.set_app(kind="web")
    assert tea.shop.sign_ins.check_client(CLIENT_ID) is ClientCheck.OTHER_KIND
    begun, waiting = tea.begin()
    tea.go(tea.decide(begun.address))

    with pytest.raises(AppOfOtherKind):
        waiting.result(SECONDS)

    assert untouched(tea)


def _a_visitor(tea: Owner, x: XInAnotherProcess) -> str:
    x.customer_writes("Hello", handle="private_me")
    return "private_me"
