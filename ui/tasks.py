"""Runs calls off the main thread and brings the outcome back to it: the one pattern for threads.

An executor per lane: `send` keeps posts in order and sends one at a time, `fetch` asks X, `work`
decodes pictures. One signal carries each outcome to the main thread; if the owner is gone by then,
the outcome is dropped. An AppError goes to `failed`; anything else is our bug and reaches
`sys.excepthook`.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from services.errors import AppError
from ui.memory_linux import give_pictures_back

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")


class Lane(Enum):
    """Value: how many calls of the lane run at once."""

    SEND = ("send", 1)
    FETCH = ("fetch", 2)
    WORK = ("work", 1)
    UPLOAD = ("upload", 1)
    """A video, for minutes: nothing else may wait for it."""
    SIGN_IN = ("sign_in", 1)
    """Waits for the owner, minutes perhaps."""


_BEFORE = {Lane.WORK: give_pictures_back}
"""What a lane's thread does before its first call: here pictures are decoded."""


class _Outcome(NamedTuple):
    owner: QObject
    done: Callable[[Any], None]
    failed: Callable[[AppError], None]
    value: Any
    error: BaseException | None


class Tasks(Protocol):
    def run(
        self,
        call: Callable[[], T],
        *,
        lane: Lane,
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[AppError], None],
    ) -> None:
        """Calls `call` in `lane`, then exactly one of `done` and `failed` on the main thread."""

    def after_first_frame(self, call: Callable[[], None]) -> None:
        """Calls `call` on the main thread: at once, or when the first frame stands."""

    def release(self) -> None:
        """The first frame stands: what was asked for before it may begin."""

    def idle(self) -> bool:
        """Nothing runs, waits, or is on its way back."""

    def stop(self) -> None:
        """Takes no more work and drops what has not begun. What runs is left behind."""


class LaneTasks(QObject):
    """`Tasks` on threads."""

    _came_back = Signal(object)

    def __init__(self, parent: QObject | None = None, *, held: bool = False) -> None:
        """`held`: nothing begins before `release`: the first frame has the computer to itself."""
        super().__init__(parent)
        self._held = held
        self._lanes: dict[Lane, ThreadPoolExecutor] = {}
        self._late: deque[Callable[[], None]] = deque()
        self._under_way = 0
        self._stopped = False
        self._came_back.connect(self._on_came_back, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        call: Callable[[], T],
        *,
        lane: Lane,
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[AppError], None],
    ) -> None:
        if self._stopped:
            return
        self._under_way += 1
        begin = partial(self._begin, call, lane, partial(self._report, owner, done, failed))
        self.after_first_frame(begin)

    def after_first_frame(self, call: Callable[[], None]) -> None:
        if self._held or self._late:
            # What was asked for first begins first.
            self._late.append(call)
        else:
            call()

    def release(self) -> None:
        self._held = False
        QTimer.singleShot(0, self, self._on_turn)

    def idle(self) -> bool:
        return self._under_way == 0 and not self._late

    def stop(self) -> None:
        self._stopped = True
        for executor in self._lanes.values():
            executor.shutdown(wait=False, cancel_futures=True)

    def join(self) -> None:
        """Waits for what runs: for tests, which must leave no thread behind."""
        for executor in self._lanes.values():
            executor.shutdown(wait=True, cancel_futures=True)

    def _on_turn(self) -> None:
        """One call in each turn of the event loop: a key pressed meanwhile is answered between."""
        if not self._late or self._stopped:
            return
        call = self._late.popleft()
        if self._late:
            # Before the call: should it raise, the others are still made.
            QTimer.singleShot(0, self, self._on_turn)
        call()

    def _begin(
        self, call: Callable[[], T], lane: Lane, report: Callable[[Future[T]], None]
    ) -> None:
        from concurrent.futures import ThreadPoolExecutor

        executor = self._lanes.get(lane)
        if executor is None:
            name, width = lane.value
            executor = self._lanes[lane] = ThreadPoolExecutor(
                width, thread_name_prefix=name, initializer=_BEFORE.get(lane)
            )
        executor.submit(call).add_done_callback(report)

    def _report(
        self,
        owner: QObject,
        done: Callable[[Any], None],
        failed: Callable[[AppError], None],
        future: Future[Any],
    ) -> None:
        if future.cancelled() or not isValid(self):
            return
        error = future.exception()
        value = None if error else future.result()
        self._came_back.emit(_Outcome(owner, done, failed, value, error))

    @Slot(object)
    def _on_came_back(self, outcome: _Outcome) -> None:
        self._under_way -= 1
        if not self._stopped:
            deliver(outcome)


class InlineTasks:
    """`Tasks` without threads: the call has run when `run` returns. For tests and the tour."""

    def run(
        self,
        call: Callable[[], T],
        *,
        lane: Lane,
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[AppError], None],
    ) -> None:
        try:
            value = call()
        except AppError as error:
            deliver(_Outcome(owner, done, failed, None, error))
        else:
            deliver(_Outcome(owner, done, failed, value, None))

    def after_first_frame(self, call: Callable[[], None]) -> None:
        call()

    def release(self) -> None:
        pass

    def idle(self) -> bool:
        return True

    def stop(self) -> None:
        pass


def deliver(outcome: _Outcome) -> None:
    error = outcome.error
    if error is not None and not isinstance(error, AppError):
        sys.excepthook(type(error), error, error.__traceback__)
    elif not isValid(outcome.owner):
        return
    elif error is not None:
        outcome.failed(error)
    else:
        outcome.done(outcome.value)
