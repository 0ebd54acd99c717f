"""A task of the Windows Task Scheduler: Task Scheduler Schema (version 1.2), schtasks.

It never wakes the computer, asks for no rights, and runs only while the owner is logged on. Windows
puts values in place of %NAMES% in a task's command; there is no way to write such a name plainly.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

from services.schedule.job import (
    EVERY_MINUTES,
    Job,
    Run,
    SchedulerKind,
    check,
    forget,
    write,
)

NAMESPACE = "http://schemas.microsoft.com/windows/2004/02/mit/task"


class TaskScheduler:
    kind = SchedulerKind.TASK_SCHEDULER

    def __init__(self, job: Job, run: Run, *, scratch: Path | None = None) -> None:
        """`scratch`: where the file for schtasks stands for a moment."""
        self.job = job
        self._run = run
        self._file = (scratch or Path(tempfile.gettempdir())) / f"{job.name}.xml"
        self._create = ("schtasks", "/Create", "/TN", job.name, "/XML", str(self._file), "/F")
        self._delete = ("schtasks", "/Delete", "/TN", job.name, "/F")

    def details(self) -> str:
        return f"{xml_of(self.job)}\n{subprocess.list2cmdline(self._create)}"

    def install(self) -> None:
        # schtasks reads UTF-16 with its mark, whatever the declaration says.
        write(self._file, xml_of(self.job).encode("utf-16"))
        try:
            check(self._run(self._create, ""), self._create)
        finally:
            forget(self._file)

    def is_installed(self) -> bool:
        return self._run(("schtasks", "/Query", "/TN", self.job.name), "").code == 0

    def remove(self) -> None:
        if self.is_installed():
            check(self._run(self._delete, ""), self._delete)


def xml_of(job: Job) -> str:
    program, *rest = job.command
    return f"""<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="{NAMESPACE}">
  <RegistrationInfo>
    <Description>Shoplark: sends the posts that are due, every {EVERY_MINUTES} minutes.</Description>
  </RegistrationInfo>
  <Triggers>
    <TimeTrigger>
      <Repetition>
        <Interval>PT{EVERY_MINUTES}M</Interval>
        <StopAtDurationEnd>false</StopAtDurationEnd>
      </Repetition>
      <StartBoundary>2026-01-01T00:00:00</StartBoundary>
      <Enabled>true</Enabled>
    </TimeTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <AllowHardTerminate>true</AllowHardTerminate>
    <StartWhenAvailable>true</StartWhenAvailable>
    <RunOnlyIfNetworkAvailable>false</RunOnlyIfNetworkAvailable>
    <Enabled>true</Enabled>
    <Hidden>true</Hidden>
    <WakeToRun>false</WakeToRun>
    <ExecutionTimeLimit>PT1H</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>{escape(program)}</Command>
      <Arguments>{escape(subprocess.list2cmdline(rest))}</Arguments>
    </Exec>
  </Actions>
</Task>
"""  # noqa: E501  # as the program itself writes it
