"""Keeps videos beside the pictures, by the SHA-256 of what X gets: copied in pieces, never loaded.

A video goes to X as it came: its picture and sound are not touched. What else it tells is blanked
(see `video_cleaning`).
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from services.errors import BadVideo, VideoProblem
from services.media import video_rules
from services.media.pictures import Picture, PictureStore
from services.media.video import VideoFacts, look
from services.media.video_cleaning import Cleaning, cleaning_of
from services.store.troubles import system_trouble
from services.text.clean import clean

if TYPE_CHECKING:
    from services.clock import Clock
    from services.store.database import Database

PIECE = 1024 * 1024
SUFFIXES = {"video/mp4": ".mp4", "video/quicktime": ".mov"}

Progress = Callable[[int, int], None]
"""Bytes done, and all of them."""


class Kept(NamedTuple):
    """`had_place`: the video told where it was filmed, and our copy no longer does."""

    picture: Picture
    had_place: bool


def _silent(_done: int, _of: int) -> None:
    """Nobody asked how far it is."""


class Videos:
    def __init__(
        self, folder: Path, database: Database, clock: Clock, pictures: PictureStore
    ) -> None:
        self._folder = folder
        self._database = database
        self._clock = clock
        self._pictures = pictures

    def add_file(self, path: Path, *, progress: Progress = _silent) -> Kept:
        """`work` lane. Raises BadVideo for one that X would not take, StorageTrouble."""
        facts = look(path)
        video_rules.check(facts, path)
        cleaning = cleaning_of(path)
        digest = self._copy(path, cleaning, SUFFIXES[facts.mime], facts.bytes, progress)
        self._note(digest, facts, clean(path.name)[0])
        if not self._pictures.path(digest).exists():
            # Unused until now, it was cleaned away in between; from here on it is safe.
            again = self._copy(path, cleaning, SUFFIXES[facts.mime], facts.bytes, progress)
            if again != digest:
                raise BadVideo(VideoProblem.CUT_SHORT, path, "it changes while it is copied")
        return Kept(self._pictures.get(digest), cleaning.had_place)

    def _note(self, digest: str, facts: VideoFacts, name: str) -> None:
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO picture(hash, mime, width, height, bytes, name, created_at, millis) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT(hash) DO UPDATE SET unused_since = NULL",
                (
                    digest,
                    facts.mime,
                    facts.width,
                    facts.height,
                    facts.bytes,
                    name,
                    self._clock.now(),
                    facts.millis,
                ),
            )

    def _copy(
        self, path: Path, cleaning: Cleaning, suffix: str, size: int, progress: Progress
    ) -> str:
        """Whole or not at all: through a file beside it, which is gone again after any trouble."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, prefix=".new-")
        except OSError as error:
            raise system_trouble(error, self._folder) from error
        made = Path(name)
        try:
            with open(handle, "wb") as target:
                digest = _pour(path, target, cleaning, size, progress, self._folder)
            _take_place(made, self._folder / f"{digest}{suffix}", self._folder)
        finally:
            made.unlink(missing_ok=True)
        return digest


def _pour(
    path: Path, target: BinaryIO, cleaning: Cleaning, size: int, progress: Progress, folder: Path
) -> str:
    told = sha256()
    done = 0
    try:
        source = path.open("rb")
    except OSError as error:
        raise BadVideo(VideoProblem.UNREADABLE, path, str(error)) from error
    with source:
        while piece := _read(source, path):
            piece = cleaning.applied(piece, done)
            told.update(piece)
            try:
                target.write(piece)
            except OSError as error:
                raise system_trouble(error, folder) from error
            done += len(piece)
            progress(done, size)
    if done != size:
        raise BadVideo(VideoProblem.CUT_SHORT, path, f"{done} of {size} bytes")
    try:
        target.flush()
        os.fsync(target.fileno())
    except OSError as error:
        raise system_trouble(error, folder) from error
    return told.hexdigest()


def _read(source: BinaryIO, path: Path) -> bytes:
    try:
        return source.read(PIECE)
    except OSError as error:
        raise BadVideo(VideoProblem.UNREADABLE, path, str(error)) from error


def _take_place(made: Path, target: Path, folder: Path) -> None:
    try:
        os.replace(made, target)
    except OSError as error:
        raise system_trouble(error, folder) from error
