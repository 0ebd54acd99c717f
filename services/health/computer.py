"""Looks at this computer: its clock, its disk, the data file and who else sends from the folder."""

from __future__ import annotations

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from services.errors import StorageTrouble
from services.health.values import ClockHealth, DatabaseHealth, DiskHealth, SenderHealth
from services.paths import Paths
from services.store.troubles import system_trouble
from services.version import MADE_AT

if TYPE_CHECKING:
    from services.publishing.may_send import MaySend
    from services.store.database import Database


def clock(database: Database, now: int) -> ClockHealth:
    """By the answer of X's that came last and said what time it was. Raises StorageTrouble.

    A script's X may have any clock, and a removed account is looked at no more.
    """
    row = database.connection.execute(
        "SELECT at, x_clock FROM last_answer JOIN account ON account.id = account_id "
        "WHERE x_clock IS NOT NULL AND x_url IS NULL AND removed_at IS NULL "
        "ORDER BY last_answer.rowid DESC LIMIT 1"
    ).fetchone()
    impossible = now < MADE_AT
    if row is None or row["at"] > now:
        # Noted by a clock that was put back since: what it differed by then says nothing now.
        return ClockHealth(now, impossible=impossible)
    return ClockHealth(now, row["at"] - row["x_clock"], row["at"], impossible)


def disk(paths: Paths) -> DiskHealth:
    import shutil

    try:
        free: int | None = shutil.disk_usage(paths.data).free
    except OSError:
        free = None
    problem = None
    try:
        handle, name = tempfile.mkstemp(dir=paths.data, prefix=".room-")
        os.close(handle)
        Path(name).unlink()
    except OSError as error:
        problem = system_trouble(error, paths.data).problem
    return DiskHealth(free, _size(paths.data), problem)


def database(opened: Database, paths: Paths, now: int) -> DatabaseHealth:
    """Without looking through it. Never raises: what cannot be read is the finding."""
    try:
        step: int = opened.connection.execute("PRAGMA user_version").fetchone()[0]
        problem = None
    except StorageTrouble as trouble:
        step, problem = 0, trouble.problem
    size = sum(_bytes(paths.database.with_name(f"{paths.database.name}{end}")) for end in _FILES)
    return DatabaseHealth(now, size, step, _newest_copy(paths), problem=problem)


def is_whole(opened: Database) -> bool:
    """Looks through all of it: seconds for a large one, in a lane."""
    try:
        return bool(opened.connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except StorageTrouble:
        return False


def sender(paths: Paths, may_send: MaySend) -> SenderHealth:
    """In the lane that sends: what another lane of ours sends is no other sender."""
    from services.errors import OtherComputer
    from services.publishing import send_lock

    other = isinstance(may_send.any_trouble(), OtherComputer)
    try:
        with send_lock.hold(paths.send_lock):
            return SenderHealth(other)
    except send_lock.AnotherSender:
        return SenderHealth(other, busy=True)
    except StorageTrouble:
        # The disk's own finding says so.
        return SenderHealth(other)


_FILES = ("", "-wal", "-shm")


def _newest_copy(paths: Paths) -> int | None:
    """Named by its day, which is not touched by whoever copies the folder."""
    newest = max((path.stem for path in paths.copies.glob("????-??-??.sqlite")), default="")
    try:
        return int(datetime.fromisoformat(newest).replace(tzinfo=UTC).timestamp())
    except ValueError:
        return None


def _size(folder: Path) -> int:
    return sum(
        _bytes(Path(place) / name) for place, _folders, names in os.walk(folder) for name in names
    )


def _bytes(file: Path) -> int:
    try:
        return file.lstat().st_size
    except OSError:
        return 0
