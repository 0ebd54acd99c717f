"""What each program did with a refresh token, line by line: a kill leaves what was written before.

A token that cannot be used any more must have a cause in here; else the programs have lost it.
"""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path


class Step(StrEnum):
    LEAVING = "leaving"
    """Just before it is written down that the token leaves."""
    LOST = "lost"
    """No answer that could be read."""
    OVER = "over"
    """Whoever asked for a token has got one, or heard of trouble: nothing is left in between."""


class Cause(StrEnum):
    KILLED = "killed"
    """In between."""
    LOST = "lost"


class Trace:
    def __init__(self, home: Path) -> None:
        self._file = home / "trace"
        self._last = ""

    def note(self, step: Step, mark: str) -> None:
        """One write at the end of the file: whole, whoever else is at it."""
        self._last = mark
        handle = os.open(self._file, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
        try:
            os.write(handle, f"{os.getpid()} {step} {mark}\n".encode())
        finally:
            os.close(handle)

    def back(self) -> None:
        """The call that may have sent a token is over, for better or worse."""
        if self._last:
            self.note(Step.OVER, self._last)
            self._last = ""

    def cause(self, mark: str) -> Cause | None:
        """Why nobody may know what became of this token, if there is a reason.

        Several programs may send it in turn, while X refuses it: the last of them counts, and
        another's `over` comes outside of its turn.
        """
        lines = [line.split() for line in self._file.read_text().splitlines()]
        steps = [(process, step) for process, step, told in lines if told == mark]
        leaving = [at for at, (_, step) in enumerate(steps) if step == Step.LEAVING]
        if not leaving:
            return None
        last = steps[leaving[-1]][0]
        after = [step for process, step in steps[leaving[-1] :] if process == last]
        if Step.LOST in after:
            return Cause.LOST
        return None if Step.OVER in after else Cause.KILLED
