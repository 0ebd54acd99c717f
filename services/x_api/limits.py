"""X's rate windows as its headers tell them: a refused call is never repeated within its window.

What is known is kept in the database too, so that a killed program does not ask again, nor another
one on the same folder. X's clock is not ours: how long a window has to go is taken from its own
answer's `Date`, and what was noted by a clock that has been put back since begins anew. An account
whose credit or month is over is asked nothing at all: not each five minutes, but after 30 minutes,
an hour, two … six, or when X itself said it goes on.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Protocol

from services.clock import DAY, Clock
from services.errors import (
    AppError,
    MonthlyCap,
    OutOfCredit,
    RateLimited,
    SpendCap,
    SpendingStopped,
    StorageTrouble,
)

if TYPE_CHECKING:
    from services.store.database import Database

logger = logging.getLogger(__name__)

WINDOW = 900
"""X's usual window in seconds, taken where a refusal names none."""
LEAST_WAIT = 30
"""A window that is about to end is given this long: clocks differ by seconds."""
FIRST_STOP = 30 * 60
LONGEST_STOP = 6 * 3_600
"""How long an account without credit is left alone before X is asked again by itself."""
LONGEST = 32 * DAY
"""A pause that seems longer was written by a clock that has been set back since."""
_WINDOWS = ("x-rate-limit", "x-user-limit-24hour", "x-app-limit-24hour")
_ID = re.compile(r"(?<=.)/\d+(?=/|$)")
_STOPS: tuple[type[SpendingStopped], ...] = (OutOfCredit, SpendCap, MonthlyCap)
_GUESSED = " again"
"""Ends the name of a stop whose end X did not tell: it is then only when X is asked again."""


def endpoint(method: str, route: str) -> str:
    """The name under which X counts a call: `GET /2/users/:id/mentions`."""
    return f"{method} {_ID.sub('/:id', route)}"


def refused_until(headers: Mapping[str, str], now: int) -> int:
    """When a call that was refused (429) may be asked again, in UTC seconds of our clock."""
    until = _used_up_until(headers) or _number(headers, "x-rate-limit-reset")
    return _by_our_clock(until, headers, now)


@dataclass(frozen=True, slots=True)
class Shut:
    """UTC seconds: when it was noted, and its end."""

    noted: int
    until: int


class Windows(Protocol):
    """Where shut windows are kept, by name."""

    def get(self, name: str) -> Shut | None: ...

    def put(self, name: str, shut: Shut) -> None: ...

    def open(self, name: str) -> None: ...


class InMemory:
    def __init__(self) -> None:
        self._shut: dict[str, Shut] = {}

    def get(self, name: str) -> Shut | None:
        return self._shut.get(name)

    def put(self, name: str, shut: Shut) -> None:
        self._shut[name] = shut

    def open(self, name: str) -> None:
        self._shut.pop(name, None)


class Kept:
    """In the table `rate_window`; a disk that refuses leaves what memory knows."""

    def __init__(self, database: Database, account_id: str) -> None:
        self._database = database
        self._account_id = account_id
        self._memory = InMemory()

    def get(self, name: str) -> Shut | None:
        try:
            row = self._database.connection.execute(
                "SELECT noted_at, until FROM rate_window WHERE account_id = ? AND name = ?",
                (self._account_id, name),
            ).fetchone()
        except StorageTrouble:
            return self._memory.get(name)
        return Shut(*row) if row is not None else self._memory.get(name)

    def put(self, name: str, shut: Shut) -> None:
        self._memory.put(name, shut)
        self._write(
            "INSERT INTO rate_window(account_id, name, noted_at, until) VALUES (?, ?, ?, ?) "
            "ON CONFLICT(account_id, name) "
            "DO UPDATE SET noted_at = excluded.noted_at, until = excluded.until",
            (self._account_id, name, shut.noted, shut.until),
        )

    def open(self, name: str) -> None:
        if self.get(name) is not None:
            self._memory.open(name)
            self._write(
                "DELETE FROM rate_window WHERE account_id = ? AND name = ?",
                (self._account_id, name),
            )

    def _write(self, sql: str, values: tuple[object, ...]) -> None:
        try:
            with self._database.transaction() as connection:
                connection.execute(sql, values)
        except StorageTrouble as error:
            # Known in memory: only another program, or the next start, would ask X again.
            logger.info("a window of X's is not kept: %s", error.problem.value)


class Limits:
    """Of one account. Its calls come one at a time."""

    def __init__(self, clock: Clock, windows: Windows | None = None) -> None:
        self._clock = clock
        self._windows = windows or InMemory()
        self._stops_in_a_row = 0

    def check(self, name: str) -> None:
        """Raises, without network, while X is known to refuse `name` or the whole account.

        RateLimited, OutOfCredit or MonthlyCap, with its end.
        """
        now = self._clock.now()
        for error in _STOPS:
            for ending in ("", _GUESSED):
                until = self._until(f"{error.__name__}{ending}", now)
                if now < until <= now + LONGEST:
                    told = until if not ending or error is OutOfCredit else None
                    raise error(f"nothing is asked before {until}", until=told)
        until = self._until(name, now)
        if now < until <= now + DAY:
            raise RateLimited(f"{name} is not asked before {until}", until=until)

    def refused(self, name: str, error: AppError) -> None:
        """X said no: what that shuts, and until when.

        Of used-up credit it fills in when X is asked again; of a cap only X knows its end.
        """
        if isinstance(error, RateLimited):
            self._shut(name, error.until)
        elif isinstance(error, OutOfCredit | MonthlyCap):
            now = self._clock.now()
            pause = min(FIRST_STOP * 2 ** min(self._stops_in_a_row, 8), LONGEST_STOP)
            self._stops_in_a_row += 1
            if error.until is not None and error.until > now:
                self._shut(error.name, min(error.until, now + LONGEST))
            else:
                self._shut(f"{error.name}{_GUESSED}", now + pause)
                error.until = now + pause if isinstance(error, OutOfCredit) else None

    def note(self, name: str, headers: Mapping[str, str]) -> None:
        """Shuts the window when this answer was the last that it had."""
        if until := _used_up_until(headers):
            self._shut(name, _by_our_clock(until, headers, self._clock.now()))

    def _shut(self, name: str, until: int) -> None:
        self._windows.put(name, Shut(self._clock.now(), until))

    def _until(self, name: str, now: int) -> int:
        """0 when it is not shut. It lasts as long as it did when the clock was put back since."""
        shut = self._windows.get(name)
        if shut is None:
            return 0
        if shut.noted > now:
            shut = Shut(now, now + shut.until - shut.noted)
            self._windows.put(name, shut)
        return shut.until

    def paid(self) -> None:
        """X took a call that it charges for: there is credit again."""
        self._stops_in_a_row = 0
        self.go_on()

    def go_on(self) -> None:
        """The owner says that there is credit again: X is asked. Its rate windows stay shut."""
        for error in _STOPS:
            for ending in ("", _GUESSED):
                self._windows.open(f"{error.__name__}{ending}")


def _by_our_clock(until: int | None, headers: Mapping[str, str], now: int) -> int:
    """X's `until` in UTC seconds of our clock, whose hour the answer's own `Date` tells.

    An end that has passed already, or none, is the usual window: a clock is wrong.
    """
    if until is None:
        return now + WINDOW
    try:
        answered = parsedate_to_datetime(headers.get("date", "")).timestamp()
    except (ValueError, OverflowError):
        answered = now
    left = until - int(answered)
    return now + (min(max(left, LEAST_WAIT), DAY) if left > 0 else WINDOW)


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
