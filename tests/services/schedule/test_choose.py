from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

from main import main
from services.paths import Paths, paths_under, system_paths
from services.schedule import SchedulerKind, ScheduleTrouble, scheduler_for
from services.schedule.job import Done, job_of, run
from tests.services.schedule.scheduling import FakeRun

RUNNING = {("systemctl", "--user", "is-system-running"): Done(0, "running")}


def _there(monkeypatch: pytest.MonkeyPatch, *programs: str) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}" if name in programs else None)


@pytest.mark.parametrize(
    ("platform", "programs", "running", "kind"),
    [
        ("win32", (), False, SchedulerKind.TASK_SCHEDULER),
        ("darwin", (), False, SchedulerKind.LAUNCHD),
        ("linux", ("systemctl", "crontab"), True, SchedulerKind.SYSTEMD),
        ("linux", ("systemctl", "crontab"), False, SchedulerKind.CRON),
        ("linux", ("crontab",), True, SchedulerKind.CRON),
        ("linux", ("systemctl",), False, None),
    ],
)
def test_each_system_has_its_own(
    paths: Paths,
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    programs: tuple[str, ...],
    running: bool,
    kind: SchedulerKind | None,
) -> None:
    _there(monkeypatch, *programs)
    found = scheduler_for(paths, run=FakeRun(RUNNING if running else {}), platform=platform)
    assert (found.kind if found else None) is kind


def test_the_command_is_this_program(monkeypatch: pytest.MonkeyPatch) -> None:
    job = job_of(system_paths())
    assert job.name == "shoplark-send"
    assert job.command[0] == sys.executable
    assert Path(job.command[1]).name == "main.py"
    assert Path(job.command[1]).exists()
    assert job.command[2:] == ("--publish-due", "--scheduled")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert job_of(system_paths()).command == (sys.executable, "--publish-due", "--scheduled")


def test_another_folder_is_another_job(tmp_path: Path) -> None:
    names = ("店 & 茶", "فروشگاه (2)", "A_b/c")
    jobs = [job_of(paths_under(tmp_path / name)) for name in names]
    assert len({job.name for job in jobs}) == len(names)
    for name, job in zip(names, jobs, strict=True):
        assert re.fullmatch(r"shoplark-send-[a-z0-9]+", job.name)
        assert ("--data-dir", str(tmp_path / name)) == job.command[2:4]


def test_the_flag_goes_with_sending_alone() -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--scheduled"])
    assert ended.value.code == 2


def test_a_real_program_is_run() -> None:
    done = run((sys.executable, "-c", "print(input()[::-1]); raise SystemExit(3)"), "店abc\n")
    assert (done.code, done.out.strip()) == (3, "cba店")
    with pytest.raises(ScheduleTrouble, match="no-such-program"):
        run(("/no-such-program",), "")
