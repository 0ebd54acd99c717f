"""Runs files through tests.odd_pictures.one, and knows what became of each, come what may."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO

SECONDS = 60
"""More for one file is a hang."""
_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Outcome:
    """`said`: `used …`, `refused …`, `raised …`, `crashed …` or `hung`. `mb`: over the start's."""

    path: Path
    said: str
    seconds: float = 0.0
    mb: float = 0.0

    @property
    def kind(self) -> str:
        return self.said.partition(" ")[0]


def run(paths: Sequence[Path], *, seconds: float = SECONDS) -> list[Outcome]:
    """One outcome for each. A process that dies is begun again behind the file it died of."""
    outcomes: list[Outcome] = []
    while len(outcomes) < len(paths):
        outcomes += _one_process(paths[len(outcomes) :], seconds)
    return outcomes


def _one_process(paths: Sequence[Path], seconds: float) -> list[Outcome]:
    command = [sys.executable, "-W", "error", "-m", "tests.odd_pictures.one"]
    with tempfile.TemporaryFile("w+") as names, tempfile.TemporaryFile() as trouble:
        names.writelines(f"{path}\n" for path in paths)
        names.seek(0)
        child = subprocess.Popen(
            command, cwd=_ROOT, stdin=names, stdout=subprocess.PIPE, stderr=trouble, text=True
        )
        assert child.stdout
        said: SimpleQueue[str | None] = SimpleQueue()
        listener = Thread(target=_listen, args=(child.stdout, said), daemon=True)
        listener.start()
        outcomes = _heard(paths, said, child, seconds)
        child.kill()
        listener.join()
        child.stdout.close()
        child.wait()
    return outcomes


def _heard(
    paths: Sequence[Path],
    said: SimpleQueue[str | None],
    child: subprocess.Popen[str],
    seconds: float,
) -> list[Outcome]:
    outcomes: list[Outcome] = []
    while len(outcomes) < len(paths):
        at = paths[len(outcomes)]
        try:
            line = said.get(timeout=seconds)
        except Empty:
            return [*outcomes, Outcome(at, "hung", seconds)]
        if line is None:
            return [*outcomes, Outcome(at, f"crashed {child.wait()}")]
        words = json.loads(line)
        if "said" in words:
            outcomes.append(Outcome(at, words["said"], words["seconds"], words["mb"]))
    return outcomes


def _listen(lines: IO[str], said: SimpleQueue[str | None]) -> None:
    for line in lines:
        said.put(line)
    said.put(None)
