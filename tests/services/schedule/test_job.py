"""Files that a scheduler reads: whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from services.schedule.job import ScheduleTrouble, systems_own, write


def test_a_file_is_whole_and_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    file = tmp_path / "config" / "店.service"
    for data in (b"one\n", "二 🍵".encode()):
        write(file, data)
        assert file.read_bytes() == data
    assert list(file.parent.iterdir()) == [file]


def test_what_cannot_be_written_is_told_and_leaves_nothing_behind(tmp_path: Path) -> None:
    in_the_way = tmp_path / "shoplark.timer"
    (in_the_way / "something").mkdir(parents=True)
    with pytest.raises(ScheduleTrouble, match=r"shoplark\.timer"):
        write(in_the_way, b"[Timer]")
    assert list(tmp_path.iterdir()) == [in_the_way]


def test_on_windows_the_systems_own_program_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYSTEMROOT", "/Windows")
    assert Path(systems_own("schtasks", platform="win32")) == Path("/Windows/System32/schtasks.exe")
    assert systems_own("crontab", platform="linux") == "crontab"
