"""Killed in the middle of a word: at most a second of it is missing, and the caret stands there."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.stories.bad_input.disk import needs_limits
from tests.stories.bad_input.test_disk import FULL
from tests.x_process import ROOT

A_SECOND = 1.0
ROUNDS = 4


@dataclass(frozen=True)
class Sheet:
    text: str
    caret: int
    at: float
    told: str


@dataclass
class Typing:
    """A running program; `seen` grows by a sheet for each key."""

    process: subprocess.Popen[str]
    seen: list[Sheet]

    def read(self) -> Sheet | None:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line.endswith("\n"):
            return None
        self.seen.append(Sheet(**json.loads(line)))
        return self.seen[-1]

    def kill(self) -> float:
        """As `kill -9` does, in the middle of whatever it is at; when that was."""
        at = time.monotonic()
        self.process.kill()
        self.process.wait(timeout=20)
        while self.read() is not None:
            pass
        return at


@contextmanager
def typing(folder: Path, seed: int, *flags: str) -> Iterator[Typing]:
    command = [sys.executable, "-m", "tests.typing_child", str(folder), str(seed), *flags]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    running = Typing(process, [])
    try:
        assert running.read() is not None, "the window never stood"
        yield running
    finally:
        process.kill()
        process.wait(timeout=20)
        assert process.stdout is not None
        process.stdout.close()


def test_at_most_a_second_of_text_is_missing(tmp_path: Path) -> None:
    chance = random.Random(20_261_122)  # noqa: S311  # no secret
    left: list[Sheet] = []
    killed_at = 0.0
    for number in range(ROUNDS + 1):
        with typing(tmp_path / "data", number) as running:
            found = running.seen[0]
            if left:
                _check_found(found, left, killed_at)
            else:
                assert (found.text, found.caret) == ("", 0)
            until = time.monotonic() + chance.uniform(0.2, 3.0)
            while time.monotonic() < until:
                assert running.read() is not None, "it ended by itself"
            killed_at = running.kill()
            left = running.seen


def _check_found(found: Sheet, left: list[Sheet], killed_at: float) -> None:
    """One of the states that were seen, with its caret, and none from before the last second."""
    must = max(n for n, sheet in enumerate(left) if sheet.at <= killed_at - A_SECOND or n == 0)
    recent = left[must:]
    assert found.text in [sheet.text for sheet in recent], _loss(found, left)
    assert (found.text, found.caret) in [(sheet.text, sheet.caret) for sheet in recent]


def _loss(found: Sheet, left: list[Sheet]) -> str:
    places = [n for n, sheet in enumerate(left) if sheet.text == found.text]
    if not places:
        return f"{found.text!r} never stood there; last was {left[-1].text!r}"
    return f"{len(left) - 1 - places[-1]} keys lost, {left[-1].at - left[places[-1]].at:.2f} s"


@needs_limits
@pytest.mark.parametrize("keys", [30, 71])
def test_a_disk_that_fills_up_leaves_the_draft_before_it_whole(tmp_path: Path, keys: int) -> None:
    with typing(tmp_path / "data", keys, "--full-after", str(keys)) as running:
        until = time.monotonic() + 15
        while running.read() is not None and not running.seen[-1].told:
            assert time.monotonic() < until, "nothing was told"
        assert running.seen[-1].told == FULL
        running.kill()
        left = running.seen
    with typing(tmp_path / "data", 0) as again:
        found = again.seen[0]
        again.kill()
    assert found.told == ""
    # The disk was full from key number `keys` on; what was written before lies there, whole.
    before = left[: keys + 1]
    assert found.text in [sheet.text for sheet in before]
    filled_at = left[keys].at
    must = max(n for n, sheet in enumerate(before) if sheet.at <= filled_at - A_SECOND or n == 0)
    assert (found.text, found.caret) in [(sheet.text, sheet.caret) for sheet in before[must:]]
