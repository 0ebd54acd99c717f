"""Which scheduler this system has."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from services.schedule.job import Run, Scheduler, job_of
from services.schedule.job import run as really

if TYPE_CHECKING:
    from services.paths import Paths


def scheduler_for(
    paths: Paths, *, run: Run = really, platform: str = sys.platform
) -> Scheduler | None:
    """Asks the system, so in a lane; None where there is none. Raises ScheduleTrouble."""
    job = job_of(paths)
    if platform == "win32":
        from services.schedule.task_scheduler import TaskScheduler

        return TaskScheduler(job, run)
    if platform == "darwin" and sys.platform != "win32":
        from services.schedule.launchd import Launchd

        return Launchd(job, run, home=Path.home(), user=os.getuid())
    from services.schedule import systemd

    if shutil.which("systemctl") and systemd.answers(run):
        return systemd.Systemd(job, run, home=Path.home())
    if shutil.which("crontab"):
        from services.schedule.cron import Cron

        return Cron(job, run)
    return None
