"""Where this run keeps its files: the system's places, or all under one folder (`--data-dir`)."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

APP = "Shoplark"
_MACOS = sys.platform == "darwin"
_F_GETPATH = 50
"""macOS, fcntl(2): where an open file is, in the file system's own letters."""
_LONGEST = 1024


class Paths(NamedTuple):
    """Folders of one run. Nothing is made on disk before `ensure` (services/store/database.py)."""

    data: Path
    logs: Path
    cache: Path
    separate: bool = False
    """A folder of its own (`--data-dir`), with keyring entries of its own."""

    @property
    def keyring_service(self) -> str:
        """The name under which the keyring keeps this run's secrets: one for each folder."""
        if not self.separate or self.data == _on_disk(system_paths().data):
            return APP
        return f"{APP} ({self.mark})"

    @property
    def mark(self) -> str:
        """Tells the folder from any other."""
        from hashlib import sha256

        return sha256(os.fsencode(self.data)).hexdigest()[:12]

    @property
    def database(self) -> Path:
        return self.data / "shoplark.sqlite"

    @property
    def practice_state(self) -> Path:
        return self.data / "practice.sqlite"

    @property
    def pictures(self) -> Path:
        """Our own copies of pictures, named by the SHA-256 of their bytes."""
        return self.data / "pictures"

    @property
    def copies(self) -> Path:
        """Daily copies of the database, and the ones made before a migration."""
        return self.data / "copies"

    @property
    def send_lock(self) -> Path:
        return self.data / "send.lock"

    @property
    def spend_lock(self) -> Path:
        return self.data / "spend.lock"

    @property
    def renewal_lock(self) -> Path:
        return self.data / "renewal.lock"

    @property
    def window_lock(self) -> Path:
        return self.data / "window.lock"


def paths_under(folder: Path) -> Paths:
    """Everything of this run under `folder`, with keyring entries under a name of their own."""
    folder = _on_disk(folder.expanduser())
    return Paths(
        data=folder,
        logs=folder / "logs",
        cache=folder / "cache",
        separate=True,
    )


def system_paths() -> Paths:
    # platformdirs takes 10 ms to import and a run with --data-dir never needs it.
    import platformdirs

    return Paths(
        data=Path(platformdirs.user_data_dir(APP, appauthor=False)),
        logs=Path(platformdirs.user_log_dir(APP, appauthor=False)),
        cache=Path(platformdirs.user_cache_dir(APP, appauthor=False)),
    )


def _on_disk(folder: Path) -> Path:
    """The one name of a folder that may be called by several: by links, `..`, other letters."""
    # Windows answers with the folder's own letters, too.
    real = os.path.realpath(folder)
    if not _MACOS:
        return Path(real)
    import fcntl

    try:
        descriptor = os.open(real, os.O_RDONLY)
    except OSError:
        return Path(real)
    try:
        told = fcntl.fcntl(descriptor, _F_GETPATH, bytes(_LONGEST))
    except OSError:
        return Path(real)
    finally:
        os.close(descriptor)
    return Path(os.fsdecode(told.rstrip(b"\0")))
