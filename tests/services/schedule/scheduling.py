"""A stand-in for the system's own programs, and commands that are hard to quote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from services.schedule.job import Done, Job

HARD = (
    '/opt/tea & co/a "b" c\'d/pyth\\on',
    "/home/نارنج 店/100%s%%/$HOME ${x} `id`/main.py",
    "--data-dir",
    "/srv/;#*? ~/🍵",
    "--publish-due",
)
JOB = Job("shoplark-send", ("/usr/bin/shoplark", "--publish-due", "--scheduled"))
HARD_JOB = Job("shoplark-send", HARD)
MOVED_JOB = Job("shoplark-send", ("/opt/new/shoplark", "--publish-due", "--scheduled"))
"""After Shoplark was put into another folder."""


@dataclass
class FakeRun:
    """Answers by the beginning of a command; everything else went well and said nothing."""

    answers: dict[tuple[str, ...], Done] = field(default_factory=dict)
    asked: list[tuple[str, ...]] = field(default_factory=list)
    stdin: list[str] = field(default_factory=list)

    def __call__(self, command: Sequence[str], stdin: str) -> Done:
        self.asked.append(tuple(command))
        self.stdin.append(stdin)
        for start, done in self.answers.items():
            if tuple(command)[: len(start)] == start:
                return done
        return Done(0)
