"""One holder at a time of a file, among threads and processes: the system's own lock.

A killed process cannot leave it behind. The file itself stays and says nothing.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from services.store.troubles import system_trouble

_LOOK_AGAIN = 0.05
_HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""Another has it. Anything else is no lock at all, as some folders on a network have none."""


class Busy(Exception):
    """Somebody else had it for as long as we were willing to wait."""


@contextmanager
def hold(path: Path, *, patience: float = 0) -> Iterator[None]:
    """Has the lock for as long as the block lasts; waits up to `patience` seconds for it.

    Raises Busy, or StorageTrouble when the file cannot be made, or not be locked.
    """
    try:
        handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as error:
        raise system_trouble(error, path) from error
    try:
        try:
            _wait_for(handle, time.monotonic() + patience)
        except OSError as error:
            raise system_trouble(error, path) from error
        try:
            yield
        finally:
            with suppress(OSError):
                # Closing it lets go of it, too.
                _unlock(handle)
    finally:
        os.close(handle)


def _wait_for(handle: int, deadline: float) -> None:
    while not _has_lock(handle):
        if time.monotonic() >= deadline:
            raise Busy
        time.sleep(_LOOK_AGAIN)


def _has_lock(handle: int) -> bool:
    try:
        _lock(handle)
    except OSError as error:
        if error.errno not in _HELD:
            raise
        return False
    return True


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _unlock(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
