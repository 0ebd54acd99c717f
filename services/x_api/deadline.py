"""An end for every answer: a time-out by itself counts from the last byte that came.

Loaded with requests.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Timer
from typing import Any

from requests.adapters import HTTPAdapter


class Ending(HTTPAdapter):
    """From when a request has left, its answer has as long as the call's time-out for reading, head
    and body together. Then its socket is shut. Counts until `close`.
    """

    def __init__(self) -> None:
        self._timers: list[Timer] = []
        super().__init__()

    def get_connection_with_tls_context(self, *args: Any, **kwargs: Any) -> Any:
        pool: Any = super().get_connection_with_tls_context(*args, **kwargs)
        pool.ConnectionCls = _watched(type(pool).ConnectionCls, self.watch)
        return pool

    def watch(self, connected: Any, seconds: float | None) -> Callable[[], bool]:
        """`connected`: a socket, or TLS within TLS around one. Told: whether its time is over."""
        over = Event()
        if seconds is not None:
            timer = Timer(seconds, _shut, (getattr(connected, "socket", connected), over))
            timer.daemon = True
            self._timers.append(timer)
            timer.start()
        return over.is_set

    def close(self) -> None:
        while self._timers:
            self._timers.pop().cancel()
        super().close()


def _watched(kind: Any, watch: Callable[[Any, float | None], Callable[[], bool]]) -> Any:
    class Watched(kind):  # type: ignore[misc]  # for TLS or without
        def getresponse(self) -> Any:
            is_over = watch(self.sock, self.timeout)
            response = super().getresponse()
            if is_over():
                # A head that is cut off reads like one that has come to its end.
                response.close()
                raise TimeoutError
            return response

    return Watched


def _shut(connected: socket.socket, over: Event) -> None:
    over.set()
    with suppress(OSError):
        # Not TLS's own way, which would wait for the other end.
        socket.socket.shutdown(connected, socket.SHUT_RDWR)
