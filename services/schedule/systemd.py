"""A timer of the owner's own systemd: systemd.service(5), systemd.timer(5), systemd.syntax(7).

It runs while the owner is logged in; one that was missed (asleep, off) is made up for at once.
"""

from __future__ import annotations

import os
from pathlib import Path

from services.schedule.job import (
    EVERY_MINUTES,
    Job,
    Run,
    SchedulerKind,
    check,
    forget,
    holds,
    write,
)

_ANSWERS = ("running", "degraded", "starting", "initializing")
_SYSTEMCTL = ("systemctl", "--user")
_UNSAFE = "\"'\\"


class Systemd:
    kind = SchedulerKind.SYSTEMD

    def __init__(self, job: Job, run: Run, *, home: Path) -> None:
        self.job = job
        self._run = run
        config = os.environ.get("XDG_CONFIG_HOME", "")
        # A relative one is to be ignored (XDG Base Directory Specification).
        folder = Path(config) if config.startswith("/") else home / ".config"
        self._service = folder / "systemd" / "user" / f"{job.name}.service"
        self._timer = self._service.with_suffix(".timer")
        self._reload = (*_SYSTEMCTL, "daemon-reload")
        self._enable = (*_SYSTEMCTL, "enable", "--now", self._timer.name)
        self._disable = (*_SYSTEMCTL, "disable", "--now", self._timer.name)

    def details(self) -> str:
        files = ((self._service, service_text(self.job)), (self._timer, timer_text()))
        parts = [f"{path}\n\n{text}" for path, text in files]
        return "\n".join([*parts, " ".join(self._reload), " ".join(self._enable)])

    def install(self) -> None:
        write(self._service, service_text(self.job).encode("utf-8", "surrogateescape"))
        write(self._timer, timer_text().encode())
        for command in (self._reload, self._enable):
            check(self._run(command, ""), command)

    def is_installed(self) -> bool:
        asked = (*_SYSTEMCTL, "is-enabled", self._timer.name)
        service = service_text(self.job).encode("utf-8", "surrogateescape")
        written = self._timer.exists() and holds(self._service, service)
        return written and self._run(asked, "").code == 0

    def remove(self) -> None:
        if self._timer.exists():
            check(self._run(self._disable, ""), self._disable)
        forget(self._timer)
        forget(self._service)
        check(self._run(self._reload, ""), self._reload)


def answers(run: Run) -> bool:
    """Whether this session has a systemd of its own to ask."""
    return run((*_SYSTEMCTL, "is-system-running"), "").out.strip() in _ANSWERS


def service_text(job: Job) -> str:
    """The `:` keeps `$` as it is; exit codes 3 to 6 only say that a post waits."""
    words = job.command
    if any(sign in _UNSAFE or sign < " " for sign in words[0]):
        # systemd takes no program with such a sign in its path; a shell takes it as a word.
        words = ("/bin/sh", "-c", 'exec "$0" "$@"', *words)
    command = " ".join(_quoted(word) for word in words)
    return (
        "[Unit]\n"
        "Description=Shoplark: send the posts that are due\n"
        "\n"
        "[Service]\n"
        "Type=oneshot\n"
        f"ExecStart=:{command}\n"
        "SuccessExitStatus=3 4 5 6\n"
    )


def timer_text() -> str:
    return (
        "[Unit]\n"
        "Description=Shoplark: look for due posts\n"
        "\n"
        "[Timer]\n"
        f"OnCalendar=*:0/{EVERY_MINUTES}\n"
        "AccuracySec=30s\n"
        "Persistent=true\n"
        "\n"
        "[Install]\n"
        "WantedBy=timers.target\n"
    )


def _quoted(word: str) -> str:
    """In double quotes, with C's escapes; `%` begins a specifier and is doubled."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return '"' + "".join(f"\\x{ord(c):02x}" if c < " " or c == "\x7f" else c for c in escaped) + '"'
