from __future__ import annotations

import plistlib
from pathlib import Path

import pytest

from services.schedule.job import Done, ScheduleTrouble
from services.schedule.launchd import Launchd, plist_of
from tests.services.schedule.scheduling import HARD, HARD_JOB, JOB, MOVED_JOB, FakeRun

LABEL = "org.shoplark.shoplark-send"
PRINT = ("launchctl", "print", f"gui/501/{LABEL}")


def test_the_plist_holds_every_word_as_it_is() -> None:
    """launchd.plist(5): ProgramArguments are handed to execvp, no shell is between."""
    read = plistlib.loads(plist_of(HARD_JOB, LABEL))
    assert read["Label"] == LABEL
    assert read["ProgramArguments"] == list(HARD)
    assert read["StartInterval"] == 300
    assert read["RunAtLoad"] is False
    known = {"Label", "ProgramArguments", "StartInterval", "RunAtLoad", "ProcessType"}
    assert set(read) == known | {"StandardOutPath", "StandardErrorPath"}


def test_installing_and_removing(tmp_path: Path) -> None:
    run = FakeRun({PRINT: Done(113)})
    made = Launchd(JOB, run, home=tmp_path, user=501)
    file = tmp_path / "Library" / "LaunchAgents" / f"{LABEL}.plist"
    made.install()
    assert file.read_bytes() == plist_of(JOB, LABEL)
    assert run.asked[-1] == ("launchctl", "bootstrap", "gui/501", str(file))
    assert made.details().startswith(str(file))
    assert not made.is_installed()
    run.answers[PRINT] = Done(0)
    assert made.is_installed()
    made.install()
    assert run.asked[-2] == ("launchctl", "bootout", f"gui/501/{LABEL}")
    made.remove()
    assert run.asked[-1] == ("launchctl", "bootout", f"gui/501/{LABEL}")
    assert not file.exists()


def test_a_refusal_is_told(tmp_path: Path) -> None:
    failed = Done(5, "", "Bootstrap failed: 5: Input/output error")
    run = FakeRun({PRINT: Done(113), ("launchctl", "bootstrap"): failed})
    with pytest.raises(ScheduleTrouble, match="Bootstrap failed"):
        Launchd(JOB, run, home=tmp_path, user=501).install()


def test_one_that_starts_a_shoplark_of_before_is_none(tmp_path: Path) -> None:
    Launchd(JOB, FakeRun(), home=tmp_path, user=501).install()
    assert Launchd(JOB, FakeRun(), home=tmp_path, user=501).is_installed()
    assert not Launchd(MOVED_JOB, FakeRun(), home=tmp_path, user=501).is_installed()
