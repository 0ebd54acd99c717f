"""A picture's memory goes back to the system, also after a larger one went before it.

Each look is taken in a process of its own: in this one the heaps hold what other tests left.
"""

import ctypes
import subprocess
import sys
from pathlib import Path

import pytest

import main
from ui import memory_linux

ROOT = Path(main.__file__).parent
LOOK = """
import ctypes
from PySide6.QtCore import QCoreApplication, QObject
from ui.memory_linux import BOUND, give_pictures_back
from ui.tasks import Lane, LaneTasks

MB = 1024 * 1024
NAMES = "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost".split()

class Mallinfo(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in NAMES]

libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
libc.free.argtypes = [ctypes.c_void_p]
libc.mallinfo2.restype = Mallinfo

def outside(size):
    "How much of a new block lies outside the heaps, from where it goes back when it is freed."
    before = libc.mallinfo2().hblkhd
    place = libc.malloc(ctypes.c_size_t(size))
    found = libc.mallinfo2().hblkhd - before
    libc.free(place)
    return found
"""
HERE = "give_pictures_back()\nprint(outside(16 * MB), outside(4 * MB), outside(BOUND // 4))"
UNASKED = "print(outside(16 * MB), outside(4 * MB), outside(BOUND // 4))"
IN_THE_LANE = """
app = QCoreApplication([])
tasks = LaneTasks()
def look():
    print(outside(16 * MB), outside(4 * MB), outside(BOUND // 4))
def end(_):
    app.quit()
tasks.run(look, lane=Lane.WORK, owner=QObject(app), done=end, failed=end)
app.exec()
tasks.stop()
tasks.join()
"""
MB = 1024 * 1024


def look(script: str) -> list[int]:
    run = subprocess.run(
        [sys.executable, "-c", LOOK + script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [int(number) for number in run.stdout.split()]


@pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "mallinfo2"),
    reason="speaks of glibc's allocator",
)
@pytest.mark.parametrize("asked", [HERE, IN_THE_LANE], ids=["here", "in the lane of pictures"])
def test_a_picture_stays_out_of_the_heaps_after_a_larger_one(asked: str) -> None:
    larger, picture, small = look(asked)
    assert larger >= 16 * MB
    assert picture >= 4 * MB
    assert small == 0
    # What glibc does when it is not asked: the reason for all this.
    assert look(UNASKED)[1] == 0


def test_other_systems_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert not memory_linux.give_pictures_back()
