"""Opens the data file, a connection a thread. With backup.py the only speaker to SQLite.

WAL, `foreign_keys=ON`, mode 0600, STRICT tables (architecture.md, Data). A file from a newer
Shoplark or from a test build, a damaged one and a folder that cannot be written are each refused
with a StorageTrouble.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from services.errors import StorageProblem, StorageTrouble
from services.paths import Paths
from services.store import backup
from services.store.migrations import STEPS, mark_of
from services.store.troubles import storage_trouble, system_trouble

MAIN_BUSY_MS = 20
"""The window's thread never waits longer for another writer; its save timers try again."""
LANE_BUSY_MS = 5_000
OWN_BUSY_MS = 250
"""A lane of this program has written and flushed by then: no word of another program is due."""


class _Cursor(sqlite3.Cursor):
    """A page that cannot be read may be met at any row."""

    connection: _Connection

    def fetchone(self) -> Any:
        try:
            return super().fetchone()
        except sqlite3.Error as error:
            raise storage_trouble(error, self.connection.path) from error

    def fetchall(self) -> list[Any]:
        try:
            return super().fetchall()
        except sqlite3.Error as error:
            raise storage_trouble(error, self.connection.path) from error

    def __iter__(self) -> Iterator[Any]:  # type: ignore[override]  # not itself: it must speak, too
        try:
            yield from iter(super().fetchone, None)
        except sqlite3.Error as error:
            raise storage_trouble(error, self.connection.path) from error


class _Connection(sqlite3.Connection):
    """Raises StorageTrouble where sqlite3 would raise its own."""

    path: Path

    def execute(self, *args: Any) -> sqlite3.Cursor:
        try:
            return self.cursor(_Cursor).execute(*args)
        except sqlite3.Error as error:
            raise storage_trouble(error, self.path) from error

    def executemany(self, *args: Any) -> sqlite3.Cursor:
        try:
            return super().executemany(*args)
        except sqlite3.Error as error:
            raise storage_trouble(error, self.path) from error


class Database:
    """One file, one connection a thread. `connection` reads; `transaction` writes."""

    def __init__(self, path: Path, *, patient: bool = False) -> None:
        """`patient`: the opening thread, too, waits for other writers (runs without a window)."""
        self.path = path
        self._local = threading.local()
        self._lock = threading.Lock()
        self._writer = threading.Lock()
        self._open: list[_Connection] = []
        self._main = None if patient else threading.get_ident()

    @property
    def connection(self) -> sqlite3.Connection:
        """This thread's connection, in autocommit; rows are `sqlite3.Row`."""
        existing: _Connection | None = getattr(self._local, "connection", None)
        if existing is None:
            existing = self._local.connection = self._connect()
        return existing

    @contextmanager
    def transaction(self, *, durable: bool = False) -> Iterator[sqlite3.Connection]:
        """Commits at the end, rolls back on any exception; a nested one joins the outer.

        `durable` waits until the disk has it (synchronous=FULL): for moves of posts. Never held
        across a network call.
        """
        connection = self.connection
        if connection.in_transaction:
            yield connection
            return
        with self._writing():
            connection.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Closes every thread's connection. Lanes must be idle or about to end."""
        with self._lock:
            for connection in self._open:
                connection.close()
            self._open.clear()
        self._local = threading.local()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One writer of this program at a time; SQLite's own wait is then for other programs."""
        wait = OWN_BUSY_MS if self._in_main else LANE_BUSY_MS
        if not self._writer.acquire(timeout=wait / 1000):
            raise StorageTrouble(StorageProblem.LOCKED, self.path, "another lane is writing")
        try:
            yield
        finally:
            self._writer.release()

    @property
    def _in_main(self) -> bool:
        return threading.get_ident() == self._main

    def _connect(self) -> _Connection:
        connection = connect(self.path, MAIN_BUSY_MS if self._in_main else LANE_BUSY_MS)
        with self._lock:
            self._open.append(connection)
        return connection


def connect(path: Path, busy_ms: int = LANE_BUSY_MS) -> _Connection:
    try:
        connection = sqlite3.connect(
            path, isolation_level=None, factory=_Connection, check_same_thread=False
        )
    except sqlite3.Error as error:
        raise storage_trouble(error, path) from error
    connection.path = path
    connection.row_factory = sqlite3.Row
    try:
        connection.execute(f"PRAGMA busy_timeout={busy_ms}")
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA foreign_keys=ON")
        # What is deleted is gone from the file: builds of SQLite differ in what they do unasked.
        connection.execute("PRAGMA secure_delete=ON")
    except StorageTrouble:
        connection.close()
        raise
    return connection


def open_database(paths: Paths, *, patient: bool = False) -> Database:
    """The data file, made or brought up to date. Raises StorageTrouble and leaves the file be."""
    _ensure_folder(paths.data)
    was_there = ensure_private_file(paths.database)
    database = Database(paths.database, patient=patient)
    try:
        _check(database.connection, paths, was_there=was_there)
        _migrate(database, paths)
    except BaseException:
        database.close()
        raise
    return database


def _ensure_folder(folder: Path) -> None:
    try:
        for place in (folder, *folder.parents):
            if place.exists() and not place.is_dir():
                raise StorageTrouble(StorageProblem.NOT_A_FOLDER, place)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise system_trouble(error, folder) from error


def ensure_private_file(path: Path) -> bool:
    """Mode 0600, and SQLite gives it to `-wal` and `-shm`; True when it was there."""
    try:
        if path.is_dir():
            raise StorageTrouble(StorageProblem.NOT_A_FILE, path)
        was_there = path.exists()
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        if os.name == "posix":
            path.chmod(0o600)
    except OSError as error:
        raise system_trouble(error, path) from error
    return was_there


def _check(connection: sqlite3.Connection, paths: Paths, *, was_there: bool) -> None:
    path = paths.database
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(STEPS):
        raise StorageTrouble(StorageProblem.NEWER, path, f"file {version}, program {len(STEPS)}")
    answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if answer != "ok":
        raise StorageTrouble(StorageProblem.DAMAGED, path, answer)
    if version == 0 and was_there and _is_not_ours(connection, paths):
        raise StorageTrouble(StorageProblem.DAMAGED, path, "without a version")
    if version:
        mark, wanted = _mark(connection), mark_of(STEPS[:version])
        if mark != wanted:
            raise StorageTrouble(StorageProblem.TEST_BUILD, path, f"file {mark}, program {wanted}")


def _mark(connection: sqlite3.Connection) -> int:
    mark: int = connection.execute("PRAGMA application_id").fetchone()[0]
    return mark


def _is_not_ours(connection: sqlite3.Connection, paths: Paths) -> bool:
    """Whether a file without a version is anything but a first start that was cut off.

    The first step and the version are one transaction, so ours never has a table and no version.
    An empty file beside good copies was emptied by something else.
    """
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    return bool(tables) or backup.newest_good_copy(paths) is not None


def _migrate(database: Database, paths: Paths) -> None:
    """Each step, its `user_version` and its mark are one transaction; the file is copied before
    the first."""
    version = database.connection.execute("PRAGMA user_version").fetchone()[0]
    if version == len(STEPS):
        return
    if version:
        backup.copy_before_migrating(database.connection, paths, version)
    for number in range(version, len(STEPS)):
        with database.transaction(durable=True) as connection:
            for statement in statements(STEPS[number]):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version={number + 1}")
            connection.execute(f"PRAGMA application_id={mark_of(STEPS[: number + 1])}")


def statements(sql: str) -> Iterator[str]:
    """The single statements of `sql`: `executescript` would commit between them."""
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
