"""What asks other sites for a feed or a picture, and what it brings."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

Watch = Callable[[int, int], bool]
"""Told the bytes that came and the whole (0: not known); says whether to go on."""


class Limits(NamedTuple):
    """`bytes` counts what came after unpacking. `seconds` is the time of the whole."""

    bytes: int
    seconds: float


class Got(NamedTuple):
    """`address` is the last one, after all redirects. `charset` is what the server claims."""

    data: bytes
    address: str
    charset: str = ""


class Web(Protocol):
    def get(self, address: str, *, limits: Limits, watch: Watch | None = None) -> Got:
        """Waits: in the `fetch` lane. Raises DownloadStopped."""

    def find(self, address: str, *, limits: Limits, enough: Callable[[str], bool]) -> str:
        """Follows an address until one is `enough`, which itself is not asked; nothing is read."""
