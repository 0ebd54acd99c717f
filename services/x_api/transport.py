"""Which X this run speaks to: the real one, or another in its place on this computer."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from requests.adapters import BaseAdapter

    from services.media.web import Web

HOST = "https://api.x.com"
"""X's own address."""
SETTLE_SECONDS = 30
_MOST_PORT = 65_535
_ADDRESS = re.compile(
    r"https?://(localhost|[0-9]{1,3}(?:\.[0-9]{1,3}){3}|\[[0-9a-f:]{2,39}\])(?::([0-9]{1,5}))?"
    r"([/?#][!-\[\]-~]*)?",
    re.ASCII | re.IGNORECASE,
)
"""As narrow as it can be, since others read the same address after it: no name before the host, no
other way to write a number, no blank, no backslash, no sign outside of ASCII."""


@dataclass(frozen=True, slots=True)
class Transport:
    """`x_url` is a loopback address (`--x-url`), checked where the flag is read.

    `token` is the access token of the environment for that address; it never leaves memory. The
    run is then a script's, with an account of its own; without it the ordinary accounts speak to
    that X, with what they got when they signed in there.
    `settle` is how many seconds a doubtful post rests before it may be looked for as missing.
    `adapter` makes what stands in X's place for connected accounts without any socket, asked with
    `token`: the practice X in the tour and in tests. `web` makes what stands in the place of all
    other sites, whose pictures are fetched; no owner can choose it.
    """

    x_url: str | None = None
    token: str | None = field(default=None, repr=False)
    settle: int = SETTLE_SECONDS
    adapter: Callable[[], BaseAdapter] | None = field(default=None, repr=False)
    web: Callable[[], Web] | None = field(default=None, repr=False)

    @property
    def script_url(self) -> str | None:
        """The X whose one script account this run uses."""
        return self.x_url if self.token is not None else None


def is_loopback(url: str) -> bool:
    """Whether `url` is http(s) to this computer alone: 127.0.0.0/8, ::1 or `localhost`."""
    return _loopback(url) is not None


def is_x_in_its_place(url: str) -> bool:
    """Whether `--x-url` takes it: a host of this computer, and nothing behind it."""
    found = _loopback(url)
    return found is not None and found[3] in (None, "/")


def _loopback(url: str) -> re.Match[str] | None:
    found = _ADDRESS.fullmatch(url)
    if found is None or not 0 < int(found[2] or 1) <= _MOST_PORT:
        return None
    host = found[1].lower()
    if host == "localhost":
        return found
    try:
        return found if ip_address(host.strip("[]")).is_loopback else None
    except ValueError:
        return None
