"""Which X this run speaks to: the real one, or another in its place on this computer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from requests.adapters import BaseAdapter

SETTLE_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Transport:
    """`x_url` is a loopback address (`--x-url`), checked where the flag is read.

    `token` is the access token of the environment for that address; it never leaves memory.
    `settle` is how many seconds a doubtful post rests before it may be looked for as missing.
    `adapter` makes what stands in X's place for connected accounts without any socket, asked with
    `token`: the practice X in the tour and in tests.
    """

    x_url: str | None = None
    token: str | None = field(default=None, repr=False)
    settle: int = SETTLE_SECONDS
    adapter: Callable[[], BaseAdapter] | None = field(default=None, repr=False)


def is_loopback(url: str) -> bool:
    """Whether `url` is http(s) to this computer alone: 127.0.0.0/8, ::1 or `localhost`."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or parts.username is not None:
        return False
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
