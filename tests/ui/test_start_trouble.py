from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from services.clock import SteppedClock
from services.errors import StorageProblem, StorageTrouble
from services.paths import Paths, paths_under
from services.settings import LANGUAGE, Settings
from services.store import backup
from services.store.database import open_database
from ui.start_trouble import StartTroubleDialog, ask


def _buttons(dialog: StartTroubleDialog) -> dict[str, QPushButton]:
    return {button.text(): button for button in dialog.findChildren(QPushButton)}


def _said(dialog: StartTroubleDialog) -> str:
    return dialog.findChildren(QLabel)[1].text()


@pytest.mark.parametrize("problem", list(StorageProblem))
def test_each_trouble_has_a_sentence_and_a_way_out(
    qtbot: QtBot, themed: object, paths: Paths, problem: StorageProblem
) -> None:
    paths.copies.mkdir(parents=True)
    dialog = StartTroubleDialog(StorageTrouble(problem, paths.database), paths, 0)
    qtbot.addWidget(dialog)
    ways = {"Start empty", "Try again"} & set(_buttons(dialog))
    assert "Quit" in _buttons(dialog)
    assert ways or problem is StorageProblem.NEWER
    assert any(label.text().endswith(".") for label in dialog.findChildren(QLabel))


def test_the_newest_good_copy_comes_back(
    qtbot: QtBot, themed: object, paths: Paths, clock: SteppedClock
) -> None:
    database = open_database(paths)
    Settings(database).set(LANGUAGE, "fa")
    backup.daily_copy(database.connection, paths, clock.now())
    database.close()
    paths.database.write_bytes(b"torn")
    trouble = StorageTrouble(StorageProblem.DAMAGED, paths.database)
    dialog = StartTroubleDialog(trouble, paths, clock.now())
    qtbot.addWidget(dialog)
    _buttons(dialog)["Open the newest good copy"].click()
    again = open_database(paths)
    assert Settings(again).get(LANGUAGE) == "fa"
    again.close()
    assert [path.read_bytes() for path in paths.data.glob("damaged-*.sqlite")] == [b"torn"]


def test_the_copy_is_offered_by_its_day_and_only_when_there_is_one(
    qtbot: QtBot, themed: object, paths: Paths, clock: SteppedClock
) -> None:
    database = open_database(paths)
    trouble = StorageTrouble(StorageProblem.DAMAGED, paths.database)
    without = StartTroubleDialog(trouble, paths, clock.now())
    qtbot.addWidget(without)
    assert "there is no copy of it yet" in _said(without)
    assert set(_buttons(without)) == {"Quit", "Start empty"}
    copy = backup.daily_copy(database.connection, paths, clock.now())
    database.close()
    assert copy is not None
    os.utime(copy, (clock.now(), clock.now()))
    with_copy = StartTroubleDialog(trouble, paths, clock.now())
    qtbot.addWidget(with_copy)
    assert "2026" in _said(with_copy)
    assert "20" in _said(with_copy)


@pytest.mark.parametrize("name", ["Start empty", "Open the newest good copy"])
def test_where_the_disk_refuses_the_dialog_says_so_and_stays(
    qtbot: QtBot,
    themed: object,
    paths: Paths,
    clock: SteppedClock,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    database = open_database(paths)
    backup.daily_copy(database.connection, paths, clock.now())
    database.close()
    paths.database.write_bytes(b"torn")
    trouble = StorageTrouble(StorageProblem.DAMAGED, paths.database)
    dialog = StartTroubleDialog(trouble, paths, clock.now())
    qtbot.addWidget(dialog)

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    with qtbot.assertNotEmitted(dialog.finished):
        _buttons(dialog)[name].click()
    assert _said(dialog).startswith("The disk is full.")
    assert paths.database.read_bytes() == b"torn"


def test_showing_the_folder_keeps_the_question(
    qtbot: QtBot, themed: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").write_text("mine")
    trouble = StorageTrouble(StorageProblem.NOT_A_FOLDER, tmp_path / "data")
    dialog = StartTroubleDialog(trouble, paths_under(tmp_path / "data"), 0)
    qtbot.addWidget(dialog)
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    with qtbot.assertNotEmitted(dialog.finished):
        _buttons(dialog)["Show the folder"].click()
    assert shown == [str(tmp_path)]
    with qtbot.waitSignal(dialog.accepted):
        _buttons(dialog)["Try again"].click()


def test_starting_empty_keeps_the_damaged_file(
    qtbot: QtBot, themed: object, paths: Paths, clock: SteppedClock
) -> None:
    paths.data.mkdir()
    paths.database.write_bytes(b"torn")
    trouble = StorageTrouble(StorageProblem.DAMAGED, paths.database)
    dialog = StartTroubleDialog(trouble, paths, clock.now())
    qtbot.addWidget(dialog)
    _buttons(dialog)["Start empty"].click()
    assert not paths.database.exists()
    assert len(list(paths.data.glob("damaged-*.sqlite"))) == 1


def test_asking_waits_for_the_answer(qtbot: QtBot, themed: object, tmp_path: Path) -> None:
    trouble = StorageTrouble(StorageProblem.LOCKED, tmp_path)

    def press() -> None:
        dialog = next(
            window
            for window in QApplication.topLevelWidgets()
            if isinstance(window, StartTroubleDialog) and window.isVisible()
        )
        _buttons(dialog)["Quit"].click()

    QTimer.singleShot(0, press)
    assert ask(trouble, paths_under(tmp_path), 0) is False
