from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from services.clock import SteppedClock
from services.errors import StorageProblem, StorageTrouble
from services.paths import Paths
from services.settings import LANGUAGE, Settings
from services.store import backup
from services.store.database import open_database
from ui.start_trouble import StartTroubleDialog, ask


def _buttons(dialog: StartTroubleDialog) -> dict[str, QPushButton]:
    return {button.text(): button for button in dialog.findChildren(QPushButton)}


@pytest.mark.parametrize("problem", list(StorageProblem))
def test_each_trouble_has_a_sentence_and_a_way_out(
    qtbot: QtBot, themed: object, paths: Paths, problem: StorageProblem
) -> None:
    paths.copies.mkdir(parents=True)
    dialog = StartTroubleDialog(StorageTrouble(problem, paths.database), paths, 0)
    qtbot.addWidget(dialog)
    assert "Quit" in _buttons(dialog)
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
    from services.paths import paths_under

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
