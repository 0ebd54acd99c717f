"""A program that needs its token all the time: `python -m tests.refresh.child HOME URL [POINT]`.

It prints `ready`, then what should never happen. It runs until it is killed, or dies at POINT.
"""

from __future__ import annotations

import os
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any

from services.accounts import token_calls
from services.accounts.token_values import token_mark
from services.errors import AppError, OutcomeUnknown, SignInEnded
from tests.refresh.parts import Program, open_program
from tests.refresh.trace import Step, Trace

PATIENCE = 0.4
"""Seconds an answer may take here."""


class Point(StrEnum):
    BEFORE_THE_WORD = "before-the-word"
    """Nothing is written down."""
    AFTER_THE_WORD = "after-the-word"
    """It is written down that the token leaves; it has not left."""
    WHILE_ASKING = "while-asking"
    """The token has left."""
    ANSWERED = "answered"
    """The new pair is in memory alone."""
    REFRESH_KEPT = "refresh-kept"
    ACCESS_KEPT = "access-kept"


def main(home: Path, x_url: str, armed: str) -> None:
    token_calls.READ_SECONDS = PATIENCE  # type: ignore[assignment]  # less than a second
    die = _dying_at(armed)
    program = open_program(home, x_url, lambda name: die(_POINTS[name.split("/")[1].split(" ")[0]]))
    trace = Trace(home)
    _wrap(program, die, trace)
    print("ready", flush=True)
    number = 0
    while True:
        number += 1
        try:
            try:
                token = program.tokens.get(program.account_id)
            finally:
                trace.back()
        except SignInEnded as error:
            print(f"ended: {error.detail}", flush=True)
            time.sleep(1)
        except AppError:
            time.sleep(0.02)
        else:
            if number % 10 == 0 and not _x_takes(x_url, token):
                print("X refuses the token", flush=True)
            time.sleep(0.005)


_POINTS = {
    "sent_token": Point.AFTER_THE_WORD,
    "refresh_token": Point.REFRESH_KEPT,
    "access_token": Point.ACCESS_KEPT,
}
"""By the entry that has just been written."""


def _dying_at(armed: str) -> Callable[[Point], None]:
    def reach(point: Point) -> None:
        if point == armed:
            os._exit(137)

    return reach


def _wrap(program: Program, die: Callable[[Point], None], trace: Trace) -> None:
    """Puts the points around the real things, and notes what they did."""
    renewals, calls = program.tokens._renewals, program.calls
    begin, refresh, lost = renewals.begin, calls.refresh, token_calls._read

    def begin_or_die(account_id: str, mark: str) -> None:
        die(Point.BEFORE_THE_WORD)
        trace.note(Step.LEAVING, mark)
        begin(account_id, mark)
        die(Point.AFTER_THE_WORD)

    def refresh_or_die(*args: Any, **more: Any) -> Any:
        try:
            pair = refresh(*args, **more)
        except OutcomeUnknown:
            trace.note(Step.LOST, token_mark(args[0]))
            raise
        die(Point.ANSWERED)
        return pair

    def read_or_die(response: Any) -> bytes:
        die(Point.WHILE_ASKING)
        return lost(response)

    renewals.begin = begin_or_die  # type: ignore[method-assign]  # for this process alone
    calls.refresh = refresh_or_die  # type: ignore[method-assign]  # as above
    token_calls._read = read_or_die


def _x_takes(x_url: str, token: str) -> bool:
    request = urllib.request.Request(  # noqa: S310  # our own server
        f"{x_url}/2/users/me", headers={"Authorization": f"Bearer {token}"}
    )
    try:
        with urllib.request.urlopen(request, timeout=10):  # noqa: S310  # ours
            return True
    except urllib.error.HTTPError as refused:
        refused.close()
        return refused.code != 401
    except OSError:
        return True


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else "")
