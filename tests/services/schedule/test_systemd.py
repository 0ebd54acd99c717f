from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from services.schedule.job import Done, Job, ScheduleTrouble
from services.schedule.systemd import Systemd, answers, service_text, timer_text
from tests.services.schedule.scheduling import HARD_JOB, JOB, MOVED_JOB, FakeRun

USER = ("systemctl", "--user")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)


def _units(home: Path) -> Path:
    return home / ".config" / "systemd" / "user"


def test_it_writes_two_files_and_starts_the_timer(tmp_path: Path) -> None:
    run = FakeRun()
    made = Systemd(JOB, run, home=tmp_path)
    made.install()
    assert run.asked == [
        (*USER, "daemon-reload"),
        (*USER, "enable", "--now", "shoplark-send.timer"),
    ]
    service = (_units(tmp_path) / "shoplark-send.service").read_text("utf-8")
    assert 'ExecStart=:"/usr/bin/shoplark" "--publish-due" "--scheduled"\n' in service
    timer = (_units(tmp_path) / "shoplark-send.timer").read_text("utf-8")
    assert "OnCalendar=*:0/5\n" in timer
    assert made.is_installed()
    shown = made.details()
    assert service in shown
    assert timer in shown
    assert str(_units(tmp_path) / "shoplark-send.timer") in shown
    assert shown.endswith("systemctl --user enable --now shoplark-send.timer")


def test_nothing_is_left_of_it(tmp_path: Path) -> None:
    run = FakeRun()
    made = Systemd(JOB, run, home=tmp_path)
    made.install()
    run.asked.clear()
    made.remove()
    assert run.asked == [
        (*USER, "disable", "--now", "shoplark-send.timer"),
        (*USER, "daemon-reload"),
    ]
    assert list(_units(tmp_path).iterdir()) == []
    assert not made.is_installed()


def test_a_folder_of_the_owners_choice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    Systemd(JOB, FakeRun(), home=tmp_path).install()
    assert (tmp_path / "own/systemd/user/shoplark-send.timer").exists()


def test_a_refusal_is_told(tmp_path: Path) -> None:
    run = FakeRun({(*USER, "enable"): Done(1, "", "Failed to connect to bus")})
    with pytest.raises(ScheduleTrouble, match="Failed to connect to bus"):
        Systemd(JOB, run, home=tmp_path).install()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / ".config").write_text("a file")
    with pytest.raises(ScheduleTrouble, match="systemd"):
        Systemd(JOB, FakeRun(), home=tmp_path).install()


@pytest.mark.parametrize(
    ("said", "there"), [("running", True), ("degraded", True), ("offline", False), ("", False)]
)
def test_whether_there_is_one_to_ask(said: str, there: bool) -> None:
    run = FakeRun({(*USER, "is-system-running"): Done(1, said)})
    assert answers(run) is there


def test_paths_are_quoted() -> None:
    """systemd.syntax(7), Quoting; `%` is doubled, and `:` leaves `$` alone."""
    line = next(one for one in service_text(HARD_JOB).splitlines() if one.startswith("ExecStart"))
    assert line == (
        'ExecStart=:"/bin/sh" "-c" "exec \\"$0\\" \\"$@\\"" '
        '"/opt/tea & co/a \\"b\\" c\'d/pyth\\\\on" '
        '"/home/نارنج 店/100%%s%%%%/$HOME ${x} `id`/main.py" "--data-dir" '
        '"/srv/;#*? ~/🍵" "--publish-due"'
    )
    assert '"/a\\x0ab"' in service_text(Job("shoplark-send", ("/a\nb",)))


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
@pytest.mark.parametrize("folder", ["plain", "tea & co 100%", "a \"b\" 'c'", "نارنج 店 🍵 $HOME"])
def test_systemd_itself_takes_them(tmp_path: Path, folder: str) -> None:
    program = tmp_path / folder / "shoplark"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    service = tmp_path / "shoplark-send.service"
    service.write_text(service_text(Job("shoplark-send", (str(program), "--publish-due"))))
    timer = tmp_path / "shoplark-send.timer"
    timer.write_text(timer_text())
    said = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(service), str(timer)],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
    )
    about = [line for line in (said.stdout + said.stderr).splitlines() if "shoplark" in line]
    assert about == []
    calendar = subprocess.run(
        ["systemd-analyze", "calendar", "*:0/5"], capture_output=True, text=True, check=True
    )
    assert "*-*-* *:00/5:00" in calendar.stdout


def test_one_that_starts_a_shoplark_of_before_is_none(tmp_path: Path) -> None:
    Systemd(JOB, FakeRun(), home=tmp_path).install()
    moved = Systemd(MOVED_JOB, FakeRun(), home=tmp_path)
    assert not moved.is_installed()
    moved.install()
    assert moved.is_installed()
    assert not Systemd(JOB, FakeRun(), home=tmp_path).is_installed()
