"""Every known way to fail meets the practice X as the owner would, and has something to look at."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import parse_qsl

import pytest

from services.accounts.known_failures import KNOWN, Failure, Look, failure_of
from services.accounts.sign_in_try import SECONDS
from services.accounts.token_calls import ClientCheck
from services.errors import (
    AppError,
    Refusal,
    Rejected,
    SignInProblem,
    SignInStopped,
)
from services.x_api.practice import CLIENT_ID, Request, Sort, Trouble
from tests.services.accounts.signing import Signing

pytestmark = pytest.mark.loopback

NOBODYS = "bm9ib2R5cy1hcHAtYXQtYWxsOjE6Y2k"


def test_each_has_something_to_look_at() -> None:
    assert set(KNOWN) == set(Failure)
    for failure, known in KNOWN.items():
        assert known.look, failure
        assert len(set(known.look)) == len(known.look)
    assert {look for known in KNOWN.values() for look in known.look} == set(Look)


@pytest.mark.parametrize("problem", SignInProblem)
def test_each_end_of_a_try_is_known(problem: SignInProblem) -> None:
    failure = failure_of(SignInStopped(problem))
    assert (failure is None) is (problem is SignInProblem.CANCELLED)


@pytest.mark.parametrize("check", ClientCheck)
def test_each_word_of_x_about_an_app_is_known(check: ClientCheck) -> None:
    good = check in (ClientCheck.GOOD, ClientCheck.UNSURE)
    assert (failure_of(check) is None) is good


def test_a_refusal_of_the_account_itself() -> None:
    assert failure_of(Rejected(Refusal.SUSPENDED)) is Failure.SUSPENDED
    assert failure_of(Rejected(Refusal.NOT_PERMITTED)) is Failure.MAY_NOT_POST


def raised(call: Callable[[], object]) -> AppError:
    with pytest.raises(AppError) as told:
        call()
    return told.value


def answered(signing: Signing) -> AppError:
    """What a try ends with after the owner said yes."""
    begun = signing.begin()
    begun.take(signing.consent(begun))
    return raised(begun.wait)


def something_went_wrong(signing: Signing) -> AppError:
    begun = signing.begin()
    signing.x.set_app(callbacks=[f"{begun.redirect_uri}/"])
    query = begun.address.partition("?")[2]
    page = signing.x.handle(Request("GET", "/i/oauth2/authorize", dict(parse_qsl(query))))
    assert b"Something went wrong" in page.body
    signing.clock.advance(SECONDS)
    return raised(begun.wait)


def wrong_kind(signing: Signing) -> AppError:
    begun = signing.begin()
    begun.take(signing.consent(begun))
    signing.x.set_app(kind="web")
    return raised(begun.wait)


def app_gone(signing: Signing) -> AppError:
    signing.tell(401, json.dumps({"error": "invalid_client"}).encode())
    return answered(signing)


def wrong_scope(signing: Signing) -> AppError:
    begun = signing.begin()
    begun.take(f"?error=invalid_scope&state={begun._secrets.state}")
    return raised(begun.wait)


def not_enrolled(signing: Signing) -> AppError:
    told = {"title": "Client Forbidden", "reason": "client-not-enrolled", "status": 403}
    signing.tell(403, json.dumps(told).encode())
    return answered(signing)


def too_late(signing: Signing) -> AppError:
    begun = signing.begin()
    begun.take(signing.consent(begun))
    signing.clock.advance(31)
    return raised(begun.wait)


def offline(signing: Signing) -> AppError:
    signing.x.script(Trouble(sort=Sort.UNREACHABLE, path="/2/oauth2/token", times=-1))
    return answered(signing)


def x_down(signing: Signing) -> AppError:
    signing.x.script(Trouble(sort=Sort.HTML, path="/2/oauth2/token", status=503, accepted=False))
    return answered(signing)


def said_no(signing: Signing) -> AppError:
    begun = signing.begin()
    return raised(lambda: begun.take(signing.consent(begun, "cancel")))


def locked_store(signing: Signing) -> AppError:
    signing.keyring.refuses = True
    return raised(signing.begin)


@pytest.mark.parametrize(
    ("goes_wrong", "failure", "first"),
    [
        (something_went_wrong, Failure.NO_WAY_BACK, Look.CLIENT_ID),
        (wrong_kind, Failure.OTHER_KIND, Look.NATIVE_APP),
        (app_gone, Failure.OTHER_KIND, Look.NATIVE_APP),
        (wrong_scope, Failure.OTHER_KIND, Look.NATIVE_APP),
        (not_enrolled, Failure.NOT_ENROLLED, Look.PACKAGE),
        (too_late, Failure.CODE_TOO_LATE, Look.BE_QUICK),
        (said_no, Failure.DENIED, Look.ALLOWED),
        (offline, Failure.OFFLINE, Look.CONNECTION),
        (x_down, Failure.X_IN_TROUBLE, Look.WAIT),
        (locked_store, Failure.NOT_KEPT, Look.PASSWORD_STORE),
    ],
)
def test_as_it_happens(
    signing: Signing, goes_wrong: Callable[[Signing], AppError], failure: Failure, first: Look
) -> None:
    told = failure_of(goes_wrong(signing))
    assert told is failure
    assert KNOWN[failure].look[0] is first
    account = signing.shop.accounts.get(signing.account_id)
    assert account.signed_in.value == "none"


def test_a_mismatch_names_all_that_x_compares(signing: Signing) -> None:
    looks = KNOWN[Failure.NO_WAY_BACK].look
    assert {Look.CLIENT_ID, Look.CALLBACKS, Look.NATIVE_APP, Look.SET_UP} <= set(looks)


def test_x_is_asked_about_the_app_for_nothing(signing: Signing) -> None:
    check = signing.shop.sign_ins.check_client
    assert check(f'  "{CLIENT_ID}"\n') is ClientCheck.GOOD
    assert check(NOBODYS) is ClientCheck.UNKNOWN
    signing.x.set_app(kind="web")
    assert check(CLIENT_ID) is ClientCheck.OTHER_KIND
    signing.x.script(Trouble(sort=Sort.HTML, path="/2/oauth2/token", status=503, accepted=False))
    assert check(CLIENT_ID) is ClientCheck.UNSURE
    assert [line for line in signing.x.meter() if line.cost] == []


def test_a_try_for_an_account_that_was_removed_meanwhile(signing: Signing) -> None:
    begun = signing.begin()
    begun.take(signing.consent(begun))
    signing.shop.removal.remove(signing.account_id)
    told = raised(begun.wait)
    assert failure_of(told) is None
    assert signing.x.tokens_alive() == ()
    assert not signing.keyring.kept
