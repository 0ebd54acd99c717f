"""What SQLite and the system say about a disk, as the StorageTrouble it means."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from services.errors import StorageProblem, StorageTrouble

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
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_LEAST_FREE = 65_536


def storage_trouble(error: sqlite3.Error, path: Path) -> Exception:
    """The StorageTrouble for a state of the disk or file; any other error is our bug and stays."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return error
    problem = _PROBLEMS.get(code & 0xFF)
    if problem is None:
        return error
    if problem is StorageProblem.UNREADABLE:
        # SQLite says the same of a broken disk, of a used-up quota and of a folder that takes no
        # new file; the disk itself is asked which it is.
        problem = _why_not(path.parent) or problem
    return StorageTrouble(problem, path, f"{error.sqlite_errorname}: {error}")


def system_trouble(error: OSError, path: Path) -> StorageTrouble:
    """For a call to the system that failed while something of ours was written."""
    return StorageTrouble(_problem(error), path, error.strerror or type(error).__name__)


def _problem(error: OSError) -> StorageProblem:
    if error.errno in _FULL:
        return StorageProblem.FULL
    if error.errno == errno.EISDIR:
        return StorageProblem.NOT_A_FILE
    if error.errno in (errno.EEXIST, errno.ENOTDIR):
        return StorageProblem.NOT_A_FOLDER
    if error.errno == errno.EIO:
        return StorageProblem.UNREADABLE
    return StorageProblem.READ_ONLY


def _why_not(folder: Path) -> StorageProblem | None:
    """What stands in the way of writing a little in `folder`; None when nothing does."""
    import shutil
    import tempfile

    try:
        if shutil.disk_usage(folder).free < _LEAST_FREE:
            return StorageProblem.FULL
        handle, name = tempfile.mkstemp(dir=folder, prefix=".room-")
        try:
            with open(handle, "wb") as file:
                file.write(bytes(_LEAST_FREE))
        finally:
            Path(name).unlink()
    except OSError as error:
        return _problem(error)
    return None
