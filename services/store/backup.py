"""Copies of the data file: one a day, seven kept, and one before each migration.

Made by SQLite's own backup, so that a copy is whole while the program writes.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from services.paths import Paths

DAILY_COPIES = 7


def daily_copy(connection: sqlite3.Connection, paths: Paths, now: int) -> Path | None:
    """Copies the file unless today's copy (UTC) is there; returns the new copy."""
    target = paths.copies / f"{datetime.fromtimestamp(now, UTC):%Y-%m-%d}.sqlite"
    if target.exists():
        return None
    _copy(connection, target)
    for old in sorted(paths.copies.glob("????-??-??.sqlite"))[:-DAILY_COPIES]:
        old.unlink()
    return target


def copy_before_migrating(connection: sqlite3.Connection, paths: Paths, version: int) -> Path:
    target = paths.copies / f"before-step-{version + 1}.sqlite"
    _copy(connection, target)
    return target


def newest_good_copy(paths: Paths) -> Path | None:
    """The newest copy that SQLite finds whole, or None."""
    copies = sorted(
        paths.copies.glob("*.sqlite"), key=lambda path: path.stat().st_mtime_ns, reverse=True
    )
    return next((copy for copy in copies if is_whole(copy)), None)


def is_whole(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.Error:
        return False


def set_aside(paths: Paths, now: int) -> Path:
    """Moves a damaged file (and its WAL) out of the way, keeping it; returns where it is."""
    mark = f"{datetime.fromtimestamp(now, UTC):%Y%m%d-%H%M%S}"
    target = paths.data / f"damaged-{mark}.sqlite"
    paths.database.rename(target)
    for suffix in ("-wal", "-shm"):
        beside = paths.database.with_name(paths.database.name + suffix)
        if beside.exists():
            beside.rename(target.with_name(target.name + suffix))
    return target


def restore(paths: Paths, copy: Path) -> None:
    """Puts `copy` in the place of the data file, which must have been set aside."""
    with closing(sqlite3.connect(f"file:{copy}?mode=ro", uri=True)) as source:
        _copy(source, paths.database)


def _copy(source: sqlite3.Connection, target: Path) -> None:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = target.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished)) as copy:
        source.backup(copy, pages=256)
        copy.execute("PRAGMA journal_mode=DELETE")
    unfinished.chmod(0o600)
    unfinished.replace(target)
