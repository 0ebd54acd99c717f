from __future__ import annotations

import os
import sqlite3
import stat
import threading
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import pytest

from services.clock import SteppedClock
from services.errors import NextStep, StorageProblem, StorageTrouble
from services.paths import Paths, paths_under
from services.settings import LANGUAGE, Settings
from services.store import backup
from services.store import database as database_module
from services.store.database import Database, connect, open_database, statements
from services.store.migrations import STEPS


def test_the_file_is_private_and_in_wal_mode(database: Database, paths: Paths) -> None:
    assert stat.S_IMODE(paths.database.stat().st_mode) == 0o600
    assert stat.S_IMODE(paths.data.stat().st_mode) == 0o700
    assert database.connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert database.connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    assert database.connection.execute("PRAGMA user_version").fetchone()[0] == len(STEPS)


def test_every_table_is_strict(database: Database) -> None:
    tables = database.connection.execute(
        "SELECT name, strict FROM pragma_table_list "
        "WHERE schema='main' AND type='table' AND name NOT LIKE 'sqlite%'"
    ).fetchall()
    assert len(tables) > 10
    assert [row["name"] for row in tables if not row["strict"]] == []


def test_words_go_with_their_account(database: Database) -> None:
    """Every table with an `account_id` loses its rows when the account goes."""
    connection = database.connection
    tables = [
        row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type='table'")
    ]
    for table in tables:
        columns = {row["name"] for row in connection.execute(f"PRAGMA table_info({table})")}
        if "account_id" not in columns:
            continue
        rules = {
            row["on_delete"]
            for row in connection.execute(f"PRAGMA foreign_key_list({table})")
            if row["from"] == "account_id"
        }
        assert rules == {"CASCADE"}, table


def test_a_failed_transaction_leaves_nothing(database: Database) -> None:
    settings = Settings(database)
    with pytest.raises(RuntimeError), database.transaction() as connection:
        connection.execute("INSERT INTO setting VALUES ('language', 'ja')")
        raise RuntimeError
    assert settings.get(LANGUAGE) == ""
    assert not database.connection.in_transaction


def test_a_nested_transaction_is_part_of_the_outer(database: Database) -> None:
    settings = Settings(database)
    with pytest.raises(RuntimeError), database.transaction():
        settings.set(LANGUAGE, "zh")
        raise RuntimeError
    assert settings.get(LANGUAGE) == ""


def test_each_thread_has_its_own_connection(database: Database) -> None:
    seen: list[sqlite3.Connection] = []
    thread = threading.Thread(target=lambda: seen.append(database.connection))
    thread.start()
    thread.join()
    assert seen[0] is not database.connection
    assert database.connection is database.connection


def test_a_data_folder_that_is_a_file(tmp_path: Path) -> None:
    blocked = tmp_path / "data"
    blocked.write_text("mine")
    with pytest.raises(StorageTrouble) as caught:
        open_database(paths_under(blocked))
    assert caught.value.problem is StorageProblem.NOT_A_FOLDER
    assert blocked.read_text() == "mine"


def test_a_data_folder_under_a_file_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("mine")
    with pytest.raises(StorageTrouble) as caught:
        open_database(paths_under(tmp_path / "blocked" / "deep" / "data"))
    assert caught.value.problem is StorageProblem.NOT_A_FOLDER
    assert caught.value.path == tmp_path / "blocked"


def test_a_folder_in_the_place_of_the_file(paths: Paths) -> None:
    paths.database.mkdir(parents=True)
    (paths.database / "note.txt").write_text("mine")
    with pytest.raises(StorageTrouble) as caught:
        open_database(paths)
    assert caught.value.problem is StorageProblem.NOT_A_FILE
    assert (paths.database / "note.txt").read_text() == "mine"


def test_a_folder_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Root may write anywhere, so the refusal of the system call is what is tested here.
    def refuse(*_args: object, **_more: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(database_module.os, "open", refuse)
    with pytest.raises(StorageTrouble) as caught:
        open_database(paths_under(tmp_path))
    assert caught.value.problem is StorageProblem.READ_ONLY
    assert caught.value.next_step is NextStep.CHOOSE_FOLDER


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_of_another_user(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StorageTrouble) as caught:
        open_database(paths_under(tmp_path / "data"))
    tmp_path.chmod(0o700)
    assert caught.value.problem is StorageProblem.READ_ONLY


def test_a_newer_file_is_refused_and_untouched(paths: Paths) -> None:
    open_database(paths).close()
    with closing(sqlite3.connect(paths.database)) as connection:
        connection.execute(f"PRAGMA user_version={len(STEPS) + 1}")
        connection.execute("PRAGMA journal_mode=DELETE")
    before = paths.database.read_bytes()
    with pytest.raises(StorageTrouble) as caught:
        open_database(paths)
    assert caught.value.problem is StorageProblem.NEWER
    with closing(sqlite3.connect(paths.database)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == len(STEPS) + 1
    assert len(paths.database.read_bytes()) == len(before)


@pytest.mark.parametrize("damage", ["not a database at all " * 100, "torn"])
def test_a_damaged_file_is_refused(paths: Paths, damage: str) -> None:
    database = open_database(paths)
    with database.transaction() as connection:
        connection.executemany(
            "INSERT INTO setting VALUES (?, ?)", [(str(n), "x" * 500) for n in range(2000)]
        )
    database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    if damage == "torn":
        whole = paths.database.read_bytes()
        paths.database.write_bytes(whole[: len(whole) // 2])
    else:
        paths.database.write_text(damage)
    with pytest.raises(StorageTrouble) as caught:
        open_database(paths)
    assert caught.value.problem is StorageProblem.DAMAGED
    assert caught.value.next_step is NextStep.RESTORE_COPY


def test_an_emptied_file_beside_copies_is_damaged(paths: Paths, clock: SteppedClock) -> None:
    """Not a fresh shop: what was there can come back."""
    database = open_database(paths)
    backup.daily_copy(database.connection, paths, clock.now())
    database.close()
    paths.database.write_bytes(b"")
    with pytest.raises(StorageTrouble) as caught:
        open_database(paths)
    assert caught.value.problem is StorageProblem.DAMAGED
    backup.set_aside(paths.database, clock.now())
    open_database(paths).close()


def test_an_empty_file_without_copies_is_a_first_start_cut_off(paths: Paths) -> None:
    paths.data.mkdir()
    paths.database.touch()
    database = open_database(paths)
    assert database.connection.execute("PRAGMA user_version").fetchone()[0] == len(STEPS)
    database.close()


def test_a_file_of_another_program_is_not_written_into(paths: Paths) -> None:
    paths.data.mkdir()
    with closing(sqlite3.connect(paths.database)) as connection:
        connection.execute("CREATE TABLE post (title TEXT)")
    with pytest.raises(StorageTrouble) as caught:
        open_database(paths)
    assert caught.value.problem is StorageProblem.DAMAGED


def test_a_page_that_breaks_while_it_is_read_is_told_of(database: Database, paths: Paths) -> None:
    """SQLite meets it at some row, long after the question was accepted."""
    with database.transaction() as connection:
        connection.executemany(
            "INSERT INTO setting VALUES (?, ?)", [(str(n), "x" * 900) for n in range(400)]
        )
    database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    page = database.connection.execute(
        "SELECT pageno FROM dbstat WHERE name = 'setting' AND pagetype = 'leaf' "
        "ORDER BY path LIMIT 1 OFFSET 40"
    ).fetchone()[0]
    with open(paths.database, "r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    cold = connect(paths.database)
    reads: tuple[Callable[[sqlite3.Cursor], Iterable[object]], ...] = (
        iter,
        lambda rows: rows.fetchall(),
        lambda rows: iter(rows.fetchone, None),
    )
    for read in reads:
        rows = cold.execute("SELECT value FROM setting")
        with pytest.raises(StorageTrouble) as caught:
            list(read(rows))
        assert caught.value.problem is StorageProblem.DAMAGED
    cold.close()


def test_the_window_waits_for_its_own_lanes_and_blames_no_other_program(
    database: Database,
) -> None:
    writing, written = threading.Event(), threading.Event()

    def lane() -> None:
        with database.transaction():
            writing.set()
            written.wait(0.08)
        database.connection.close()

    thread = threading.Thread(target=lane)
    thread.start()
    writing.wait()
    Settings(database).set(LANGUAGE, "ar")
    thread.join()
    assert Settings(database).get(LANGUAGE) == "ar"


def test_a_file_locked_by_another_program(database: Database, paths: Paths) -> None:
    with closing(sqlite3.connect(paths.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageTrouble) as caught:
            Settings(database).set(LANGUAGE, "ar")
        other.execute("ROLLBACK")
    assert caught.value.problem is StorageProblem.LOCKED
    Settings(database).set(LANGUAGE, "ar")
    assert Settings(database).get(LANGUAGE) == "ar"


def test_a_full_disk_keeps_what_was_saved(database: Database) -> None:
    settings = Settings(database)
    settings.set(LANGUAGE, "fa")
    pages = database.connection.execute("PRAGMA page_count").fetchone()[0]
    # SQLite's own limit answers exactly as a full disk does: SQLITE_FULL.
    database.connection.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(StorageTrouble) as caught, database.transaction() as connection:
        connection.executemany(
            "INSERT INTO setting VALUES (?, ?)", [(str(n), "متن" * 5000) for n in range(50)]
        )
    assert caught.value.problem is StorageProblem.FULL
    assert settings.get(LANGUAGE) == "fa"
    database.connection.execute("PRAGMA max_page_count=1000000")
    settings.set(LANGUAGE, "es")
    assert settings.get(LANGUAGE) == "es"


def test_a_broken_step_leaves_the_version_before(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_database(paths).close()
    broken = (*STEPS, "CREATE TABLE half (id TEXT) STRICT;\nINSERT INTO nowhere VALUES (1);\n")
    monkeypatch.setattr(database_module, "STEPS", broken)
    with pytest.raises(sqlite3.OperationalError):
        open_database(paths)
    with closing(sqlite3.connect(paths.database)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == len(STEPS)
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema")]
    assert "half" not in names
    assert (paths.copies / f"before-step-{len(STEPS) + 1}.sqlite").exists()


def test_statements_keep_semicolons_in_their_place() -> None:
    sql = "CREATE TABLE a (x TEXT DEFAULT ';');\n-- a; b\nINSERT INTO a VALUES\n (';');\n"
    assert len(list(statements(sql))) == 2
