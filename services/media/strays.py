"""Files in the pictures' folder that belong to no picture, and what was left half-written there.

A file without a row goes only at the second look, a day after the first, as pictures do: a data
file that was changed for an older one by hand has no rows for the newest. When it was first seen
without one is the time of a mark in the cache; a cache that is cleared begins anew.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from services.clock import Clock
    from services.paths import Paths
    from services.store.database import Database

logger = logging.getLogger(__name__)
APART = 86_400
"""Seconds between the two looks, and the age from which what is unfinished is left over."""
APART_IN_RUN = 3 * 86_400
_KEPT_FILE = re.compile(r"([0-9a-f]{64})\.[a-z0-9]{2,5}")
_THUMBNAIL = re.compile(r"([0-9a-f]{64})-\d+\.(?:jpg|png)")
_UNFINISHED = ".new-"


class Strays:
    """In the `work` lane."""

    def __init__(self, paths: Paths, database: Database, clock: Clock) -> None:
        self._folder = paths.pictures
        self._thumbnails = paths.cache / "thumbnails"
        self._marks = paths.cache / "strays"
        self._database = database
        self._clock = clock
        self._noted: dict[str, float] = {}

    def look(self) -> list[Path]:
        """Notes the files without a row from now on; gives those that were long enough."""
        names = {
            found[1]: Path(entry.path)
            for entry in files_in(self._folder)
            if (found := _KEPT_FILE.fullmatch(entry.name)) and self._is_old(entry)
        }
        strays = {name: path for name, path in names.items() if not self._is_known(name)}
        for mark in files_in(self._marks):
            if mark.name not in strays:
                _take(Path(mark.path))
        self._noted = {name: at for name, at in self._noted.items() if name in strays}
        return [path for name, path in strays.items() if self._was_noted(name)]

    def sweep(self, path: Path) -> bool:
        """Whether it went. In a transaction, as whoever adds this very picture writes its row."""
        with self._database.transaction():
            return not self._is_known(path.stem) and _take(path)

    def sweep_unfinished(self) -> int:
        """Also thumbnails of pictures that are gone: they are made again when they are wanted."""
        left = [
            entry
            for folder in (self._folder, self._thumbnails)
            for entry in files_in(folder)
            if entry.name.startswith(_UNFINISHED) and self._is_old(entry)
        ]
        for entry in files_in(self._thumbnails):
            of = _THUMBNAIL.fullmatch(entry.name)
            if of and not self._is_known(of[1]):
                left.append(entry)
        return sum(_take(Path(entry.path)) for entry in left)

    def _was_noted(self, name: str) -> bool:
        """Notes it where it was not. A mark of the time to come is of a clock that was ahead."""
        mark, now = self._marks / name, self._clock.now()
        try:
            since = mark.stat().st_mtime
        except OSError:
            since = now + 1.0
        if since <= now:
            noted = self._noted.get(name)
            long_enough_here = noted is None or monotonic() - noted >= APART_IN_RUN
            return now - since >= APART and long_enough_here
        self._noted[name] = monotonic()
        try:
            self._marks.mkdir(mode=0o700, parents=True, exist_ok=True)
            mark.touch()
            os.utime(mark, (now, now))
        except OSError as error:
            logger.info("a stray file is not noted: %s", error.strerror)
        return False

    def _is_known(self, picture: str) -> bool:
        return (
            self._database.connection.execute(
                "SELECT 1 FROM picture WHERE hash = ?", (picture,)
            ).fetchone()
            is not None
        )

    def _is_old(self, entry: os.DirEntry[str]) -> bool:
        try:
            return self._clock.now() - entry.stat(follow_symlinks=False).st_mtime >= APART
        except OSError:
            return False


def files_in(folder: Path) -> Iterator[os.DirEntry[str]]:
    """None where the folder is not there yet, or cannot be read."""
    try:
        with os.scandir(folder) as entries:
            yield from [entry for entry in entries if entry.is_file(follow_symlinks=False)]
    except OSError:
        return


def _take(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        logger.info("a file that is left over stays: %s", error.strerror)
        return False
    return True
