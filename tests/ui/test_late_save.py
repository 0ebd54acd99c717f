from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from services.errors import StorageProblem, StorageTrouble
from ui.late_save import LateSave


class Disk(QObject):
    """Refuses with each of `problems` in turn, then saves."""

    def __init__(self, *problems: StorageProblem) -> None:
        super().__init__()
        self._problems = list(problems)
        self.saves = 0
        self.told: list[StorageProblem] = []
        self.late = LateSave(self.save, self)
        self.late.trouble.connect(self._on_trouble)

    def save(self) -> None:
        if self._problems:
            raise StorageTrouble(self._problems.pop(0), Path("data"))
        self.saves += 1

    def _on_trouble(self, error: StorageTrouble) -> None:
        self.told.append(error.problem)


def test_saves_once_a_moment_after_the_last_key(qtbot: QtBot) -> None:
    disk = Disk()
    for _ in range(5):
        disk.late.note()
    assert disk.saves == 0
    qtbot.waitUntil(lambda: disk.saves == 1, timeout=5_000)
    assert not disk.late.waits
    assert disk.late.save_now()
    assert disk.saves == 1


def test_saves_for_who_types_without_a_pause(qtbot: QtBot) -> None:
    disk = Disk()
    keys = QTimer(disk)
    keys.timeout.connect(disk.late.note)
    keys.start(20)
    qtbot.waitUntil(lambda: disk.saves == 1, timeout=5_000)
    keys.stop()
    disk.late.forget()


def test_a_lock_is_waited_out_in_silence(qtbot: QtBot) -> None:
    disk = Disk(StorageProblem.LOCKED, StorageProblem.LOCKED)
    disk.late.note()
    qtbot.waitUntil(lambda: disk.saves == 1, timeout=5_000)
    assert disk.told == []


def test_a_lock_that_stays_is_told_once() -> None:
    disk = Disk(*[StorageProblem.LOCKED] * 30)
    disk.late.note()
    for tries in range(1, 31):
        assert not disk.late.save_now()
        assert disk.told == ([] if tries < 12 else [StorageProblem.LOCKED])
    assert disk.late.save_now()
    assert disk.saves == 1


def test_another_trouble_is_told_too() -> None:
    disk = Disk(StorageProblem.FULL, StorageProblem.FULL, StorageProblem.READ_ONLY)
    disk.late.note()
    for _ in range(3):
        disk.late.save_now()
    assert disk.told == [StorageProblem.FULL, StorageProblem.READ_ONLY]


def test_a_full_disk_is_told_once_until_it_saves(qtbot: QtBot) -> None:
    disk = Disk(StorageProblem.FULL, StorageProblem.FULL)
    disk.late.note()
    assert not disk.late.save_now()
    assert not disk.late.save_now()
    assert disk.late.waits
    assert disk.told == [StorageProblem.FULL]
    assert disk.late.save_now()
    assert disk.saves == 1


def test_what_is_forgotten_is_not_saved() -> None:
    disk = Disk()
    disk.late.note()
    disk.late.forget()
    assert disk.late.save_now()
    assert disk.saves == 0
