from __future__ import annotations

import contextlib
import threading
from urllib.parse import parse_qs, urlsplit

import pytest

from services.accounts.account import SignedIn, Way
from services.accounts.callback import taken_ports
from services.accounts.pkce import SCOPES, challenge_of
from services.accounts.sign_in_try import SECONDS
from services.errors import (
    AppOfOtherKind,
    Offline,
    SignInProblem,
)
from services.x_api.practice import CLIENT_ID, Sort, Trouble
from tests.services.accounts.signing import PAGE, Signing, get, status, stopped

pytestmark = pytest.mark.loopback


def test_the_browser_brings_the_answer(signing: Signing) -> None:
    begun = signing.begin()
    page = get(signing.consent(begun))
    account = begun.wait()
    assert status(page) == 200
    assert PAGE.done in page
    assert (account.way, account.signed_in) == (Way.CONNECTED, SignedIn.YES)
    assert account.client_id == CLIENT_ID
    assert account.scopes == frozenset(SCOPES)
    assert account.unproven
    assert signing.shop.tokens.knows(account.id)
    assert [line.outcome for line in signing.x.token_log()] == ["issued"]


def test_the_address_asks_for_what_is_needed_and_shows_no_secret(signing: Signing) -> None:
    begun = signing.begin()
    parts = urlsplit(begun.address)
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    assert parts._replace(query="").geturl() == "https://x.com/i/oauth2/authorize"
    assert asked["redirect_uri"] == f"http://127.0.0.1:{begun.port}/callback"
    assert asked["code_challenge_method"] == "S256"
    assert asked["scope"].split() == list(SCOPES)
    assert len(asked["state"]) >= 43
    assert begun._secrets.verifier not in begun.address
    assert asked["code_challenge"] == challenge_of(begun._secrets.verifier)


def test_two_tries_share_no_secret(signing: Signing) -> None:
    first, second = signing.begin()._secrets, signing.begin()._secrets
    assert len({first.state, first.verifier, second.state, second.verifier}) == 4


def test_the_challenge_is_that_of_the_standard() -> None:
    # RFC 7636, appendix B.
    assert challenge_of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") == (
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    )


@pytest.mark.parametrize(
    "around", ["{}", "  {}\n", '"{}"', "<{}>", "“{}”", "{}#", "\u200f{}\u200e", "«{}»"]
)
def test_the_address_is_pasted(signing: Signing, around: str) -> None:
    begun = signing.begin()
    begun.take(around.format(signing.consent(begun)))
    assert begun.wait().signed_in is SignedIn.YES


def test_the_address_is_pasted_broken_into_lines(signing: Signing) -> None:
    begun = signing.begin()
    address = signing.consent(begun)
    begun.take("\r\n".join(address[at : at + 20] for at in range(0, len(address), 20)))
    assert begun.wait().signed_in is SignedIn.YES


@pytest.mark.parametrize("mark", ["", "?"])
def test_only_the_query_is_pasted(signing: Signing, mark: str) -> None:
    begun = signing.begin()
    begun.take(mark + urlsplit(signing.consent(begun)).query)
    assert begun.wait().signed_in is SignedIn.YES


@pytest.mark.parametrize(
    "pasted",
    [
        "",
        "  ",
        "https://x.com/home",
        "پاسخ",
        "答え",
        "🍵",
        "code=",
        "x" * 100_000,
        "http://[",
        "?&&=",
    ],
)
def test_what_holds_no_answer_is_told(signing: Signing, pasted: str) -> None:
    begun = signing.begin()
    assert stopped(lambda: begun.take(pasted)) is SignInProblem.NO_ANSWER_IN_IT
    assert not begun.over


def test_the_page_that_asks_is_no_answer(signing: Signing) -> None:
    begun = signing.begin()
    assert stopped(lambda: begun.take(begun.address)) is SignInProblem.NO_ANSWER_IN_IT


def test_the_owner_says_no_in_the_browser(signing: Signing) -> None:
    begun = signing.begin()
    page = get(signing.consent(begun, "cancel"))
    assert PAGE.refused in page
    assert stopped(begun.wait) is SignInProblem.DENIED
    assert signing.shop.accounts.get(signing.account_id).way is Way.BY_HAND


def test_a_pasted_no_is_told_and_the_page_can_be_opened_again(signing: Signing) -> None:
    begun = signing.begin()
    assert stopped(lambda: begun.take(signing.consent(begun, "cancel"))) is SignInProblem.DENIED
    begun.take(signing.consent(begun))
    assert begun.wait().signed_in is SignedIn.YES


def test_cancelling_ends_the_wait_at_once_and_frees_the_port(signing: Signing) -> None:
    begun = signing.begin()
    told: list[SignInProblem] = []
    waiting = threading.Thread(target=lambda: told.append(stopped(begun.wait)))
    waiting.start()
    begun.end()
    waiting.join(timeout=10)
    assert told == [SignInProblem.CANCELLED]
    with pytest.raises(ConnectionRefusedError):
        get(begun.redirect_uri)


def test_nothing_comes_back(signing: Signing) -> None:
    """X's page said "Something went wrong", or was closed; or the computer slept meanwhile."""
    begun = signing.begin()
    address = signing.consent(begun)
    signing.clock.advance(SECONDS)
    assert stopped(begun.wait) is SignInProblem.TIMED_OUT
    assert stopped(lambda: begun.take(address)) is SignInProblem.TIMED_OUT


def test_the_browser_that_wakes_before_the_clock_is_looked_at(signing: Signing) -> None:
    begun = signing.begin()
    address = signing.consent(begun)
    signing.clock.advance(3_600)
    with contextlib.suppress(OSError):
        get(address)
    assert stopped(begun.wait) is SignInProblem.TIMED_OUT
    assert "issued" not in [line.outcome for line in signing.x.token_log()]


def test_the_callback_opened_tomorrow_meets_nobody(signing: Signing) -> None:
    begun = signing.begin()
    address = signing.consent(begun)
    signing.clock.advance(86_400)
    stopped(begun.wait)
    begun._listener.close()
    with pytest.raises(ConnectionRefusedError):
        get(address)


def test_the_callback_of_an_older_try_is_no_answer_to_the_next(signing: Signing) -> None:
    first = signing.begin()
    address = signing.consent(first)
    signing.use_ports(first.port)
    second = signing.begin()
    assert second.port == first.port
    page = get(address)
    assert (status(page), PAGE.other in page) == (400, True)
    assert stopped(lambda: second.take(address)) is SignInProblem.OTHER_STATE
    assert stopped(first.wait) is SignInProblem.CANCELLED
    assert not second.over


def test_the_page_loaded_again_changes_nothing(signing: Signing) -> None:
    begun = signing.begin()
    address = signing.consent(begun)
    pages = [get(address), get(address)]
    begun.wait()
    pages.append(get(address))
    assert [PAGE.done in page for page in pages] == [True] * 3
    assert len(signing.x.token_log()) == 1


def test_a_code_that_is_too_old_is_told(signing: Signing) -> None:
    begun = signing.begin()
    address = signing.consent(begun)
    signing.clock.advance(31)
    begun.take(address)
    assert stopped(begun.wait) is SignInProblem.CODE_REFUSED
    assert not signing.shop.tokens.knows(signing.account_id)


def test_an_app_of_the_wrong_kind_is_told(signing: Signing) -> None:
    begun = signing.begin()
    begun.take(signing.consent(begun))
    signing.x.set_app(kind="web")
    with pytest.raises(AppOfOtherKind):
        begun.wait()


def test_offline_at_the_exchange(signing: Signing) -> None:
    begun = signing.begin()
    begun.take(signing.consent(begun))
    signing.x.script(Trouble(sort=Sort.UNREACHABLE, path="/2/oauth2/token", times=-1))
    with pytest.raises(Offline):
        begun.wait()
    assert signing.shop.accounts.get(signing.account_id).signed_in is SignedIn.NONE


def test_of_a_pasted_answer_and_one_of_the_browser_the_first_counts(signing: Signing) -> None:
    begun = signing.begin()
    address = signing.consent(begun)
    begun.take(address)
    get(f"{begun.redirect_uri}?state={begun._secrets.state}&code=another")
    assert begun.wait().signed_in is SignedIn.YES


@pytest.mark.parametrize(
    "client_id", ["", "two words", "AAAAAAAAAAAAAAAAAAAAAMLheAAAAAAA0", "۱۲۳۴"]
)
def test_a_bad_client_id_opens_nothing(signing: Signing, client_id: str) -> None:
    sign_ins = signing.shop.sign_ins
    problem = stopped(lambda: sign_ins.begin(signing.account_id, client_id=client_id, page=PAGE))
    assert problem is SignInProblem.BAD_CLIENT_ID
    assert stopped(lambda: sign_ins.check_client(client_id)) is SignInProblem.BAD_CLIENT_ID


def test_the_limit_holds_though_the_clock_is_put_back(signing: Signing) -> None:
    begun = signing.begin()
    signing.clock.advance(-86_400)
    begun._latest = 0
    assert stopped(begun.wait) is SignInProblem.TIMED_OUT


def test_an_answer_that_nobody_waits_for_does_not_keep_the_port(signing: Signing) -> None:
    begun = signing.begin()
    begun.take(signing.consent(begun))
    signing.clock.advance(SECONDS)
    begun._listener._thread.join(timeout=10)
    assert taken_ports((begun.port,)) == ()


def test_two_accounts_sign_in_at_once(signing: Signing) -> None:
    second = signing.shop.accounts.add("", "UTC")
    signing.use_ports(0)
    first_try = signing.begin()
    first_address = signing.consent(first_try)
    signing.account_id = second.id
    second_try = signing.begin()
    assert second_try.port != first_try.port
    second_address = signing.consent(second_try)
    assert PAGE.other in get(first_address.replace(str(first_try.port), str(second_try.port)))
    signing.x.set_app(callbacks=[first_try.redirect_uri, second_try.redirect_uri])
    assert (PAGE.done in get(first_address), PAGE.done in get(second_address)) == (True, True)
    assert first_try.wait().id != second_try.wait().id


def test_another_try_of_the_account_ends_the_one_before(signing: Signing) -> None:
    first = signing.begin()
    second = signing.begin()
    assert stopped(first.wait) is SignInProblem.CANCELLED
    assert not second.over


def test_closing_the_shop_ends_what_waits(signing: Signing) -> None:
    begun = signing.begin()
    signing.shop.sign_ins.close()
    assert stopped(begun.wait) is SignInProblem.CANCELLED
    assert taken_ports((begun.port,)) == ()
