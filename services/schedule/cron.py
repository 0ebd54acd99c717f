"""A line in the owner's crontab, where there is no systemd of theirs: crontab(1), crontab(5)."""

from __future__ import annotations

import shlex

from services.schedule.job import (
    EVERY_MINUTES,
    Done,
    Job,
    Run,
    SchedulerKind,
    ScheduleTrouble,
    check,
)

_BUS = (
    "XDG_RUNTIME_DIR=/run/user/$(id -u) DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/$(id -u)/bus"
)
"""Cron tells its commands nothing of the session, and without it no keyring is found."""


class Cron:
    kind = SchedulerKind.CRON

    def __init__(self, job: Job, run: Run) -> None:
        self.job = job
        self._run = run

    def details(self) -> str:
        return f"crontab -e\n\n{line_of(self.job)}\n"

    def install(self) -> None:
        self._write(merged(self._read(), self.job, line_of(self.job)))

    def is_installed(self) -> bool:
        return line_of(self.job) in self._read().split("\n")

    def remove(self) -> None:
        before = self._read()
        after = merged(before, self.job, None)
        if after != before:
            self._write(after)

    def _read(self) -> str:
        """An owner without a crontab has an empty one; any other refusal must not lose theirs."""
        done: Done = self._run(("crontab", "-l"), "")
        if done.code and "no crontab" in done.err.casefold():
            return ""
        return check(done, ("crontab", "-l")).out

    def _write(self, text: str) -> None:
        command = ("crontab", "-") if text.strip() else ("crontab", "-r")
        check(self._run(command, text if text.strip() else ""), command)


def line_of(job: Job) -> str:
    """For /bin/sh, with `%` escaped: cron would make a new line of it. Raises ScheduleTrouble."""
    command = shlex.join(job.command)
    if "\n" in command or "\r" in command:
        raise ScheduleTrouble("a crontab holds no path with a line break")
    words = f"{_BUS} {command} >/dev/null 2>&1"
    return f"*/{EVERY_MINUTES} * * * * {words.replace('%', chr(92) + '%')} # {job.name}"


def merged(crontab: str, job: Job, line: str | None) -> str:
    """All other lines as they are, and ours once, at the end; None takes it out."""
    lines = crontab.removesuffix("\n").split("\n") if crontab else []
    kept = [each for each in lines if not _is_ours(each, job)]
    return "".join(f"{each}\n" for each in [*kept, *([line] if line else [])])


def _is_ours(line: str, job: Job) -> bool:
    return line.endswith(f"# {job.name}") and not line.lstrip().startswith("#")
