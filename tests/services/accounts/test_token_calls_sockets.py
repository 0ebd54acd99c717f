"""The token address on real sockets of this computer: when the token has left, and when not."""

from __future__ import annotations

import json
import logging
import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from services.accounts import token_calls
from services.accounts.token_calls import TokenCalls
from services.clock import SteppedClock
from services.errors import (
    Offline,
    OutcomeUnknown,
    ServerTrouble,
    StorageProblem,
    StorageTrouble,
)

pytestmark = pytest.mark.loopback

Serve = Callable[[socket.socket, list[bytes]], None]
SECRET = "aVerySecretRefreshToken"
PAIR = json.dumps({"access_token": "a-2", "refresh_token": "r-2", "expires_in": 7200}).encode()


def http(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


@contextmanager
def server(
    serve: Callable[[socket.socket, list[bytes]], None],
) -> Iterator[tuple[str, list[bytes]]]:
    """A port that serves one connection; `heard` is what came."""
    listening = socket.create_server(("127.0.0.1", 0))
    heard: list[bytes] = []

    def accept() -> None:
        try:
            connection, _ = listening.accept()
        except OSError:
            return
        with connection:
            serve(connection, heard)

    thread = threading.Thread(target=accept)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", heard
    finally:
        # Wakes `accept`, which closing alone does not.
        socket.socket.shutdown(listening, socket.SHUT_RDWR)
        listening.close()
        thread.join(5)


def head_of(connection: socket.socket) -> bytes:
    came = b""
    while b"\r\n\r\n" not in came and (piece := connection.recv(65_536)):
        came += piece
    return came


def whole(connection: socket.socket) -> bytes:
    came = head_of(connection)
    found = re.search(rb"(?i)content-length: (\d+)", came)
    missing = int(found[1]) if found else 0
    body = came.partition(b"\r\n\r\n")[2]
    while len(body) < missing and (piece := connection.recv(65_536)):
        body += piece
        came += piece
    return came


def answering(reply: bytes) -> Serve:
    def serve(connection: socket.socket, heard: list[bytes]) -> None:
        heard.append(whole(connection))
        connection.sendall(reply)

    return serve


def refresh(host: str, clock: SteppedClock, leaving: Callable[[], None] = lambda: None) -> Any:
    return TokenCalls(host, clock).refresh(SECRET, client_id="me", leaving=leaving)


def test_the_token_leaves_after_the_word_and_once(clock: SteppedClock) -> None:
    left: list[int] = []
    with server(answering(http(PAIR))) as (host, heard):
        pair = refresh(host, clock, lambda: left.append(len(heard)))

    assert (pair.access, pair.refresh) == ("a-2", "r-2")
    assert left == [0]
    assert heard[0].count(SECRET.encode()) == 1
    assert b"authorization" not in heard[0].lower()


def test_the_connection_stands_before_the_word(clock: SteppedClock) -> None:
    """Whoever is not even there has not got it."""
    left: list[int] = []
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

    with pytest.raises(Offline):
        refresh(f"http://127.0.0.1:{port}", clock, lambda: left.append(1))

    assert left == []


def test_what_cannot_be_written_down_does_not_leave(clock: SteppedClock) -> None:
    def full() -> None:
        raise StorageTrouble(StorageProblem.FULL, Path("x"))

    with server(answering(http(PAIR))) as (host, heard), pytest.raises(StorageTrouble):
        refresh(host, clock, full)

    assert SECRET.encode() not in b"".join(heard)


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"HTTP/1.1 200 OK\r\n",
        b'HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{"access_token": "a-2", ',
        b"not http at all\r\n\r\n",
        http(b"x" * (70 * 1024)),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
)
def test_after_it_left_whatever_is_no_answer_is_a_lost_one(
    clock: SteppedClock, reply: bytes
) -> None:
    with server(answering(reply)) as (host, heard), pytest.raises(OutcomeUnknown) as caught:
        refresh(host, clock)

    assert SECRET.encode() in heard[0]
    assert SECRET not in str(caught.value)


def test_a_silent_x_is_not_waited_for_for_ever(
    clock: SteppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(token_calls, "READ_SECONDS", 0.2)
    done = threading.Event()

    def silent(connection: socket.socket, heard: list[bytes]) -> None:
        heard.append(whole(connection))
        done.wait(10)

    with server(silent) as (host, _), pytest.raises(OutcomeUnknown):
        try:
            refresh(host, clock)
        finally:
            done.set()


def test_an_answer_that_trickles_in_is_not_waited_for_for_ever(
    clock: SteppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each byte comes in time, the whole never does."""
    monkeypatch.setattr(token_calls, "READ_SECONDS", 0.5)
    done = threading.Event()

    def trickle(connection: socket.socket, heard: list[bytes]) -> None:
        heard.append(whole(connection))
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n")
        try:
            while not done.wait(0.05):
                connection.sendall(b" ")
        except OSError:
            return

    with server(trickle) as (host, _), pytest.raises(OutcomeUnknown):
        try:
            refresh(host, clock)
        finally:
            done.set()


def test_a_redirect_is_not_followed_and_the_other_server_hears_nothing(
    clock: SteppedClock,
) -> None:
    with server(answering(http(PAIR))) as (other, told_to_other):
        away = http(b"", "307 Temporary Redirect", f"Location: {other}/2/oauth2/token")
        with server(answering(away)) as (host, heard), pytest.raises(ServerTrouble):
            refresh(host, clock)

    assert SECRET.encode() in heard[0]
    assert told_to_other == []


def test_no_proxy_and_no_password_file_come_into_it(
    clock: SteppedClock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password hunter2\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.example:3128")
    monkeypatch.delenv("NO_PROXY", raising=False)

    with server(answering(http(PAIR))) as (host, heard):
        refresh(host, clock)

    assert b"authorization" not in heard[0].lower()


def test_nothing_of_it_is_logged(clock: SteppedClock, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with server(answering(http(PAIR))) as (host, _):
        refresh(host, clock)

    assert SECRET not in caplog.text
    assert "a-2" not in caplog.text
    assert "r-2" not in caplog.text
