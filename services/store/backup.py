"""Copies of the data file: one a day, seven kept, and one before each migration.

Made by SQLite's own backup, so that a copy is whole while the program writes. What goes wrong is a
StorageTrouble, and then everything is as it was before.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from services.errors import StorageProblem, StorageTrouble
from services.paths import Paths
from services.store.troubles import storage_trouble, system_trouble

DAILY_COPIES = 7


def daily_copy(connection: sqlite3.Connection, paths: Paths, now: int) -> Path | None:
    """Copies the file unless today's copy (UTC) is there; returns the new copy."""
    target = paths.copies / f"{datetime.fromtimestamp(now, UTC):%Y-%m-%d}.sqlite"
    if target.exists():
        return None
    with _told_of(target):
        _copy(connection, target)
        for old in sorted(paths.copies.glob("????-??-??.sqlite"))[:-DAILY_COPIES]:
            old.unlink()
    return target


def copy_before_migrating(connection: sqlite3.Connection, paths: Paths, version: int) -> Path:
    target = paths.copies / f"before-step-{version + 1}.sqlite"
    with _told_of(target):
        _copy(connection, target)
    return target


def newest_good_copy(paths: Paths) -> Path | None:
    """The newest copy that SQLite finds whole, or None."""
    copies = sorted(
        paths.copies.glob("*.sqlite"), key=lambda path: path.stat().st_mtime_ns, reverse=True
    )
    return next((copy for copy in copies if is_whole(copy)), None)


def is_whole(path: Path) -> bool:
    """Whether it is a data file of ours without damage. An empty one is not."""
    try:
        return _is_whole(path)
    except sqlite3.Error:
        return False


@contextmanager
def reading(copy: Path) -> Iterator[sqlite3.Connection | None]:
    """None for one that SQLite finds damaged: it is never put back. Writes nothing.

    Raises StorageTrouble for one that cannot be read just now: locked, or held by another program.
    """
    with _told_of(copy):
        try:
            whole = _is_whole(copy)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            whole = False
        if not whole:
            yield None
            return
        with closing(_read_only(copy)) as connection:
            yield connection


def set_aside_files(paths: Paths) -> list[Path]:
    """Data files that were set aside, and what SQLite keeps beside them."""
    return sorted(paths.database.parent.glob(f"damaged-*-{paths.database.name}*"))


def set_aside(database: Path, now: int) -> Path:
    """Moves a damaged file (and its WAL) out of the way, keeping it; returns where it is."""
    mark = f"{datetime.fromtimestamp(now, UTC):%Y%m%d-%H%M%S}"
    target = database.with_name(f"damaged-{mark}-{database.name}")
    with _told_of(database):
        database.rename(target)
        for suffix in ("-wal", "-shm"):
            beside = database.with_name(database.name + suffix)
            if beside.exists():
                beside.rename(target.with_name(target.name + suffix))
    return target


def restore(paths: Paths, copy: Path, now: int) -> Path:
    """Sets the data file aside and puts `copy` in its place; returns where the old one is.

    The copy is made first: where there is no room for it, nothing has moved.
    """
    ready = paths.database.with_suffix(".restored")
    with _told_of(paths.database):
        with closing(_read_only(copy)) as source:
            _copy(source, ready)
        aside = set_aside(paths.database, now)
        ready.replace(paths.database)
    return aside


def _is_whole(path: Path) -> bool:
    with closing(_read_only(path)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        return bool(version) and bool(answer == "ok")


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _copy(source: sqlite3.Connection, target: Path) -> None:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = target.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(unfinished)) as copy:
            source.backup(copy, pages=256)
            copy.execute("PRAGMA journal_mode=DELETE")
        if not is_whole(unfinished):
            # Damage is copied as faithfully as all else, and would push out the good copies.
            raise StorageTrouble(StorageProblem.DAMAGED, target, "the copy is not whole")
        unfinished.chmod(0o600)
        unfinished.replace(target)
    except BaseException:
        # Half a copy is of no use, and on a full disk its room is needed.
        unfinished.unlink(missing_ok=True)
        raise


@contextmanager
def _told_of(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise storage_trouble(error, path) from error
    except OSError as error:
        raise system_trouble(error, path) from error
