"""What every scheduler is asked, and the command that it starts."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from services.errors import AppError, Kept, NextStep, StorageTrouble

if TYPE_CHECKING:
    from services.paths import Paths

EVERY_MINUTES = 5
_PATIENCE = 30
"""Seconds that a scheduler's own program may take."""


class SchedulerKind(Enum):
    SYSTEMD = "systemd"
    CRON = "cron"
    LAUNCHD = "launchd"
    TASK_SCHEDULER = "task_scheduler"


class ScheduleTrouble(AppError):
    """The system's scheduler did not take it, or cannot be asked; `detail` has its words."""

    kept = Kept.QUEUE
    next_step = NextStep.TRY_AGAIN


@dataclass(frozen=True, slots=True)
class Job:
    """`name` is Shoplark's own among the scheduler's jobs, of these signs: a-z 0-9 -"""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Done:
    code: int
    out: str = ""
    err: str = ""


Run = Callable[[Sequence[str], str], Done]
"""A program with its arguments, and what stands on its stdin."""


class Scheduler(Protocol):
    """Blocks for as long as the system's own program takes: only in a lane. Raises
    ScheduleTrouble.
    """

    @property
    def kind(self) -> SchedulerKind: ...

    @property
    def job(self) -> Job: ...

    def details(self) -> str:
        """Exactly what `install` writes and runs, for the owner to read."""

    def install(self) -> None: ...

    def is_installed(self) -> bool:
        """It starts this very program: not one that was moved or replaced since."""

    def remove(self) -> None: ...


def job_of(paths: Paths) -> Job:
    """This very program, on this very folder."""
    command: tuple[str, ...] = (sys.executable,)
    if not getattr(sys, "frozen", False):
        main = Path(__file__).resolve().parents[2] / "main.py"
        command = (_without_console(sys.executable), str(main))
    name = "shoplark-send"
    if paths.separate:
        command += ("--data-dir", str(paths.data))
        name += f"-{paths.mark}"
    return Job(name, (*command, "--publish-due", "--scheduled"))


def run(command: Sequence[str], stdin: str) -> Done:
    """Raises ScheduleTrouble where the program is not there or does not end."""
    import subprocess

    try:
        ended = subprocess.run(  # noqa: S603  # the system's own tools, with our words
            [systems_own(command[0]), *command[1:]],
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise ScheduleTrouble(f"{command[0]}: {error}") from error
    return Done(ended.returncode, ended.stdout, ended.stderr)


def systems_own(program: str, *, platform: str = sys.platform) -> str:
    """On Windows a file of that name in the working folder would be started before the system's."""
    if platform != "win32":
        return program
    return str(Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", f"{program}.exe"))


def check(done: Done, command: Sequence[str]) -> Done:
    if done.code:
        raise ScheduleTrouble(f"{' '.join(command)}: {(done.err or done.out).strip() or done.code}")
    return done


def write(path: Path, data: bytes) -> None:
    """Whole or not at all. Raises ScheduleTrouble."""
    from services.media.files import write_whole

    try:
        write_whole(path, data)
    except StorageTrouble as error:
        raise ScheduleTrouble(f"{path}: {error.detail}") from error


def holds(path: Path, data: bytes) -> bool:
    """The file is there, and reads like this. Raises ScheduleTrouble."""
    try:
        return path.read_bytes() == data
    except FileNotFoundError:
        return False
    except OSError as error:
        raise ScheduleTrouble(f"{path}: {error.strerror}") from error


def forget(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise ScheduleTrouble(f"{path}: {error.strerror}") from error


def _without_console(python: str) -> str:
    """On Windows python.exe would show a black window every five minutes."""
    quiet = Path(python).with_name("pythonw.exe")
    return str(quiet) if python.endswith("python.exe") and quiet.exists() else python
