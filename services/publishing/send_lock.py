"""One sender at a time on a data folder: an OS lock that a killed process cannot leave behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from services import os_lock


class AnotherSender(Exception):
    """Another process is sending from this folder."""


@contextmanager
def hold(path: Path, *, patience: float = 0) -> Iterator[None]:
    """Has the lock for as long as the block lasts; waits up to `patience` seconds for it.

    Raises AnotherSender, or StorageTrouble when the file cannot be made.
    """
    with ExitStack() as stack:
        try:
            stack.enter_context(os_lock.hold(path, patience=patience))
        except os_lock.Busy as error:
            raise AnotherSender from error
        yield
