"""What was done to a thread as a whole, so that it can be taken back, the last first."""

from __future__ import annotations

from typing import NamedTuple

from ui.compose.content import PartContent

Contents = tuple[PartContent, ...]


class Step(NamedTuple):
    before: Contents
    after: Contents
    caret: int
    was_numbered: bool
    """Both before it."""


class ThreadSteps:
    def __init__(self) -> None:
        self._steps: list[Step] = []

    def note(self, step: Step) -> None:
        self._steps.append(step)

    def clear(self) -> None:
        self._steps.clear()

    def is_last(self, now: Contents) -> bool:
        """The last step is the last thing that was done: nothing was written since."""
        return bool(self._steps) and self._steps[-1].after == now

    def pop(self) -> Step:
        return self._steps.pop()
