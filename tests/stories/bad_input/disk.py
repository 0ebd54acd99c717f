"""A disk that is full: the system itself refuses every byte, to SQLite and to us alike."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

needs_limits = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")


@contextmanager
def full(*, room: int = 0) -> Iterator[None]:
    """No file of this process grows beyond `room` bytes while it lasts."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
