from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.one_instance import OneInstance


@pytest.mark.loopback
def test_a_second_start_knocks_at_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    lock = tmp_path / "window.lock"
    first = OneInstance(lock)
    assert first.acquire()
    first.listen()
    second = OneInstance(lock)
    assert not second.acquire()
    assert second.is_held()
    with qtbot.waitSignal(first.knocked, timeout=5_000):
        assert second.knock()
    first.release()
    assert second.acquire()
    second.release()


def test_two_data_folders_are_two_programs(qtbot: QtBot, tmp_path: Path) -> None:
    one, other = OneInstance(tmp_path / "a.lock"), OneInstance(tmp_path / "b.lock")
    assert one.acquire()
    assert other.acquire()
    one.release()
    other.release()


def test_a_knock_with_nobody_there(qtbot: QtBot, tmp_path: Path) -> None:
    assert not OneInstance(tmp_path / "window.lock").knock()


@pytest.mark.loopback
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a file's name is always words")
def test_a_folder_whose_name_is_no_utf_8(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"B\xfcro")
    folder.mkdir()
    instance = OneInstance(folder / "window.lock")
    assert instance.acquire() or not instance.is_held()
    instance.listen()
    instance.release()
