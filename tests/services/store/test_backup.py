from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from services.clock import DAY, SteppedClock
from services.errors import StorageProblem, StorageTrouble
from services.paths import Paths, paths_under
from services.settings import LANGUAGE, Settings
from services.store import backup
from services.store.database import Database, connect, open_database


def test_one_copy_a_day_and_seven_kept(
    database: Database, paths: Paths, clock: SteppedClock
) -> None:
    for _ in range(10):
        assert backup.daily_copy(database.connection, paths, clock.now()) is not None
        assert backup.daily_copy(database.connection, paths, clock.now()) is None
        clock.advance(DAY)
    assert len(list(paths.copies.glob("*.sqlite"))) == backup.DAILY_COPIES


def test_the_newest_whole_copy_comes_back(paths: Paths, clock: SteppedClock) -> None:
    database = open_database(paths)
    settings = Settings(database)
    settings.set(LANGUAGE, "ja")
    good = backup.daily_copy(database.connection, paths, clock.now())
    clock.advance(DAY)
    settings.set(LANGUAGE, "zh")
    newer = backup.daily_copy(database.connection, paths, clock.now())
    database.close()
    assert newer is not None
    newer.write_bytes(b"torn" * 1000)
    paths.database.write_bytes(b"damaged")

    assert backup.newest_good_copy(paths) == good
    assert good is not None
    aside = backup.restore(paths, good, clock.now())

    reopened = open_database(paths)
    assert Settings(reopened).get(LANGUAGE) == "ja"
    reopened.close()
    assert aside.read_bytes() == b"damaged"


def test_no_copy_no_offer(paths: Paths) -> None:
    paths.copies.mkdir(parents=True)
    (paths.copies / "2026-11-01.sqlite").write_text("nothing of the kind")
    assert backup.newest_good_copy(paths) is None


def test_a_copy_is_whole_while_others_write(
    database: Database, paths: Paths, clock: SteppedClock
) -> None:
    with closing(sqlite3.connect(paths.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO setting VALUES ('half', 'written')")
        copy = backup.daily_copy(database.connection, paths, clock.now())
        other.execute("ROLLBACK")
    assert copy is not None
    assert backup.is_whole(copy)


def test_an_empty_copy_is_no_copy(paths: Paths) -> None:
    paths.copies.mkdir(parents=True)
    (paths.copies / "2026-11-01.sqlite").touch()
    with closing(sqlite3.connect(paths.copies / "2026-11-02.sqlite")) as connection:
        connection.execute("CREATE TABLE stray (id)")
    assert backup.newest_good_copy(paths) is None


@pytest.mark.parametrize("name", ["100% tea?", "a#b", "متجر الشاي", "茶 & co", "file:x"])
def test_copies_work_in_a_folder_of_any_name(
    tmp_path: Path, name: str, clock: SteppedClock
) -> None:
    paths = paths_under(tmp_path / name)
    database = open_database(paths)
    Settings(database).set(LANGUAGE, "ar")
    copy = backup.daily_copy(database.connection, paths, clock.now())
    database.close()
    assert copy is not None
    assert backup.newest_good_copy(paths) == copy
    paths.database.write_bytes(b"torn")
    backup.restore(paths, copy, clock.now())
    again = open_database(paths)
    assert Settings(again).get(LANGUAGE) == "ar"
    again.close()


def test_a_disk_without_room_for_a_copy_says_so_and_keeps_no_half(
    database: Database, paths: Paths, clock: SteppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def small(path: Path) -> sqlite3.Connection:
        connection = sqlite3.Connection(path)
        connection.execute("PRAGMA max_page_count=3")
        return connection

    monkeypatch.setattr(backup.sqlite3, "connect", small)
    with pytest.raises(StorageTrouble) as caught:
        backup.daily_copy(database.connection, paths, clock.now())
    assert caught.value.problem is StorageProblem.FULL
    assert list(paths.copies.iterdir()) == []


def test_copies_that_cannot_be_kept_are_told_of(
    database: Database, paths: Paths, clock: SteppedClock
) -> None:
    paths.copies.write_text("a file of the owner's")
    with pytest.raises(StorageTrouble) as caught:
        backup.daily_copy(database.connection, paths, clock.now())
    assert caught.value.problem is StorageProblem.NOT_A_FOLDER


def test_nothing_moves_when_there_is_no_room_to_restore(
    paths: Paths, clock: SteppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty shop in place of a damaged one would look like everything lost."""
    database = open_database(paths)
    copy = backup.daily_copy(database.connection, paths, clock.now())
    database.close()
    assert copy is not None
    paths.database.write_bytes(b"torn")

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "_copy", full)
    with pytest.raises(StorageTrouble) as caught:
        backup.restore(paths, copy, clock.now())
    assert caught.value.problem is StorageProblem.FULL
    assert paths.database.read_bytes() == b"torn"
    assert list(paths.data.glob("damaged-*")) == []


def test_damage_is_not_copied_over_good_copies(paths: Paths, clock: SteppedClock) -> None:
    database = open_database(paths)
    with database.transaction() as connection:
        connection.executemany(
            "INSERT INTO setting VALUES (?, ?)", [(str(n), "x" * 900) for n in range(400)]
        )
    good = backup.daily_copy(database.connection, paths, clock.now())
    database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    with open(paths.database, "r+b") as file:
        # Among the rows, behind all that is read when the file is opened.
        file.seek(-128 * 1024, os.SEEK_END)
        file.write(b"\xa5" * 64 * 1024)
    torn = connect(paths.database)
    for _ in range(backup.DAILY_COPIES + 1):
        clock.advance(DAY)
        with pytest.raises(StorageTrouble) as caught:
            backup.daily_copy(torn, paths, clock.now())
        assert caught.value.problem is StorageProblem.DAMAGED
    torn.close()
    assert list(paths.copies.iterdir()) == [good]
    assert backup.newest_good_copy(paths) == good
