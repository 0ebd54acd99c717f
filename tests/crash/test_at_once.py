"""Two windows, a program that sends as a window does, and two `--publish-due`, all at once."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

import main
from services.paths import paths_under
from services.x_api.practice import TOKEN
from services.x_api.transport import Transport
from tests.crash.posts import Maker
from tests.crash.truth import Count, compare, waiting
from tests.x_process import ROOT, XInAnotherProcess

POSTS = 200
_A_WINDOW = 900
_WELL_BEFORE = 60
"""X takes 100 in one of its windows: its clock is moved on before."""
_PATIENCE = 90

pytestmark = [pytest.mark.loopback, pytest.mark.slow]


def test_two_hundred_due_posts_are_two_hundred_on_x(tmp_path: Path) -> None:
    x = XInAnotherProcess(tmp_path / "x.sqlite", takes_twice=True)
    x.start()
    paths = paths_under(tmp_path / "data")
    transport = Transport(x_url=x.url, token=TOKEN, settle=1)
    maker = Maker(paths, transport, random.Random(4), "at-once")  # noqa: S311  # no secret
    maker.queue(POSTS, parts=1, pictures=0)
    flags = [*("--data-dir", str(paths.data)), *("--x-url", x.url, "--settle", "1")]
    due = ["main.py", *flags, "--publish-due", "--wait", str(_PATIENCE)]
    another = ["-m", "tests.crash.one_by_one", str(paths.data), x.url]
    running = [_start(["main.py", *flags]), _start(["main.py", *flags])]
    running += [_start(due), _start(due), _start(another)]
    try:
        moved_on, ends_at = 0, time.monotonic() + _PATIENCE
        while waiting(paths.database) and time.monotonic() < ends_at:
            there = len(x.posts())
            if there >= moved_on + _WELL_BEFORE:
                x.advance(_A_WINDOW)
                moved_on = there
            time.sleep(0.1)
        codes = [one.wait(timeout=20) for one in running[2:]]
    finally:
        for one in running:
            one.terminate()
            one.wait(timeout=20)
        posts = x.posts()
        x.stop()
    count = Count()
    compare(paths.database, maker.made, posts, count)
    assert count.is_good, count
    assert len(posts) == POSTS
    assert codes == [0, 0, 0]


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    environment = {**os.environ, main.TOKEN_VARIABLE: TOKEN, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
