"""Answers that trickle in: each byte comes in time, the whole never does."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import requests

from services.accounts import token_calls
from services.accounts.token_calls import TokenCalls
from services.accounts.token_values import FixedToken
from services.clock import SteppedClock
from services.errors import OutcomeUnknown, ServerTrouble
from services.x_api import door
from services.x_api.deadline import Ending
from services.x_api.gateway import Gateway
from tests.services.accounts.test_token_calls_sockets import server, whole

pytestmark = pytest.mark.loopback

HEAD = b"HTTP/1.1 200 OK\r\nX-Slow: "
BODY = b"HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n"
CHUNKS = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


class Trickle:
    """Sends `begin` and then a sign every now and then, until it is told to stop."""

    def __init__(self, begin: bytes, sign: bytes = b"a") -> None:
        self._begin, self._sign = begin, sign
        self.stop = threading.Event()
        self.ended = threading.Event()

    def __call__(self, connection: Any, heard: list[bytes]) -> None:
        heard.append(whole(connection))
        try:
            connection.sendall(self._begin)
            while not self.stop.wait(0.05):
                connection.sendall(self._sign)
        except OSError:
            self.ended.set()


@contextmanager
def trickling(begin: bytes, sign: bytes = b"a") -> Iterator[tuple[str, Trickle]]:
    serve = Trickle(begin, sign)
    with server(serve) as (host, _):
        try:
            yield host, serve
        finally:
            serve.stop.set()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (token_calls, door):
        monkeypatch.setattr(module, "READ_SECONDS", 0.4)


@pytest.mark.usefixtures("impatient")
def test_a_head_at_the_token_address(clock: SteppedClock) -> None:
    with trickling(HEAD) as (host, serve):
        with pytest.raises(OutcomeUnknown):
            TokenCalls(host, clock).refresh("r" * 20, client_id="me", leaving=lambda: None)
        assert serve.ended.wait(10)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(("begin", "sign"), [(HEAD, b"a"), (BODY, b" "), (CHUNKS, b"1\r\n \r\n")])
@pytest.mark.parametrize(
    ("call", "error"),
    [(lambda x: x.me(), ServerTrouble), (lambda x: x.create_post("Tea"), OutcomeUnknown)],
)
def test_an_answer_of_any_call(
    clock: SteppedClock,
    begin: bytes,
    sign: bytes,
    call: Callable[[Gateway], object],
    error: type[Exception],
) -> None:
    with trickling(begin, sign) as (host, serve):
        with pytest.raises(error):
            call(Gateway(FixedToken("a"), clock, host=host))
        assert serve.ended.wait(10)


def test_what_is_over_leaves_no_thread_behind(clock: SteppedClock) -> None:
    answer = b'{"data": {"deleted": true}}'
    head = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(answer)
    before = set(threading.enumerate())

    def serve(connection: Any, heard: list[bytes]) -> None:
        heard.append(whole(connection))
        connection.sendall(head + answer)

    with server(serve) as (host, _):
        Gateway(FixedToken("a"), clock, host=host).delete_post("1")

    for left in set(threading.enumerate()) - before:
        left.join(5)
        assert not left.is_alive()


def test_a_socket_within_tls_is_shut_too() -> None:
    """Without TLS's own goodbye, for which the other end would have to answer."""

    class Secure(ssl.SSLSocket):
        def shutdown(self, how: int) -> None:
            raise AssertionError("its own")

    ours, theirs = socket.socketpair()
    secure = Secure.__new__(Secure)
    socket.socket.__init__(secure, ours.family, ours.type, 0, ours.detach())
    ending = Ending()
    ending.watch(secure, 0)
    with theirs:
        theirs.settimeout(10)
        assert theirs.recv(1) == b""
    ending.close()
    socket.socket.close(secure)


def test_without_a_limit_nothing_is_watched() -> None:
    with requests.Session() as session:
        ending = Ending()
        session.mount("http://", ending)
        before = threading.active_count()
        ending.watch(object(), None)
        assert threading.active_count() == before
