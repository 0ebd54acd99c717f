"""Opens the data file, a connection a thread. The only translator of SQLite's errors.

WAL, `foreign_keys=ON`, mode 0600, STRICT tables (architecture.md, Data). A file from a newer
Shoplark, a damaged one and a folder that cannot be written are each refused with a StorageTrouble.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from services.errors import StorageProblem, StorageTrouble
from services.paths import Paths
from services.store import backup
from services.store.migrations import STEPS

MAIN_BUSY_MS = 20
"""The window's thread never waits longer for another writer; its save timers try again."""
LANE_BUSY_MS = 5_000


class _Connection(sqlite3.Connection):
    """Raises StorageTrouble where sqlite3 would raise its own."""

    path: Path

    def execute(self, *args: Any) -> sqlite3.Cursor:
        try:
            return super().execute(*args)
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
        connection.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        try:
            connection.execute("COMMIT")
        except StorageTrouble:
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

    def _connect(self) -> _Connection:
        main = threading.get_ident() == self._main
        busy = MAIN_BUSY_MS if main else LANE_BUSY_MS
        connection = connect(self.path, busy)
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
    except StorageTrouble:
        connection.close()
        raise
    return connection


def open_database(paths: Paths, *, patient: bool = False) -> Database:
    """The data file, made or brought up to date. Raises StorageTrouble and leaves the file be."""
    _ensure_folder(paths.data)
    _ensure_private_file(paths.database)
    database = Database(paths.database, patient=patient)
    try:
        _check(database.connection, paths.database)
        _migrate(database, paths)
    except BaseException:
        database.close()
        raise
    return database


def _ensure_folder(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise StorageTrouble(StorageProblem.NOT_A_FOLDER, folder)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise StorageTrouble(StorageProblem.NOT_A_FOLDER, folder, str(error)) from error
    except OSError as error:
        raise StorageTrouble(StorageProblem.READ_ONLY, folder, str(error)) from error


def _ensure_private_file(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        if os.name == "posix":
            path.chmod(0o600)
    except OSError as error:
        raise StorageTrouble(_os_problem(error), path, str(error)) from error


def _os_problem(error: OSError) -> StorageProblem:
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StorageProblem.FULL
    if error.errno == errno.EISDIR:
        return StorageProblem.UNREADABLE
    return StorageProblem.READ_ONLY


def _check(connection: sqlite3.Connection, path: Path) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(STEPS):
        raise StorageTrouble(StorageProblem.NEWER, path, f"file {version}, program {len(STEPS)}")
    answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if answer != "ok":
        raise StorageTrouble(StorageProblem.DAMAGED, path, answer)


def _migrate(database: Database, paths: Paths) -> None:
    """Each step and its `user_version` are one transaction; the file is copied before the first."""
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


def statements(sql: str) -> Iterator[str]:
    """The single statements of `sql`: `executescript` would commit between them."""
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


_PROBLEMS = {
    sqlite3.SQLITE_FULL: StorageProblem.FULL,
    sqlite3.SQLITE_READONLY: StorageProblem.READ_ONLY,
    sqlite3.SQLITE_PERM: StorageProblem.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: StorageProblem.UNREADABLE,
    sqlite3.SQLITE_CORRUPT: StorageProblem.DAMAGED,
    sqlite3.SQLITE_NOTADB: StorageProblem.DAMAGED,
    sqlite3.SQLITE_BUSY: StorageProblem.LOCKED,
    sqlite3.SQLITE_LOCKED: StorageProblem.LOCKED,
    sqlite3.SQLITE_IOERR: StorageProblem.UNREADABLE,
}


def storage_trouble(error: sqlite3.Error, path: Path) -> Exception:
    """The StorageTrouble for a state of the disk or file; any other error is our bug and stays."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return error
    problem = _PROBLEMS.get(code & 0xFF)
    if problem is None:
        return error
    if problem is StorageProblem.UNREADABLE and _is_full(path):
        problem = StorageProblem.FULL
    return StorageTrouble(problem, path, f"{error.sqlite_errorname}: {error}")


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < 65_536
    except OSError:
        return False
