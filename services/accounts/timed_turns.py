"""Calls that may block for good: one at a time, each in a thread of its own, and not for ever.

What was given up cannot be stopped: it keeps its turn until it ends by itself, so that nothing
asked for later overtakes it, and its outcome is told to nobody.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Event, Lock, Thread
from typing import Generic, TypeVar

T = TypeVar("T")
BRIEF = 3.0
"""Seconds for a turn where an earlier call was given up already and still has it."""


class NoAnswer(Exception):
    """Nothing came within the time. What was begun may still happen later."""


class _Outcome(Generic[T]):
    __slots__ = ("error", "over", "value")

    def __init__(self) -> None:
        self.over = Event()
        self.value: list[T] = []
        self.error: BaseException | None = None


class TimedTurns:
    def __init__(self, name: str) -> None:
        """`name` is what the threads are called."""
        self._name = name
        self._turn = Lock()
        self._state = Lock()
        self._overdue = False

    def run(self, call: Callable[[], T], *, patience: float) -> T:
        """What `call` returns or raises. Raises NoAnswer after `patience` seconds, waiting for
        its turn included; a call whose turn has not come by then is never made.
        """
        until = time.monotonic() + patience
        if not self._turn.acquire(timeout=min(BRIEF, patience) if self._overdue else patience):
            raise NoAnswer
        outcome: _Outcome[T] = _Outcome()
        # A daemon: Python would wait for it at exit as long as it blocks.
        thread = Thread(target=self._make, args=(call, outcome), name=self._name, daemon=True)
        try:
            thread.start()
        except BaseException:
            self._turn.release()
            raise
        if not outcome.over.wait(max(until - time.monotonic(), 0)):
            with self._state:
                self._overdue = not outcome.over.is_set()
            raise NoAnswer
        if outcome.error is not None:
            raise outcome.error
        return outcome.value[0]

    def _make(self, call: Callable[[], T], outcome: _Outcome[T]) -> None:
        try:
            outcome.value.append(call())
        except BaseException as error:
            outcome.error = error
        finally:
            with self._state:
                self._overdue = False
                outcome.over.set()
            self._turn.release()
