"""Takes away kept pictures that nothing shows any more, and files that belong to none.

A picture goes only after two looks found it unused, a day apart; within one run three days by the
run's own time, for what can still be undone is in memory. Whatever refers to a picture keeps it,
also in the copies that may be put back and in data files that were set aside
(services/store/backup.py); while one of them cannot be read, nothing goes. A row and its file go
in one transaction, the file first: cut off in between, the row of an unused picture is left, and
goes the next time.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from services.errors import StorageTrouble
from services.media.likeness import Likeness
from services.media.references import hashes_in, hashes_in_file, refers_to
from services.media.strays import APART, APART_IN_RUN, Strays
from services.store import backup

if TYPE_CHECKING:
    import sqlite3

    from services.clock import Clock
    from services.media.pictures import PictureStore
    from services.paths import Paths
    from services.store.database import Database

logger = logging.getLogger(__name__)
_FILLED = 20
"""Missing fingerprints that are made a look: from the second on, a start has other work."""
_DELETED_FOR = 30 * 86_400
"""Seconds a deleted post that never went to X keeps its pictures: there is nothing left that would
put it back, nor shows it."""
_AT_ONCE = 500
"""Pictures a look takes at most: the lane has other work."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """How many went. `strays`: files without a picture, unfinished ones, old thumbnails."""

    pictures: int = 0
    strays: int = 0


class PictureCleaning:
    def __init__(
        self, paths: Paths, database: Database, clock: Clock, pictures: PictureStore
    ) -> None:
        self._paths = paths
        self._database = database
        self._clock = clock
        self._pictures = pictures
        self._likeness = Likeness(database, pictures)
        self._strays = Strays(paths, database, clock)
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
        else:
            self._let_go_of_deleted()
        self._looked = True
        used = hashes_in(self._database.connection)
        ready = self._look(used)
        strays = self._strays.look()
        elsewhere = self._used_elsewhere() if ready or strays else None
        if elsewhere is None:
            ready, strays = [], []
        else:
            used |= elsewhere
        unused = [one for one in ready if one not in used]
        gone = sum(self._remove(one) for one in unused[:_AT_ONCE])
        swept = sum(self._strays.sweep(path) for path in strays if path.stem not in used)
        cleaned = Cleaned(gone, swept + self._strays.sweep_unfinished())
        if cleaned != Cleaned():
            logger.info("pictures cleaned: %s, stray files: %s", gone, cleaned.strays)
        return cleaned

    def _let_go_of_deleted(self) -> None:
        """At the first look alone: what was deleted in an earlier run has no Undo any more."""
        before = self._clock.now() - _DELETED_FOR
        with self._database.transaction() as connection:
            for sql in (_VERSIONS_OF_DELETED, _ATTACHED_TO_DELETED):
                connection.execute(sql, (before,))

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

    def _used_elsewhere(self) -> set[str] | None:
        """By copies and by data files set aside. None: not to be told now, so nothing may go.

        Once a day: there are eight copies or so, each as large as the data file. One that is
        damaged cannot be put back. What was set aside is read damaged as it is, for the owner may
        have it mended.
        """
        last = self._read_copies
        if last is not None and monotonic() - last < APART:
            return None
        used: set[str] = set()
        try:
            for copy in self._paths.copies.glob("*.sqlite"):
                with backup.reading(copy) as connection:
                    if connection is not None:
                        used |= hashes_in(connection)
            for file in backup.set_aside_files(self._paths):
                used |= hashes_in_file(file)
        except (StorageTrouble, OSError) as error:
            logger.info("nothing is cleaned, a copy cannot be read: %s", error)
            return None
        self._read_copies = monotonic()
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


def _still_unused(connection: sqlite3.Connection, picture: str) -> bool:
    row = connection.execute(
        "SELECT unused_since FROM picture WHERE hash = ?", (picture,)
    ).fetchone()
    return row is not None and row[0] is not None and not refers_to(connection, picture)


_DELETED_UNSENT = (
    "SELECT post.id FROM post WHERE post.state = 'deleted' AND post.changed_at <= ? "
    "AND post.deleted_from IN ('draft', 'queued') AND NOT EXISTS (SELECT 1 FROM part "
    "WHERE part.post_id = post.id AND (part.x_post_id IS NOT NULL OR part.sent_at IS NOT NULL "
    "OR part.attempted_at IS NOT NULL))"
)
_VERSIONS_OF_DELETED = f"DELETE FROM draft_version WHERE post_id IN ({_DELETED_UNSENT})"  # noqa: S608
_ATTACHED_TO_DELETED = (
    "DELETE FROM attachment WHERE part_id IN "  # noqa: S608  # ours
    f"(SELECT part.id FROM part WHERE part.post_id IN ({_DELETED_UNSENT}))"
)
