from __future__ import annotations

import sys
from pathlib import Path

import pytest

from services import machine, machine_linux, machine_mac


def test_the_mark_is_the_same_each_time_and_tells_no_number() -> None:
    mark = machine.mark()
    assert mark == machine.mark()
    if mark:
        assert len(mark) == 16
        assert mark not in machine._number()


def test_a_computer_without_a_number_has_no_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    for nothing in ("", " \n"):
        monkeypatch.setattr(machine, "_number", lambda nothing=nothing: nothing)
        assert machine.mark() == ""


def test_two_numbers_are_two_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    marks = set()
    for number in ("3d1219c7", "4e2320d8"):
        monkeypatch.setattr(machine, "_number", lambda number=number: number)
        marks.add(machine.mark())
    assert len(marks) == 2


def test_linux_takes_the_first_that_is_there(tmp_path: Path) -> None:
    first, second = tmp_path / "machine-id", tmp_path / "dbus-id"
    assert machine_linux.number((str(first), str(second))) == ""
    second.write_text("b" * 32 + "\n")
    assert machine_linux.number((str(first), str(second))) == "b" * 32
    first.write_text("uninitialized\n")
    assert machine_linux.number((str(first), str(second))) == "b" * 32
    first.write_text("a" * 32 + "\n")
    assert machine_linux.number((str(first), str(second))) == "a" * 32


def test_a_mac_tells_its_number_among_much_else() -> None:
    told = (
        '  |   "IOPlatformUUID" = "4C4C4544-0042-3510-8056-B4C04F4E4B32"\n  |   "model" = <"Mac">'
    )
    assert machine_mac.number_in(told) == "4C4C4544-0042-3510-8056-B4C04F4E4B32"
    assert machine_mac.number_in("No such file or directory") == ""


@pytest.mark.skipif(sys.platform == "darwin", reason="there it has a number")
def test_where_there_is_no_such_tool_there_is_no_number() -> None:
    assert machine_mac.number() == ""
