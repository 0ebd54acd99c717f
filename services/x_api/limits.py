"""X's rate windows as its headers tell them: a refused call is never repeated within its window.

Kept in memory, one for an account: a post's own `next_try_at` is what outlives the program.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from services.clock import DAY, Clock
from services.errors import RateLimited

WINDOW = 900
"""X's usual window in seconds, taken where a refusal names none."""
LEAST_WAIT = 30
"""A window that ended by our clock, yet refused, is given this long: the clocks differ."""
_WINDOWS = ("x-rate-limit", "x-user-limit-24hour", "x-app-limit-24hour")
_ID = re.compile(r"(?<=.)/\d+(?=/|$)")


def endpoint(method: str, route: str) -> str:
    """The name under which X counts a call: `GET /2/users/:id/mentions`."""
    return f"{method} {_ID.sub('/:id', route)}"


def refused_until(headers: Mapping[str, str], now: int) -> int:
    """When a call that was refused (429) may be asked again, in UTC seconds."""
    until = _used_up_until(headers) or _number(headers, "x-rate-limit-reset") or now + WINDOW
    return min(max(until, now + LEAST_WAIT), now + DAY)


class Limits:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._closed: dict[str, int] = {}

    def check(self, name: str) -> None:
        """Raises RateLimited, without network, while the window of `name` is known to be shut."""
        until = self._closed.get(name, 0)
        if until > self._clock.now():
            raise RateLimited(f"{name} is not asked before {until}", until=until)

    def shut(self, name: str, until: int) -> None:
        """X refused this call until then."""
        self._closed[name] = until

    def note(self, name: str, headers: Mapping[str, str]) -> None:
        """Shuts the window when this answer was the last that it had."""
        if until := _used_up_until(headers):
            self._closed[name] = min(until, self._clock.now() + DAY)


def _used_up_until(headers: Mapping[str, str]) -> int | None:
    """The end of the longest window of which nothing is left; None when something is."""
    ends = [
        _number(headers, f"{window}-reset") or 0
        for window in _WINDOWS
        if _number(headers, f"{window}-remaining") == 0
    ]
    return max(ends, default=0) or None


def _number(headers: Mapping[str, str], name: str) -> int | None:
    text = headers.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None
