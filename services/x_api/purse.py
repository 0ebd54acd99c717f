"""What an account may still spend, and the one hand at a time that spends it.

The lock is held from the question "is there enough?" until the call is booked: another lane, or
another process on the same folder, must see what this one is about to spend as spent.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from threading import RLock
from types import TracebackType

from services.clock import Clock
from services.errors import BudgetReached, RateLimited
from services.x_api.ledger import Ledger, start_of_month

PATIENCE = 30
"""Seconds: a call of the other process has its time-out before."""


class SpendLock:
    """Of one account; may be taken again by the thread that has it."""

    def __init__(self, clock: Clock, file: Path | None = None) -> None:
        """Without a `file` it holds within this process alone."""
        self._clock = clock
        self._file = file
        self._threads = RLock()
        self._depth = 0
        self._held: ExitStack | None = None

    def __enter__(self) -> None:
        self._threads.acquire()
        try:
            if self._depth == 0 and self._file is not None:
                self._held = self._take(self._file)
            self._depth += 1
        except BaseException:
            self._threads.release()
            raise

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._depth -= 1
        try:
            if self._depth == 0 and self._held is not None:
                held, self._held = self._held, None
                held.close()
        finally:
            self._threads.release()

    def _take(self, file: Path) -> ExitStack:
        from services.publishing import send_lock

        stack = ExitStack()
        try:
            stack.enter_context(send_lock.hold(file, patience=PATIENCE))
        except send_lock.AnotherSender as error:
            until = self._clock.now() + PATIENCE
            raise RateLimited("another process is spending", until=until) from error
        return stack


class Purse:
    """`budget` is asked each time, so that a change holds at once; None never stops."""

    def __init__(
        self, account_id: str, *, budget: Callable[[], int | None], ledger: Ledger, clock: Clock
    ) -> None:
        self._account_id = account_id
        self._budget = budget
        self._ledger = ledger
        self._clock = clock

    def left(self, *, sending: bool = False) -> int | None:
        """Micro-dollars left this month; None without a budget. Never below 0.

        What X may have billed without our knowing counts as spent; but not, when `sending`, the
        post that is being sent: it is the one that asks.
        """
        budget = self._budget()
        if budget is None:
            return None
        spent = self._ledger.spent_this_month(self._account_id)
        spent += self._ledger.in_doubt(self._account_id, but_sending=sending)
        return max(budget - spent, 0)

    def afford(self, cost: int, *, sending: bool = False) -> None:
        """Raises BudgetReached."""
        left = self.left(sending=sending)
        if left is not None and cost > left:
            raise self.reached(f"{cost} of {left} micro-dollars left", cost=cost, left=left)

    def reached(
        self, detail: str, *, cost: int | None = None, left: int | None = None
    ) -> BudgetReached:
        """With the start of the next month, unless not even a whole month would pay for it."""
        budget = self._budget() or 0
        turns = start_of_month(self._clock.now(), months=1)
        until = turns if cost is None or cost <= budget else None
        return BudgetReached(detail, until=until, cost=cost, left=left)
