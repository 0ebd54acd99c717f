"""Finds the same picture among those kept, though its bytes differ (services/media/fingerprint.py).

A fingerprint is made with a picture's first thumbnail, or when it is first asked for.
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from services.errors import BadImage
from services.media import fingerprint

if TYPE_CHECKING:
    from PIL import Image

    from services.media.pictures import PictureStore
    from services.store.database import Database

_SAME_SHAPE = 0.08
"""Of the logarithm of width by height: some hundredths cropped off one side."""


class Likeness:
    def __init__(self, database: Database, store: PictureStore) -> None:
        self._database = database
        self._store = store

    def like(self, picture_hash: str) -> tuple[str, ...]:
        """Hashes of the others that show the same, the most alike first.

        Decodes where its fingerprint is not known yet: `work` lane. Raises BadImage.
        """
        asked = self._store.get(picture_hash)
        mark = self.of(picture_hash)
        if mark == fingerprint.NONE:
            return ()
        rows = self._database.connection.execute(
            "SELECT hash, width, height, fingerprint FROM picture "
            "WHERE fingerprint > '' AND hash <> ?",
            (picture_hash,),
        ).fetchall()
        shape = log(asked.width / asked.height)
        near = [
            (apart, row[0])
            for row in rows
            if (apart := fingerprint.distance(mark, row[3])) is not None
            and abs(log(row[1] / row[2]) - shape) <= _SAME_SHAPE
        ]
        return tuple(found for _, found in sorted(near))

    def of(self, picture_hash: str) -> str:
        """Its fingerprint, made now where there is none. Raises BadImage."""
        known: str | None = self._known(picture_hash)
        if known is not None:
            return known
        if self._store.get(picture_hash).is_video:
            return fingerprint.NONE
        return self.keep(picture_hash, self._store.small(picture_hash, fingerprint.SIDE))

    def keep(self, picture_hash: str, image: Image.Image) -> str:
        """`image`: the picture, of any size from `fingerprint.SIDE` on."""
        known = self._known(picture_hash)
        if known is not None:
            return known
        mark = fingerprint.of(image)
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE picture SET fingerprint = ? WHERE hash = ?", (mark, picture_hash)
            )
        return mark

    def fill(self, most: int) -> int:
        """Makes fingerprints that are missing; how many were. A file that is gone counts as one."""
        rows = self._database.connection.execute(
            "SELECT hash FROM picture WHERE fingerprint IS NULL AND mime LIKE 'image/%' LIMIT ?",
            (most,),
        ).fetchall()
        for row in rows:
            try:
                self.of(row["hash"])
            except BadImage:
                self._give_up(row["hash"])
        return len(rows)

    def _known(self, picture_hash: str) -> str | None:
        row = self._database.connection.execute(
            "SELECT fingerprint FROM picture WHERE hash = ?", (picture_hash,)
        ).fetchone()
        return None if row is None else row["fingerprint"]

    def _give_up(self, picture_hash: str) -> None:
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE picture SET fingerprint = ? WHERE hash = ?",
                (fingerprint.NONE, picture_hash),
            )
