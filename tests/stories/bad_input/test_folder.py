"""A data folder or file that cannot be opened: what the first window says, and the way on."""

from __future__ import annotations

import io
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from services import headless
from services.clock import SystemClock
from services.headless_options import HeadlessOptions
from services.options import RunOptions
from services.paths import Paths
from services.publishing.drafts import DraftPart
from services.shop import open_shop
from services.store import backup
from services.store import database as database_module
from services.store.migrations import STEPS
from tests.stories.bad_input.disk import full, needs_limits
from ui import app
from ui.app import Opened, open_window
from ui.start_trouble import StartTroubleDialog

STORAGE = 7
FULL = "The disk is full. What was saved is safe; free some space and try again."
LOCKED = (
    "Another program is using the data file. What was saved is safe; close that program and try "
    "again."
)


@dataclass
class Door:
    """Starts the program as main.py does, and presses what the test says at each question."""

    folder: Path
    qapp: QApplication
    qtbot: QtBot
    said: list[str] = field(default_factory=list)
    offered: list[set[str]] = field(default_factory=list)
    opened: Opened | None = None

    def open(self, *answers: tuple[Callable[[], object], str]) -> int | Opened:
        """`answers`: for each question what is done before, and the button that is pressed."""
        waiting = list(answers)

        def look() -> None:
            for dialog in QApplication.topLevelWidgets():
                if isinstance(dialog, StartTroubleDialog) and dialog.isVisible():
                    buttons = {one.text(): one for one in dialog.findChildren(QPushButton)}
                    self.said.append(dialog.findChildren(QLabel)[1].text())
                    self.offered.append(set(buttons))
                    prepare, name = waiting.pop(0) if waiting else (lambda: None, "Quit")
                    prepare()
                    buttons[name].click()

        timer = QTimer()
        timer.timeout.connect(look)
        timer.start(10)
        options = RunOptions(data_dir=self.folder, language="en", theme="light")
        came = open_window(options, self.qapp)
        timer.stop()
        if isinstance(came, Opened):
            self.opened = came
            with self.qtbot.waitSignal(came.program.ready, timeout=10_000):
                pass
            self.qtbot.waitUntil(came.tasks.idle, timeout=20_000)
        return came

    def close(self) -> None:
        if self.opened is not None:
            self.opened.close()
            self.opened.tasks.join()
            self.opened.program.window.deleteLater()
            self.opened = None


@pytest.fixture
def door(
    qtbot: QtBot,
    folder: Paths,
    qapp: QApplication,
    themed: object,
    expect_log: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Door]:
    expect_log("ui.app")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(app, "_note_crashes", lambda _folder: None)
    made = Door(folder.data, qapp, qtbot)
    yield made
    made.close()


def headless_says(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    capsys.readouterr()
    options = HeadlessOptions(run=RunOptions(data_dir=folder), list_queue=True)
    code = headless.run(options, out=io.StringIO())
    return code, capsys.readouterr().err


def nothing() -> None:
    """Is done before the button is pressed."""


@pytest.fixture
def written(folder: Paths) -> Callable[[], str]:
    """A shop with one draft and today's copy; afterwards, the drafts that are there."""

    def texts() -> str:
        shop = open_shop(folder, SystemClock())
        account = shop.accounts.active()
        found = shop.drafts.all(account.id)
        shop.close()
        return " | ".join(post.text for post in found)

    shop = open_shop(folder, SystemClock())
    draft = shop.drafts.new(shop.accounts.active().id)
    shop.drafts.save(draft.id, parts=(DraftPart("Kept: شاي 🍵 抹茶"),))
    backup.daily_copy(shop.database.connection, folder, shop.clock.now())
    shop.database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shop.close()
    return texts


@pytest.mark.parametrize("below", ["", "deeper/still"])
def test_a_folder_that_is_a_file(
    door: Door, folder: Paths, capsys: pytest.CaptureFixture[str], below: str
) -> None:
    folder.data.write_text("a letter of the owner's")
    door.folder = folder.data / below if below else folder.data
    assert headless_says(door.folder, capsys)[0] == STORAGE
    came = door.open((nothing, "Show the folder"), (folder.data.unlink, "Try again"))
    assert isinstance(came, Opened)
    assert set(door.said) == {
        f"{folder.data} is a file where Shoplark needs a folder. It was not touched; move it away "
        "and try again."
    }
    assert door.offered[0] == {"Quit", "Show the folder", "Try again"}


def test_a_folder_in_the_place_of_the_data_file(
    door: Door, folder: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.database.mkdir(parents=True)
    (folder.database / "photo.jpg").write_bytes(b"mine")
    assert headless_says(folder.data, capsys)[0] == STORAGE
    assert door.open() == STORAGE
    assert door.said == [
        f"{folder.database} is a folder where Shoplark's data file belongs. It was not touched; "
        "move it away and try again."
    ]
    assert (folder.database / "photo.jpg").read_bytes() == b"mine"


def test_a_folder_that_may_not_be_written(
    door: Door,
    folder: Paths,
    written: Callable[[], str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # The tests may run as root, who may write anywhere: the system call's refusal stands for it.
    def refuse(*_args: object) -> int:
        raise OSError(30, "Read-only file system")

    with monkeypatch.context() as patch:
        patch.setattr(database_module.os, "open", refuse)
        code, err = headless_says(folder.data, capsys)
    assert (code, err.split(": ")[:2]) == (STORAGE, ["StorageTrouble", "read_only"])
    patched = pytest.MonkeyPatch()
    patched.setattr(database_module.os, "open", refuse)
    came = door.open((nothing, "Show the folder"), (patched.undo, "Try again"))
    assert isinstance(came, Opened)
    assert door.said[0] == (
        f"Shoplark may not write to {folder.database}. Nothing there was changed."
    )
    assert door.offered[0] == {"Quit", "Show the folder", "Try again"}
    door.close()
    assert "شاي 🍵 抹茶" in written()


@needs_limits
@pytest.mark.parametrize("room", [0, 40_000])
def test_a_fresh_start_on_a_full_disk(
    door: Door, folder: Paths, capsys: pytest.CaptureFixture[str], room: int
) -> None:
    """Wherever on the way the room ends: at its first byte or in its tables."""
    with full(room=room):
        code, err = headless_says(folder.data, capsys)
    assert (code, err.split(": ")[:2]) == (STORAGE, ["StorageTrouble", "full"])
    shutil.rmtree(folder.data)
    disk = full(room=room)
    disk.__enter__()
    came = door.open((nothing, "Try again"), (lambda: disk.__exit__(None, None, None), "Try again"))
    assert door.said == [FULL, FULL]
    assert door.offered[0] == {"Quit", "Try again"}
    assert isinstance(came, Opened)
    assert came.shop.products.all(came.shop.accounts.active().id)


def tear(file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])


DAMAGES: dict[str, Callable[[Path], object]] = {
    "torn": tear,
    "garbage": lambda file: file.write_bytes(b"\x93garbage\x00" * 900),
    "emptied": lambda file: file.write_bytes(b""),
}
each_damage = pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)


@each_damage
def test_a_damaged_file_gives_way_to_the_newest_copy(
    door: Door,
    folder: Paths,
    written: Callable[[], str],
    capsys: pytest.CaptureFixture[str],
    damage: Callable[[Path], object],
) -> None:
    damage(folder.database)
    code, err = headless_says(folder.data, capsys)
    assert (code, err.split(": ")[:2]) == (STORAGE, ["StorageTrouble", "damaged"])
    broken = folder.database.read_bytes()
    came = door.open((nothing, "Open the newest good copy"))
    assert isinstance(came, Opened)
    assert door.said[0].startswith("The data file is damaged. It is kept aside, and a good copy of")
    assert door.offered[0] == {"Quit", "Start empty", "Open the newest good copy"}
    door.close()
    assert "شاي 🍵 抹茶" in written()
    assert [kept.read_bytes() for kept in folder.data.glob("damaged-*.sqlite")] == [broken]


@each_damage
def test_without_a_copy_it_can_start_empty(
    door: Door, folder: Paths, written: Callable[[], str], damage: Callable[[Path], object]
) -> None:
    shutil.rmtree(folder.copies)
    damage(folder.database)
    broken = folder.database.read_bytes()
    if not broken:
        # Nothing is lost that was there: it is the first start of a new folder.
        assert isinstance(door.open(), Opened)
        assert door.said == []
        return
    came = door.open((nothing, "Start empty"))
    assert isinstance(came, Opened)
    assert door.said == [
        "The data file is damaged and there is no copy of it yet. It is kept aside if you start "
        "empty."
    ]
    assert door.offered[0] == {"Quit", "Start empty"}
    assert [kept.read_bytes() for kept in folder.data.glob("damaged-*.sqlite")] == [broken]


def test_a_newer_file_is_left_alone(
    door: Door, folder: Paths, written: Callable[[], str], capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(folder.database)) as newer:
        newer.execute(f"PRAGMA user_version={len(STEPS) + 1}")
        newer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = folder.database.read_bytes()
    code, err = headless_says(folder.data, capsys)
    assert (code, err.split(": ")[:2]) == (STORAGE, ["StorageTrouble", "newer"])
    assert door.open() == STORAGE
    assert door.said == [
        "This data was written by a newer Shoplark and was not touched. Install that version."
    ]
    assert door.offered == [{"Quit"}]
    assert folder.database.read_bytes() == before


def test_a_file_that_another_program_holds(
    door: Door, folder: Paths, written: Callable[[], str]
) -> None:
    other = sqlite3.connect(folder.database, isolation_level=None)
    other.execute("PRAGMA locking_mode=EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    came = door.open((nothing, "Try again"), (other.close, "Try again"))
    assert isinstance(came, Opened)
    assert door.said == [LOCKED, LOCKED]
    assert door.offered[0] == {"Quit", "Try again"}
    door.close()
    assert "شاي 🍵 抹茶" in written()
