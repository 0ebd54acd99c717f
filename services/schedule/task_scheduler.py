"""A task of the Windows Task Scheduler: Task Scheduler Schema (version 1.2), schtasks.

It never wakes the computer, asks for no rights, and runs only while the owner is logged on. Windows
puts values in place of %NAMES% in a task's command; there is no way to write such a name plainly.
"""

from __future__ import annotations

import re
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
        done = self._run(("schtasks", "/Query", "/TN", self.job.name, "/XML"), "")
        return done.code == 0 and _starts(done.out, self.job)

    def remove(self) -> None:
        if self._run(("schtasks", "/Query", "/TN", self.job.name), "").code == 0:
            check(self._run(self._delete, ""), self._delete)


def _starts(xml: str, job: Job) -> bool:
    """The task's own text names this program and its words. schtasks tells it in the code page of
    some console: only ASCII is sure to be read as it was written.
    """
    program, *rest = job.command
    wanted = escape(program), escape(subprocess.list2cmdline(rest))
    parts = re.findall(r"<(?:Command|Arguments)>(.*?)</", xml, re.DOTALL)
    return len(parts) == 2 and all(map(_alike, parts, wanted))


def _alike(said: str, wanted: str) -> bool:
    said = said.replace("&quot;", '"').replace("&apos;", "'")
    plain = re.split(r"[^\x00-\x7f]+", wanted)
    return re.fullmatch(".*".join(map(re.escape, plain)), said, re.DOTALL) is not None


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
