"""The gateway on real sockets of this computer: refused, cut off, silent."""

import re
import socket
import threading
from contextlib import contextmanager

import pytest

from services.accounts.token_values import FixedToken
from services.errors import (
    Offline,
    OutcomeUnknown,
)
from services.x_api import door
from services.x_api.gateway import Gateway
from tests.scripted_x import TOKEN, ScriptedX, answer, x_user


def whole_request(connection):
    heard = b""
    while b"\r\n\r\n" not in heard:
        heard += connection.recv(65_536)
    head, _, body = heard.partition(b"\r\n\r\n")
    found = re.search(rb"(?i)content-length: (\d+)", head)
    while len(body) < int(found[1] if found else 0):
        body += connection.recv(65_536)
    return head + b"\r\n\r\n" + body


@contextmanager
def server(*, reply=None, times=1):
    """A port that reads one request, says `reply` and hangs up; with None it keeps silent.

    A second call is heard on a connection of its own only.
    """
    listening = socket.create_server(("127.0.0.1", 0))
    heard = []
    release = threading.Event()

    def serve():
        for _ in range(times):
            connection, _ = listening.accept()
            with connection:
                heard.append(whole_request(connection))
                if reply is None:
                    release.wait(10)
                else:
                    connection.sendall(reply)

    thread = threading.Thread(target=serve)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}", heard
    release.set()
    listening.close()
    thread.join(5)


@pytest.mark.loopback
def test_nobody_listening_is_offline(clock):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    gateway = Gateway(FixedToken(TOKEN), clock, host=f"http://127.0.0.1:{port}")

    with pytest.raises(Offline):
        gateway.create_post("Tea")
    with pytest.raises(Offline):
        gateway.me()


@pytest.mark.loopback
def test_a_connection_that_ends_without_an_answer_leaves_a_post_in_doubt(clock):
    with server(reply=b"") as (host, heard):
        gateway = Gateway(FixedToken(TOKEN), clock, host=host)

        with pytest.raises(OutcomeUnknown):
            gateway.create_post("Tea")

    assert b'{"text": "Tea"}' in heard[0]


@pytest.mark.loopback
def test_an_answer_that_breaks_off_leaves_a_post_in_doubt(clock):
    cut = b'HTTP/1.1 201 Created\r\nContent-Length: 60\r\n\r\n{"data": {"id"'
    with server(reply=cut) as (host, _):
        gateway = Gateway(FixedToken(TOKEN), clock, host=host)

        with pytest.raises(OutcomeUnknown):
            gateway.create_post("Tea")


@pytest.mark.loopback
def test_a_connection_the_other_end_has_closed_is_never_used_again(clock):
    reply = b'HTTP/1.1 200 OK\r\nContent-Length: 25\r\n\r\n{"data":{"deleted":true}}'
    with server(reply=reply, times=20) as (host, heard):
        gateway = Gateway(FixedToken(TOKEN), clock, host=host)
        for _ in range(20):
            gateway.delete_post("5")

    assert len(heard) == 20


@pytest.mark.loopback
def test_an_x_that_keeps_silent_is_not_waited_for_for_ever(clock, monkeypatch):
    monkeypatch.setattr(door, "READ_SECONDS", 0.2)
    with server() as (host, _):
        gateway = Gateway(FixedToken(TOKEN), clock, host=host)

        with pytest.raises(OutcomeUnknown):
            gateway.create_post("Tea")


@pytest.mark.loopback
def test_no_proxy_sees_the_token_of_an_x_on_this_computer(clock, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.example:3128")
    monkeypatch.delenv("NO_PROXY", raising=False)
    reply = b'HTTP/1.1 200 OK\r\nContent-Length: 25\r\n\r\n{"data":{"deleted":true}}'
    with server(reply=reply) as (host, heard):
        Gateway(FixedToken(TOKEN), clock, host=host).delete_post("5")

    assert f"Bearer {TOKEN}".encode() in heard[0]


def test_without_a_network_it_is_offline(clock, monkeypatch):
    def no_name(*_args, **_more):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", no_name)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)

    with pytest.raises(Offline):
        Gateway(FixedToken(TOKEN), clock).create_post("Tea")


def test_lanes_take_turns(made, clock):
    """One session is never in two calls at once."""
    inside = []
    most = []

    class Slow(ScriptedX):
        def send(self, *args, **more):
            inside.append(1)
            most.append(len(inside))
            threading.Event().wait(0.01)
            inside.pop()
            return super().send(*args, **more)

    gateway = Gateway(
        FixedToken(TOKEN), clock, adapter=Slow(*[answer({"data": x_user()}) for _ in range(8)])
    )
    threads = [threading.Thread(target=gateway.me) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert max(most) == 1
