from __future__ import annotations

import sqlite3
from contextlib import closing

from services.clock import DAY, SteppedClock
from services.paths import Paths
from services.settings import LANGUAGE, Settings
from services.store import backup
from services.store.database import Database, open_database


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
    aside = backup.set_aside(paths, clock.now())
    assert good is not None
    backup.restore(paths, good)

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
