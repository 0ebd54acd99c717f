from __future__ import annotations

import subprocess
import sys

import pytest

from services.publishing.crash_points import KILLED, CrashPoints, Point, crash_points
from services.x_api.transport import Transport

REACH = """
import sys, time
from services.publishing.crash_points import CrashPoints, Point
points = CrashPoints(sys.argv[1])
for _ in range(int(sys.argv[2])):
    for point in Point:
        points.reach(point)
if sys.argv[1].startswith("before-answer"):
    time.sleep(30)
"""


@pytest.mark.parametrize("point", Point)
def test_the_named_point_ends_the_process(point: Point) -> None:
    done = subprocess.run([sys.executable, "-c", REACH, point, "1"], check=False)
    assert done.returncode == KILLED


def test_a_count_ends_it_at_that_time() -> None:
    for times, code in (("1", 0), ("2", KILLED)):
        done = subprocess.run([sys.executable, "-c", REACH, "after-answer:2", times], check=False)
        assert done.returncode == code


def test_it_is_honoured_with_a_loopback_x_only() -> None:
    environment = {"SHOPLARK_CRASH_AT": "before-claim"}
    assert crash_points(Transport(), environment)._name == ""
    with_url = crash_points(Transport(x_url="http://127.0.0.1:1"), environment)
    assert with_url._name == "before-claim"


def test_unarmed_points_do_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr("os._exit", ended.append)
    for point in Point:
        CrashPoints().reach(point)
    assert ended == []
