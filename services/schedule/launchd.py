"""A LaunchAgent of the owner's: launchd.plist(5), launchctl(1). One missed while asleep runs at
the next wake.
"""

from __future__ import annotations

import plistlib
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


class Launchd:
    kind = SchedulerKind.LAUNCHD

    def __init__(self, job: Job, run: Run, *, home: Path, user: int) -> None:
        self.job = job
        self._run = run
        self._label = f"org.shoplark.{job.name}"
        self._file = home / "Library" / "LaunchAgents" / f"{self._label}.plist"
        self._domain = f"gui/{user}"
        self._load = ("launchctl", "bootstrap", self._domain, str(self._file))
        self._unload = ("launchctl", "bootout", f"{self._domain}/{self._label}")

    def details(self) -> str:
        text = plist_of(self.job, self._label).decode()
        return f"{self._file}\n\n{text}\n{' '.join(self._load)}"

    def install(self) -> None:
        write(self._file, plist_of(self.job, self._label))
        if self._is_loaded():
            # An older one of ours: launchd reads a file only when it is loaded.
            check(self._run(self._unload, ""), self._unload)
        check(self._run(self._load, ""), self._load)

    def is_installed(self) -> bool:
        return holds(self._file, plist_of(self.job, self._label)) and self._is_loaded()

    def remove(self) -> None:
        if self._is_loaded():
            check(self._run(self._unload, ""), self._unload)
        forget(self._file)

    def _is_loaded(self) -> bool:
        return self._run(("launchctl", "print", f"{self._domain}/{self._label}"), "").code == 0


def plist_of(job: Job, label: str) -> bytes:
    return plistlib.dumps(
        {
            "Label": label,
            "ProgramArguments": list(job.command),
            "StartInterval": EVERY_MINUTES * 60,
            "RunAtLoad": False,
            "ProcessType": "Background",
            "StandardOutPath": "/dev/null",
            "StandardErrorPath": "/dev/null",
        },
        sort_keys=False,
    )
