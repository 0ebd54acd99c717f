"""A data folder, an X of its own in another process, and a program that keeps being killed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import main
from services.paths import paths_under
from services.publishing.crash_points import KILLED, VARIABLE, Point
from services.x_api.practice import TOKEN
from services.x_api.transport import Transport
from tests.crash import trouble
from tests.crash.posts import Maker
from tests.crash.truth import Count, compare, moment, waiting
from tests.x_process import XInAnotherProcess

ROOT = Path(main.__file__).parent
SETTLE = 1
_ENOUGH = 4
"""Posts that wait, so that no kill meets a program with nothing to do."""
_LAST_PATIENCE = 240
_WINDOW, _PARTS_A_WINDOW = 900, 70
"""X takes 100 posts in one of its windows: its clock is moved on before."""


class Lap:
    def __init__(self, seed: int) -> None:
        """The same seed makes the same posts, troubles and delays; what is hit depends on time."""
        self._chance = random.Random(seed)  # noqa: S311  # no secret
        self._home = tempfile.TemporaryDirectory(prefix="shoplark-crash-")
        home = Path(self._home.name)
        self._paths = paths_under(home / "data")
        self._x = XInAnotherProcess(home / "x.sqlite", takes_twice=True)
        self._x.start()
        transport = Transport(x_url=self._x.url, token=TOKEN, settle=SETTLE)
        self._maker = Maker(self._paths, transport, self._chance, f"k{seed}")
        self._maker.queue(2 * _ENOUGH)
        self._windows = 0
        self.count = Count()

    def close(self) -> None:
        self._x.stop()
        self._home.cleanup()

    def kill_at_random(self, kills: int) -> Count:
        longest = self._time_of_a_start() + 1.0
        while self.count.kills < kills:
            self._keep_busy()
            # Late, for it makes the queue wait for half a minute.
            self._disturb(limited=kills - self.count.kills == 2 and self._chance.random() < 0.4)
            process = self._start()
            try:
                process.wait(timeout=self._chance.uniform(0.1, longest))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
            self.count.runs += 1
            if process.wait() == -signal.SIGKILL:
                self.count.kills += 1
                self.count.moments[moment(self._paths.database)] += 1
            if self._x.process is None:
                self._x.start()
        return self._end()

    def kill_at_points(self, times: int = 1) -> Count:
        """At each named point, `times` over: the first, second … time the program gets there."""
        for number in range(1, times + 1):
            for point in Point:
                self._keep_busy()
                self._die_at(point, number)
        return self._end()

    def _die_at(self, point: Point, number: int) -> None:
        self._x.clear()
        if point is Point.DURING_CHECKING:
            self._x.script({**trouble.CREATE, "sort": "drop", "times": number}, trouble.LAG)
        elif point is Point.BEFORE_ANSWER:
            late = {**trouble.CREATE, "sort": "late", "seconds": 0.9}
            self._x.script(*[late] * (number + 1))
        elif point in (Point.BEFORE_UPLOAD, Point.DURING_UPLOAD):
            self._maker.queue(2, pictures=2)
        elif point is Point.BETWEEN_PIECES:
            self._maker.queue(number, video=True)
        process = self._start(crash_at=f"{point}:{number}")
        code = process.wait(timeout=100)
        self.count.runs += 1
        if code != KILLED:
            self.count.wrong.append(f"not killed at {point}: exit {code}")
            return
        self.count.kills += 1
        self.count.points[point] += 1

    def _end(self) -> Count:
        """X is in good health again and the program is left alone: all comes to an end."""
        self._x.clear()
        ends_at = time.monotonic() + _LAST_PATIENCE
        while waiting(self._paths.database) and time.monotonic() < ends_at:
            self._start().wait(timeout=100)
            # A run that the owner is waited for ends at once.
            time.sleep(0.2)
            self.count.runs += 1
        compare(self._paths.database, self._maker.made, self._x.posts(), self.count)
        return self.count

    def _keep_busy(self) -> None:
        if waiting(self._paths.database) < _ENOUGH:
            self._maker.queue(_ENOUGH)

    def _disturb(self, *, limited: bool) -> None:
        self._x.clear()
        self._move_x_on()
        # Each call meets the oldest trouble that fits it.
        # By a clock that is ahead of ours the window would be shut for long.
        first = (trouble.RATE_LIMITED,) if limited and not self._windows else ()
        self._x.script(*first, *trouble.for_one_run(self._chance))
        if self._chance.random() < 0.04:
            self._x.stop()

    def _move_x_on(self) -> None:
        parts = sum(len(post.marks) for post in self._maker.made)
        if parts > _PARTS_A_WINDOW * (self._windows + 1):
            self._x.advance(_WINDOW)
            self._windows += 1

    def _time_of_a_start(self) -> float:
        """Seconds until X is asked, or thereabouts."""
        began = time.monotonic()
        self._run("--list-queue").wait()
        return 2 * (time.monotonic() - began)

    def _start(self, *, crash_at: str = "") -> subprocess.Popen[bytes]:
        return self._run("--publish-due", "--wait", "60", crash_at=crash_at)

    def _run(self, *flags: str, crash_at: str = "") -> subprocess.Popen[bytes]:
        environment = {**os.environ, main.TOKEN_VARIABLE: TOKEN, VARIABLE: crash_at}
        return subprocess.Popen(
            [
                *(sys.executable, "main.py", "--data-dir", str(self._paths.data)),
                *("--x-url", self._x.url, "--settle", str(SETTLE)),
                *flags,
            ],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
