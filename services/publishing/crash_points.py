"""Places where a test may kill the program: `SHOPLARK_CRASH_AT=name`, or `name:2` for the second
time it gets there. Honoured only when the X of this run is a loopback one (`--x-url`).
"""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from enum import StrEnum

from services.x_api.transport import Transport

VARIABLE = "SHOPLARK_CRASH_AT"
KILLED = 137
_WHILE_WAITING = 0.5


class Point(StrEnum):
    BEFORE_CLAIM = "before-claim"
    AFTER_CLAIM = "after-claim"
    BEFORE_UPLOAD = "before-upload"
    BETWEEN_PIECES = "between-pieces"
    """X has a piece of a video."""
    DURING_UPLOAD = "during-upload"
    """X has the picture, we have not written down its id."""
    BEFORE_CREATE = "before-create"
    BEFORE_ANSWER = "before-answer"
    """While X is being asked: half a second on, for an X that is told to answer late."""
    AFTER_ANSWER = "after-answer"
    """X answered, the answer is not written down."""
    AFTER_RECORD = "after-record"
    DURING_CHECKING = "during-checking"


class CrashPoints:
    def __init__(self, armed: str = "") -> None:
        name, _, count = armed.partition(":")
        self._name = name
        self._left = int(count) if count.isdigit() else 1

    def reach(self, point: Point) -> None:
        if point != self._name:
            return
        self._left -= 1
        if self._left:
            return
        if point is Point.BEFORE_ANSWER:
            timer = threading.Timer(_WHILE_WAITING, os._exit, (KILLED,))
            timer.daemon = True
            timer.start()
        else:
            os._exit(KILLED)


def crash_points(transport: Transport, environment: Mapping[str, str]) -> CrashPoints:
    return CrashPoints(environment.get(VARIABLE, "") if transport.x_url else "")
