"""What must not get in, or in the way, while the browser is away on X's page."""

from __future__ import annotations

import contextlib
import json
import socket
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import pytest

from services.accounts.account import SignedIn
from services.accounts.callback import (
    MOST_CONNECTIONS,
    redirect_uri,
    taken_ports,
)
from services.accounts.callback_request import LONGEST_HEAD, Answer
from services.accounts.sign_in import SignInTry
from services.accounts.token_calls import LONGEST_ANSWER
from services.errors import ServerTrouble, SignInProblem, SignInStopped
from tests.services.accounts.heard import STATE, Heard
from tests.services.accounts.signing import PAGE, Signing, all_of, ask, get, status

pytestmark = pytest.mark.loopback


@pytest.fixture
def begun(signing: Signing) -> SignInTry:
    return signing.begin()


def with_query(address: str, **changes: str) -> str:
    parts = urlsplit(address)
    return urlunsplit(parts._replace(query=urlencode({**dict(parse_qsl(parts.query)), **changes})))


def still_signs_in(signing: Signing, begun: SignInTry) -> bool:
    get(signing.consent(begun))
    return begun.wait().signed_in is SignedIn.YES


# Answers that are none.


@pytest.mark.parametrize("state", ["", "x", "STATE", "é" * 20, "%00", " "])
def test_a_wrong_state(signing: Signing, begun: SignInTry, state: str) -> None:
    page = get(with_query(signing.consent(begun), state=state))
    assert (status(page), PAGE.other in page) == (400, True)
    assert not begun.over
    assert [line.grant for line in signing.x.token_log()] == []
    assert still_signs_in(signing, begun)


def test_code_injected_from_another_page(signing: Signing, begun: SignInTry) -> None:
    """A page makes the browser open the callback with a code of its own account."""
    theirs = signing.consent(begun)
    code = dict(parse_qsl(urlsplit(theirs).query))["code"]
    page = get(f"{begun.redirect_uri}?code={code}", "Referer: https://evil.example/")
    assert PAGE.other in page
    assert not begun.over
    assert still_signs_in(signing, begun)


def test_a_foreign_code_does_not_open_without_its_verifier(
    signing: Signing, begun: SignInTry
) -> None:
    """Even who knows the state gets nowhere: X wants the verifier to which the code was given."""
    theirs = signing.consent(begun)
    signing.use_ports(begun.port)
    mine = signing.begin()
    assert mine.redirect_uri == begun.redirect_uri
    mine.take(with_query(theirs, state=mine._secrets.state))
    with pytest.raises(SignInStopped) as told:
        mine.wait()
    assert told.value.problem is SignInProblem.CODE_REFUSED
    assert not signing.shop.tokens.knows(signing.account_id)


def test_the_second_request_is_shown_the_page_and_no_more(heard: Heard) -> None:
    assert heard.is_answered()
    page = get(f"{redirect_uri(heard.port)}?state={STATE}&code=another")
    assert PAGE.done in page
    assert heard.answers == [Answer(code="abc")]


@pytest.mark.parametrize(
    "query",
    [
        f"state={STATE}&state=other&code=a",
        f"state=other&state={STATE}&code=a",
        f"state={STATE}&code=a&code=b",
        f"state={STATE}&code=a&error=access_denied",
        f"state={STATE}&code=",
        f"state={STATE}&code=%0d%0aSet-Cookie:x",
        f"state={STATE}&code=" + "a" * 3_000,
        f"state={STATE}&error=%3Cscript%3E",
        f"state={STATE}",
        "code=a",
        "&".join(f"a{number}=1" for number in range(100)) + f"&state={STATE}&code=a",
    ],
)
def test_of_two_answers_none_is_taken(heard: Heard, query: str) -> None:
    assert PAGE.other in get(f"{redirect_uri(heard.port)}?{query}")
    assert heard.is_answered()


def test_csrf_on_the_paste_box(signing: Signing, begun: SignInTry) -> None:
    """The owner is talked into pasting an address that signs in as somebody else."""
    for other in (
        f"{begun.redirect_uri}?code=theirs&state=theirs",
        f"{begun.redirect_uri}?code=theirs&state=",
        f"https://evil.example/callback?code=theirs&state={'x' * 43}",
        with_query(signing.consent(begun), state="theirs"),
    ):
        with pytest.raises(SignInStopped) as told:
            begun.take(other)
        assert told.value.problem is SignInProblem.OTHER_STATE
    assert still_signs_in(signing, begun)


# Requests that are none.


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "[::1]:{port}",
        "",
        "127.0.0.1:{port}.",
    ],
)
def test_another_host(heard: Heard, host: str) -> None:
    """DNS rebinding: evil.example leads to 127.0.0.1, and its page would read what is answered."""
    answered = get(heard.address, host=host.format(port=heard.port))
    assert status(answered) == 421
    assert PAGE.title not in answered
    assert heard.is_answered()


def test_two_hosts(heard: Heard) -> None:
    assert status(get(heard.address, "Host: evil.example")) == 421
    assert heard.is_answered()


@pytest.mark.parametrize("method", ["POST", "HEAD", "PUT", "OPTIONS", "CONNECT", "get"])
def test_another_method(heard: Heard, method: str) -> None:
    target = heard.address.partition(str(heard.port))[2]
    request = f"{method} {target} HTTP/1.1\r\nHost: 127.0.0.1:{heard.port}\r\n\r\n"
    assert status(ask(heard.port, request.encode())) == 405
    assert heard.is_answered()


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/favicon.ico",
        "/callback/",
        "/Callback",
        "//callback",
        "/callback/../callback",
        "/callback%20",
    ],
)
def test_another_path(heard: Heard, path: str) -> None:
    parts = urlsplit(heard.address)
    assert status(get(urlunsplit(parts._replace(path=path)))) == 404
    assert heard.is_answered()


@pytest.mark.parametrize(
    "request_",
    [
        b"\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET /callback HTTP/9.9\r\n\r\n",
        b"GET  /callback HTTP/1.1\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        "GET /callback?x=چای HTTP/1.1\r\n\r\n".encode(),
    ],
)
def test_what_is_no_http(heard: Heard, request_: bytes) -> None:
    assert status(ask(heard.port, request_)) in (400, 421)
    assert heard.is_answered()


def test_a_flood_of_headers(heard: Heard) -> None:
    assert status(get(heard.address, *(f"X-{number}: 1" for number in range(500)))) == 431
    assert status(get(heard.address, "Cookie: " + "a" * 10_000)) == 431
    assert heard.is_answered()


def test_a_head_that_never_ends(heard: Heard) -> None:
    with socket.create_connection(("127.0.0.1", heard.port), timeout=20) as made:
        with contextlib.suppress(OSError):
            made.sendall(b"GET /callback HTTP/1.1\r\n" + b"a" * (2 * LONGEST_HEAD))
        with contextlib.suppress(ConnectionResetError):
            assert status(all_of(made)) == 431
    assert heard.is_answered()


def test_the_cookies_of_others_on_this_computer_are_borne(heard: Heard) -> None:
    cookies = [f"Cookie: {'c' * 7_000}"] * 5
    assert status(get(heard.address, *cookies)) == 200


# Those who only want to be in the way.


def test_slow_loris(heard: Heard) -> None:
    """More who say a little and then nothing than there is room for: the good one gets through."""
    slow = []
    for _ in range(3 * MOST_CONNECTIONS):
        made = socket.create_connection(("127.0.0.1", heard.port), timeout=20)
        made.sendall(b"GET /callback")
        slow.append(made)
    try:
        assert heard.is_answered()
        assert len(heard.listener._connections) <= MOST_CONNECTIONS
    finally:
        for made in slow:
            made.close()


def test_who_is_slow_is_dropped() -> None:
    heard = Heard(patience=0.05)
    try:
        with socket.create_connection(("127.0.0.1", heard.port), timeout=20) as made:
            made.sendall(b"GET /callback")
            assert all_of(made) == b""
        assert heard.is_answered()
    finally:
        heard.listener.close()


def test_who_never_reads_the_page_is_dropped() -> None:
    heard = Heard(patience=0.05)
    try:
        with socket.create_connection(("127.0.0.1", heard.port), timeout=20) as made:
            made.sendall(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{heard.port}\r\n\r\n".encode())
            assert status(all_of(made)) == 404
            assert heard.is_answered()
    finally:
        heard.listener.close()


def test_who_hangs_up_at_once(heard: Heard) -> None:
    for _ in range(50):
        socket.create_connection(("127.0.0.1", heard.port), timeout=20).close()
    assert heard.is_answered()


def test_nobody_else_on_the_network_can_reach_it(heard: Heard) -> None:
    assert heard.listener._socket.getsockname() == ("127.0.0.1", heard.port)
    assert heard.listener._socket.family is socket.AF_INET


@pytest.mark.parametrize("shares", [False, True])
@pytest.mark.parametrize("where", ["127.0.0.1", "0.0.0.0"])  # noqa: S104  # the other's
def test_a_listener_on_the_same_port_first(signing: Signing, where: str, shares: bool) -> None:
    """Also one that would share its port with whoever comes, to be handed some of the answers."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as first:
        first.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if shares and hasattr(socket, "SO_REUSEPORT"):
            first.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        first.bind((where, 0))
        first.listen()
        port = first.getsockname()[1]
        assert taken_ports((port,)) == (port,)
        signing.use_ports(port)
        with pytest.raises(SignInStopped) as told:
            signing.begin()
        assert told.value.problem is SignInProblem.PORTS_TAKEN
        signing.use_ports(port, 0)
        begun = signing.begin()
        assert begun.taken_ports == (port,)
        assert begun.port not in (0, port)


def test_nobody_can_listen_beside_us(begun: SignInTry) -> None:
    for option in ("SO_REUSEADDR", "SO_REUSEPORT"):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as second:
            second.setsockopt(socket.SOL_SOCKET, getattr(socket, option, socket.SO_REUSEADDR), 1)
            with pytest.raises(OSError, match="in use"):
                second.bind(("127.0.0.1", begun.port))
                second.listen()


# X's address for tokens, or who is in its place.


def test_redirect_to_another_host(signing: Signing, begun: SignInTry) -> None:
    """The code goes nowhere but to X: a redirect of the token address is not followed."""
    elsewhere = signing.tell(307, b"", {"Location": "https://evil.example/2/oauth2/token"})
    begun.take(signing.consent(begun))
    with pytest.raises(ServerTrouble):
        begun.wait()
    assert elsewhere.asked == ["https://api.x.com/2/oauth2/token"]


def test_an_oversized_answer(signing: Signing, begun: SignInTry) -> None:
    pair = {"access_token": "a" * 40, "refresh_token": "r" * 40, "noise": "x" * LONGEST_ANSWER}
    signing.tell(200, json.dumps(pair).encode())
    begun.take(signing.consent(begun))
    with pytest.raises(ServerTrouble):
        begun.wait()
    assert not signing.shop.tokens.knows(signing.account_id)


def test_id_token_noise(signing: Signing, begun: SignInTry) -> None:
    """What was not asked for is not kept, and changes nothing of who this is."""
    told = {
        "access_token": "a" * 40,
        "refresh_token": "r" * 40,
        "token_type": "bearer",
        "expires_in": 7_200,
        "scope": "tweet.read users.read",
        "id_token": "eyJhbGciOiJub25lIn0.eyJzdWIiOiI0MiJ9.",
        "user_id": "42",
        "screen_name": "evil",
        "redirect_uri": "https://evil.example/",
        "host": "https://evil.example",
    }
    signing.tell(200, json.dumps(told).encode())
    begun.take(signing.consent(begun))
    account = begun.wait()
    assert (account.x_user_id, account.handle) == (None, None)
    assert account.scopes == {"tweet.read", "users.read"}
    kept = " ".join(signing.keyring.secrets)
    assert "a" * 40 in kept
    assert not [word for word in ("eyJ", "evil", "42") if word in kept]
