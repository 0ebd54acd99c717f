"""How a run without a window ends (the contract is in headless.py's docstring)."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """The process's exit code; where several apply, the highest."""

    DONE = 0
    BUG = 1
    BAD_ARGUMENTS = 2
    WAITS = 3
    NEEDS_YOU = 4
    ANOTHER_SENDER = 5
    NOT_SIGNED_IN = 6
    STORAGE = 7
