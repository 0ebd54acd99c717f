"""A picture's memory goes back to the system, also after a larger one went before it."""

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from ui import memory_linux
from ui.tasks import Lane, LaneTasks

MB = 1024 * 1024

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "mallinfo2"),
    reason="speaks of glibc's allocator",
)


class _Mallinfo(ctypes.Structure):
    _fields_ = [
        (name, ctypes.c_size_t)
        for name in (
            "arena",
            "ordblks",
            "smblks",
            "hblks",
            "hblkhd",
            "usmblks",
            "fsmblks",
            "uordblks",
            "fordblks",
            "keepcost",
        )
    ]


@pytest.fixture
def libc() -> ctypes.CDLL:
    found = ctypes.CDLL(None)
    found.malloc.restype = ctypes.c_void_p
    found.malloc.argtypes = [ctypes.c_size_t]
    found.free.argtypes = [ctypes.c_void_p]
    found.mallinfo2.restype = _Mallinfo
    return found


def outside_the_heap(libc: ctypes.CDLL) -> int:
    """Bytes in blocks that go back to the system when they are freed."""
    size: int = libc.mallinfo2().hblkhd
    return size


@contextmanager
def block(libc: ctypes.CDLL, size: int) -> Iterator[int]:
    """A block of memory; how much of it lies outside the heaps."""
    before = outside_the_heap(libc)
    place = libc.malloc(size)
    try:
        yield outside_the_heap(libc) - before
    finally:
        libc.free(place)


def test_a_picture_stays_out_of_the_heaps_after_a_larger_one(libc):
    assert memory_linux.give_pictures_back()
    with block(libc, 16 * MB) as larger:
        assert larger >= 16 * MB
    with block(libc, 4 * MB) as picture:
        assert picture >= 4 * MB
    with block(libc, memory_linux.BOUND // 4) as small:
        assert small == 0


def test_other_systems_are_left_alone(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    assert not memory_linux.give_pictures_back()


def test_the_lane_that_decodes_pictures_asks_for_it(qapp, qtbot, monkeypatch, libc):
    # glibc's own way: the bound has grown with a block that was freed.
    assert libc.mallopt(-3, 32 * MB)
    tasks = LaneTasks()
    seen: list[int] = []

    def call() -> None:
        with block(libc, 4 * MB) as outside:
            seen.append(outside)

    tasks.run(call, lane=Lane.WORK, owner=tasks, done=lambda _: None, failed=pytest.fail)
    qtbot.waitUntil(tasks.idle)
    tasks.stop()
    tasks.join()
    assert seen[0] >= 4 * MB
