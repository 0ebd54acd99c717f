"""Our own copies of pictures, by the SHA-256 of their bytes: the owner may move the original.

Rooms hold the store from the start; what reads, hashes and writes is loaded with the first picture.
"""

from __future__ import annotations

from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from services.errors import BadImage, ImageProblem
from services.text.clean import clean

if TYPE_CHECKING:
    import sqlite3

    from PIL import Image

    from services.clock import Clock
    from services.media.likeness import Likeness
    from services.paths import Paths
    from services.store.database import Database

_SUFFIXES = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "image/gif": ".gif",
    "video/mp4": ".mp4",
    "video/quicktime": ".mov",
}
_SHARP_ENOUGH = 15 / 16
"""So much of a thumbnail's size will do: a JPEG of 1,200 is then decoded at half, not whole."""


class Picture(NamedTuple):
    """A kept picture or video. `name` is the original file's; `image/gif` is always one that moves.

    `millis`: how long a video runs; None for a picture.
    """

    hash: str
    mime: str
    width: int
    height: int
    bytes: int
    name: str
    millis: int | None = None

    @property
    def is_video(self) -> bool:
        return self.mime.startswith("video/")


class PictureStore:
    """`add_…` and `thumbnail` decode: `work` lane. The rest is quick."""

    def __init__(self, paths: Paths, database: Database, clock: Clock) -> None:
        self._folder = paths.pictures
        self._thumbnails = paths.cache / "thumbnails"
        self._database = database
        self._clock = clock

    def add_file(self, path: Path) -> Picture:
        """Raises BadImage for a file that cannot be used, StorageTrouble when ours cannot be."""
        from services.media import images

        return self.add_bytes(images.read(path), name=path.name)

    def add_bytes(self, data: bytes, *, name: str) -> Picture:
        """Checks, takes place and camera data out, and keeps what X takes (see `for_x`)."""
        from services.media.for_x import prepare

        ready = prepare(data, Path(name))
        return self.add_known(
            ready.data, name=name, mime=ready.mime, width=ready.width, height=ready.height
        )

    def add_known(self, data: bytes, *, name: str, mime: str, width: int, height: int) -> Picture:
        """Keeps bytes that are known to be a clean picture, without opening them."""
        from hashlib import sha256

        from services.media.files import write_whole

        # A file's name need not be words: Python hands odd bytes over as half characters.
        name = clean(name)[0]
        picture = Picture(sha256(data).hexdigest(), mime, width, height, len(data), name)
        path = self._folder / f"{picture.hash}{_SUFFIXES[mime]}"
        if not path.exists() or path.stat().st_size != len(data):
            write_whole(path, data)
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO picture(hash, mime, width, height, bytes, name, created_at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT(hash) DO UPDATE SET unused_since = NULL",
                (picture.hash, mime, width, height, len(data), name, self._clock.now()),
            )
        if not path.exists():
            # Unused until now, it was cleaned away in between; from here on it is safe.
            write_whole(path, data)
        return self.get(picture.hash)

    def get(self, picture_hash: str) -> Picture:
        """Raises BadImage(UNREADABLE) for one that was never kept."""
        row = self._database.connection.execute(
            "SELECT hash, mime, width, height, bytes, name, millis FROM picture WHERE hash = ?",
            (picture_hash,),
        ).fetchone()
        if row is None:
            raise BadImage(ImageProblem.UNREADABLE, Path(picture_hash), "not among our pictures")
        return _picture(row)

    def path(self, picture_hash: str) -> Path:
        picture = self.get(picture_hash)
        return self._folder / f"{picture.hash}{_SUFFIXES[picture.mime]}"

    def read(self, picture_hash: str) -> bytes:
        """The bytes as X gets them. Raises BadImage(UNREADABLE) when our copy is gone."""
        from services.media import images

        return images.read(self.path(picture_hash))

    def check(self, picture_hash: str) -> None:
        """Raises BadImage(UNREADABLE) when our copy is gone, without reading it."""
        path = self.path(picture_hash)
        if not path.is_file():
            raise BadImage(ImageProblem.UNREADABLE, path, "our copy is gone")

    def thumbnail(self, picture_hash: str, size: int) -> Path:
        """A picture of at most `size` by `size` in the cache, made when it is not there yet."""
        for suffix in (".jpg", ".png"):
            made = self._thumbnails / f"{picture_hash}-{size}{suffix}"
            if made.exists():
                return made
        return self._make_thumbnail(picture_hash, size)

    def like(self, picture_hash: str) -> tuple[Picture, ...]:
        """The same picture in other bytes: saved again, scaled, in another format. The most alike
        first. `work` lane. Raises BadImage."""
        return tuple(self.get(found) for found in self._likeness().like(picture_hash))

    def small(self, picture_hash: str, side: int) -> Image.Image:
        """Decoded and at least about `side` on its long side. `work` lane. Raises BadImage."""
        from services.media import images

        source = self.path(picture_hash)
        return images.load(images.read(source), source, at_least=self._needed(picture_hash, side))

    def _make_thumbnail(self, picture_hash: str, size: int) -> Path:
        from services.media import images
        from services.media.files import write_whole

        image = self.small(picture_hash, size)
        image.thumbnail((size, size), reducing_gap=3.0)
        self._likeness().keep(picture_hash, image)
        see_through = image.mode == "RGBA"
        data = images.to_png(image) if see_through else images.to_jpeg(image, 88)
        path = self._thumbnails / f"{picture_hash}-{size}{'.png' if see_through else '.jpg'}"
        write_whole(path, data, durable=False)
        return path

    def _likeness(self) -> Likeness:
        from services.media.likeness import Likeness

        return Likeness(self._database, self)

    def _needed(self, picture_hash: str, size: int) -> tuple[int, int]:
        """The least width and height to decode for a thumbnail of `size`."""
        picture = self.get(picture_hash)
        scale = size * _SHARP_ENOUGH / max(picture.width, picture.height)
        return ceil(picture.width * scale), ceil(picture.height * scale)


def _picture(row: sqlite3.Row) -> Picture:
    return Picture(*row)
