"""The listener that X's page sends the browser back to: this computer only, one answer, not long.

One thread serves every connection without waiting for any of them, so that a slow or silent one
keeps no other out. It goes on for some seconds after X's answer: a page that is loaded once more
shows the same words and does nothing.
"""

from __future__ import annotations

import selectors
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from services.accounts import callback_page
from services.accounts.callback_page import CallbackPage as CallbackPage
from services.accounts.callback_page import Shown
from services.accounts.callback_request import (
    LONGEST_HEAD,
    PATH,
    Answer,
    Wrong,
    answer_in,
    query_of,
)

LOOPBACK = "127.0.0.1"
CONNECTION_SECONDS = 5.0
"""For one connection, from its first to its last byte."""
MOST_CONNECTIONS = 64
"""At once; the one that has waited longest makes room."""
AFTERWARDS = 10.0
"""Seconds for which the page may be loaded again."""
_TICK = 0.05
"""Seconds until a wish to end is noticed."""


def redirect_uri(port: int) -> str:
    """As it is registered with the app on X, which compares every sign of it."""
    return f"http://{LOOPBACK}:{port}{PATH}"


def taken_ports(ports: Iterable[int]) -> tuple[int, ...]:
    """Those on which another program listens now."""
    taken: list[int] = []
    for port in ports:
        try:
            _bound(port).close()
        except OSError:
            taken.append(port)
    return tuple(taken)


def first_free(ports: Iterable[int]) -> tuple[socket.socket | None, tuple[int, ...]]:
    """A socket that listens on the first free port, and the ports that were taken before it."""
    taken: list[int] = []
    for port in ports:
        try:
            return _bound(port), tuple(taken)
        except OSError:
            taken.append(port)
    return None, tuple(taken)


def _bound(port: int) -> socket.socket:
    """Raises OSError where anybody else listens, also one who would share the port."""
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            # There SO_REUSEADDR would take the port away from who has it, or let another do so.
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            # Only what is left of connections that have ended does not count as taken.
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((LOOPBACK, port))
        made.listen(MOST_CONNECTIONS)
        made.setblocking(False)
    except BaseException:
        made.close()
        raise
    return made


@dataclass(slots=True, eq=False)
class _Connection:
    """`until` on the monotonic clock. `out` is what is still to be sent, None before it is asked.

    `done`: all is sent, and what the other side still sends is read away, so that its end of the
    connection is not cut off before it has read ours.
    """

    socket: socket.socket
    until: float
    head: bytes = b""
    out: bytes | None = None
    done: bool = False


class Listener:
    """Serves from its birth until `close`, or until `answer` was given and a while has passed.

    `arrived` is called once, in the listener's thread, with the first answer to `state`.
    """

    def __init__(
        self,
        listening: socket.socket,
        *,
        state: str,
        page: CallbackPage,
        arrived: Callable[[Answer], None],
        tick: Callable[[], None],
        patience: float = CONNECTION_SECONDS,
        afterwards: float = AFTERWARDS,
    ) -> None:
        """`tick` is called in its thread some times a second, for whoever watches a clock."""
        self._socket = listening
        self.port: int = listening.getsockname()[1]
        self._state = state
        self._page = page
        self._arrived = arrived
        self._tick = tick
        self._patience = patience
        self._afterwards = afterwards
        self._shown: Shown | None = None
        self._ends: float | None = None
        self._closing = threading.Event()
        self._selector = selectors.DefaultSelector()
        self._connections: list[_Connection] = []
        self._thread = threading.Thread(target=self._serve, name="sign-in callback", daemon=True)
        self._thread.start()

    @property
    def is_alive(self) -> bool:
        return self._thread.is_alive()

    def close(self, *, wait: bool = True) -> None:
        """From any thread. After waiting, some hundredths of a second, the port is free."""
        self._closing.set()
        if wait and threading.current_thread() is not self._thread:
            self._thread.join()

    def end_soon(self) -> None:
        """Goes on for as long as the page may be loaded again."""
        self._ends = time.monotonic() + self._afterwards

    def _serve(self) -> None:
        try:
            self._selector.register(self._socket, selectors.EVENT_READ)
            while not self._closing.is_set():
                if self._ends is not None and time.monotonic() >= self._ends:
                    break
                self._turn()
                self._tick()
        finally:
            self._socket.close()
            for connection in self._connections:
                connection.socket.close()
            self._selector.close()

    def _turn(self) -> None:
        for key, _events in self._selector.select(_TICK):
            if key.data is None:
                self._accept()
            else:
                self._go_on(key.data)
        now = time.monotonic()
        for late in [one for one in self._connections if one.until <= now]:
            self._drop(late)

    def _accept(self) -> None:
        try:
            accepted, _peer = self._socket.accept()
        except BlockingIOError:
            return
        except OSError:
            # Perhaps this process has too many files open: the one that waits longest makes room,
            # or some other file does in a while.
            if self._connections:
                self._drop(self._connections[0])
            else:
                self._closing.wait(_TICK)
            return
        accepted.setblocking(False)
        if len(self._connections) >= MOST_CONNECTIONS:
            self._drop(self._connections[0])
        made = _Connection(accepted, time.monotonic() + self._patience)
        self._connections.append(made)
        self._selector.register(accepted, selectors.EVENT_READ, made)

    def _drop(self, connection: _Connection) -> None:
        self._connections.remove(connection)
        self._selector.unregister(connection.socket)
        connection.socket.close()

    def _go_on(self, connection: _Connection) -> None:
        if connection not in self._connections:
            return
        try:
            if connection.out is None or connection.done:
                self._read(connection)
            else:
                self._send(connection)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            self._drop(connection)

    def _read(self, connection: _Connection) -> None:
        came = connection.socket.recv(16_384)
        if not came:
            self._drop(connection)
            return
        if connection.done:
            return
        connection.head += came
        head, found, _body = connection.head.partition(b"\r\n\r\n")
        if not found and len(connection.head) <= LONGEST_HEAD:
            return
        connection.out = self._answer(head) if found else _refused(Wrong.TOO_BIG)
        connection.head = b""
        self._selector.modify(connection.socket, selectors.EVENT_WRITE, connection)

    def _send(self, connection: _Connection) -> None:
        out = connection.out or b""
        connection.out = out[connection.socket.send(out) :]
        if not connection.out:
            connection.done = True
            connection.socket.shutdown(socket.SHUT_WR)
            self._selector.modify(connection.socket, selectors.EVENT_READ, connection)

    def _answer(self, head: bytes) -> bytes:
        query = query_of(head, self.port)
        if isinstance(query, Wrong):
            return _refused(query)
        answer = answer_in(query, self._state)
        if answer is None:
            return callback_page.answer(self._page, Shown.OTHER, status="400 Bad Request")
        if self._shown is None:
            self._shown = Shown.DONE if answer.code else Shown.REFUSED
            self._arrived(answer)
        return callback_page.answer(self._page, self._shown)


def _refused(wrong: Wrong) -> bytes:
    return callback_page.nothing_here(wrong.value)
