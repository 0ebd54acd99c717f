"""Takes away kept pictures that nothing shows any more, and files that belong to none.

A picture goes only after two looks found it unused, a day apart; within one run three days by the
run's own time, for what can still be undone is in memory. Whatever refers to a picture keeps it,
also in the copies that may be put back (services/store/backup.py). A row and its file go in one
transaction, the file first: cut off in between, the row of an unused picture is left, and goes the
next time.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from services.media.likeness import Likeness
from services.media.references import hashes_in, refers_to
from services.store import backup

if TYPE_CHECKING:
    import sqlite3

    from services.clock import Clock
    from services.media.pictures import PictureStore
    from services.paths import Paths
    from services.store.database import Database

logger = logging.getLogger(__name__)
APART = 86_400
"""Seconds between the two looks, and the age from which a stray file is nobody's."""
APART_IN_RUN = 3 * 86_400
_FILLED = 20
"""Missing fingerprints that are made a look: from the second on, a start has other work."""
_AT_ONCE = 500
"""Pictures a look takes at most: the lane has other work."""
_KEPT_FILE = re.compile(r"([0-9a-f]{64})\.[a-z0-9]{2,5}")
_THUMBNAIL = re.compile(r"([0-9a-f]{64})-\d+\.(?:jpg|png)")
_UNFINISHED = ".new-"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """How many went. `strays`: files without a picture, unfinished ones, old thumbnails."""

    pictures: int = 0
    strays: int = 0


class PictureCleaning:
    def __init__(
        self, paths: Paths, database: Database, clock: Clock, pictures: PictureStore
    ) -> None:
        self._folder = paths.pictures
        self._thumbnails = paths.cache / "thumbnails"
        self._copies = paths.copies
        self._database = database
        self._clock = clock
        self._pictures = pictures
        self._likeness = Likeness(database, pictures)
        self._noted: dict[str, float] = {}
        self._looked = False
        self._read_copies: float | None = None

    def clean(self) -> Cleaned:
        """One look. In the `work` lane, with a window: others add pictures meanwhile.

        Raises StorageTrouble when the data file cannot be read or written. Files that cannot be
        taken away are left for the next look.
        """
        if self._looked:
            self._likeness.fill(_FILLED)
        self._looked = True
        used = hashes_in(self._database.connection)
        ready = self._look(used)
        strays = list(self._strays())
        if (ready or strays) and self._may_read_copies():
            used |= self._used_in_copies()
        else:
            ready, strays = [], []
        unused = [one for one in ready if one not in used]
        gone = sum(self._remove(one) for one in unused[:_AT_ONCE])
        swept = sum(self._sweep(path) for name, path in strays if name not in used)
        cleaned = Cleaned(gone, swept + self._clear_thumbnails())
        if cleaned != Cleaned():
            logger.info("pictures cleaned: %s, stray files: %s", gone, cleaned.strays)
        return cleaned

    def _look(self, used: set[str]) -> list[str]:
        """Notes what is unused from now on; those that were long enough."""
        now = self._clock.now()
        rows = self._database.connection.execute("SELECT hash, unused_since FROM picture")
        ready: list[str] = []
        changed: list[tuple[int | None, str]] = []
        for picture, since in rows.fetchall():
            if picture in used:
                self._noted.pop(picture, None)
                if since is not None:
                    changed.append((None, picture))
            elif since is None or since > now:
                self._noted[picture] = monotonic()
                changed.append((now, picture))
            elif now - since >= APART and self._long_enough_here(picture):
                ready.append(picture)
        if changed:
            with self._database.transaction() as connection:
                connection.executemany(
                    "UPDATE picture SET unused_since = ? WHERE hash = ?", changed
                )
        return ready

    def _long_enough_here(self, picture: str) -> bool:
        noted = self._noted.get(picture)
        return noted is None or monotonic() - noted >= APART_IN_RUN

    def _may_read_copies(self) -> bool:
        """Once a day: there are eight or so, each as large as the data file."""
        last, self._read_copies = self._read_copies, monotonic()
        if last is None or self._read_copies - last >= APART:
            return True
        self._read_copies = last
        return False

    def _used_in_copies(self) -> set[str]:
        """One that cannot be read cannot be put back, either."""
        used: set[str] = set()
        for copy in self._copies.glob("*.sqlite"):
            with backup.reading(copy) as connection:
                if connection is not None:
                    used |= hashes_in(connection)
        return used

    def _remove(self, picture: str) -> bool:
        """Whether it went. What came to show it since the look keeps it."""
        try:
            with self._database.transaction() as connection:
                if not _still_unused(connection, picture):
                    return False
                self._pictures.path(picture).unlink(missing_ok=True)
                connection.execute("DELETE FROM picture WHERE hash = ?", (picture,))
        except OSError as error:
            logger.info("an unused picture stays: %s", error.strerror)
            return False
        self._noted.pop(picture, None)
        return True

    def _strays(self) -> Iterator[tuple[str, Path]]:
        """Old files of ours without a row, and their hashes; "" for unfinished ones."""
        for entry in _files(self._folder):
            if not self._is_old(entry):
                continue
            kept = _KEPT_FILE.fullmatch(entry.name)
            if entry.name.startswith(_UNFINISHED):
                yield "", Path(entry.path)
            elif kept and not self._is_known(kept[1]):
                yield kept[1], Path(entry.path)

    def _sweep(self, path: Path) -> bool:
        """In a transaction, since whoever adds this very picture writes its row in one."""
        try:
            with self._database.transaction():
                if self._is_known(path.stem):
                    return False
                path.unlink(missing_ok=True)
        except OSError as error:
            logger.info("a stray file stays: %s", error.strerror)
            return False
        return True

    def _clear_thumbnails(self) -> int:
        """They are made again when they are wanted."""
        cleared = 0
        for entry in _files(self._thumbnails):
            of = _THUMBNAIL.fullmatch(entry.name)
            left = entry.name.startswith(_UNFINISHED) and self._is_old(entry)
            if left or (of and not self._is_known(of[1])):
                try:
                    os.unlink(entry.path)
                    cleared += 1
                except OSError as error:
                    logger.info("a thumbnail stays: %s", error.strerror)
        return cleared

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


def _still_unused(connection: sqlite3.Connection, picture: str) -> bool:
    row = connection.execute(
        "SELECT unused_since FROM picture WHERE hash = ?", (picture,)
    ).fetchone()
    return row is not None and row[0] is not None and not refers_to(connection, picture)


def _files(folder: Path) -> list[os.DirEntry[str]]:
    """None where the folder is not there yet, or cannot be read."""
    try:
        with os.scandir(folder) as entries:
            return [entry for entry in entries if entry.is_file(follow_symlinks=False)]
    except OSError:
        return []
