"""One renewal at a time: against the other lanes, and against the other processes on the folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Lock

from services import os_lock
from services.errors import ServerTrouble

PATIENCE = 60
"""Seconds another is waited for; its call has time-outs of its own before."""


class RenewalLock:
    """The process's part is by account; the system's part is one file for all of them."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._guard = Lock()
        self._locks: dict[str, Lock] = {}

    @contextmanager
    def hold(self, account_id: str) -> Iterator[None]:
        """Raises os_lock.Busy when the others take longer than PATIENCE."""
        with self._guard:
            lock = self._locks.setdefault(account_id, Lock())
        if not lock.acquire(timeout=PATIENCE):
            raise os_lock.Busy
        try:
            with os_lock.hold(self._file, patience=PATIENCE):
                yield
        finally:
            lock.release()

    @contextmanager
    def alone(self, account_id: str) -> Iterator[None]:
        """As `hold`, but raises ServerTrouble in place of Busy."""
        with ExitStack() as stack:
            try:
                stack.enter_context(self.hold(account_id))
            except os_lock.Busy as error:
                raise ServerTrouble("another renewal takes long") from error
            yield
