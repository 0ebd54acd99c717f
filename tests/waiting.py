"""Waits for another process: looks again and again, and not for ever."""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE = 20.0
LOOK_AGAIN = 0.02


def until(there: Callable[[], bool], what: str) -> None:
    """Fails with `what` when it is not there after 20 seconds."""
    end = time.monotonic() + PATIENCE
    while not there():
        assert time.monotonic() < end, what
        time.sleep(LOOK_AGAIN)
