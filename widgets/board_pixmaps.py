"""Pictures of a board scaled smoothly once, for when nothing moves; one after the other, so that
no frame waits for all of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPixmap

_Key = tuple[int, int, int, float, float, float, float]
Wanted = tuple[QImage, QRectF, QSize]
"""An image, the part of it (0 to 1) that is seen, and the size in device pixels."""


class BoardPixmaps:
    def __init__(self) -> None:
        self._made: dict[_Key, QPixmap] = {}
        self._smaller: dict[tuple[int, int], QPixmap] = {}

    def get(self, image: QImage, part: QRectF, size: QSize) -> QPixmap | None:
        """None while it is not made: callers draw from `rough` instead."""
        return self._made.get(_key(image, part, size))

    def rough(self, image: QImage, part: QRectF, size: QSize) -> QImage | QPixmap:
        """The whole picture, halved as often as leaves enough for `size`, if that is made."""
        return self._smaller.get((int(image.cacheKey()), _halvings(image, part, size)), image)

    def make_one(self, wanted: Sequence[Wanted]) -> bool:
        """Makes the first that is missing; whether there may be more to do.

        When none is missing, all that are not wanted any more are forgotten.
        """
        whole = [each for each in wanted if not each[0].isNull() and not each[2].isEmpty()]
        for each in whole:
            key = _key(*each)
            if key not in self._made:
                self._made[key] = scaled(*each)
                return True
        for image, part, size in whole:
            halved = int(image.cacheKey()), _halvings(image, part, size)
            if halved[1] and halved not in self._smaller:
                self._smaller[halved] = _halved(image, halved[1])
                return True
        self._keep_only(whole)
        return False

    def _keep_only(self, wanted: Sequence[Wanted]) -> None:
        keys = {_key(*each) for each in wanted}
        images = {int(image.cacheKey()) for image, _, _ in wanted}
        self._made = {key: pixmap for key, pixmap in self._made.items() if key in keys}
        self._smaller = {key: image for key, image in self._smaller.items() if key[0] in images}


def scaled(image: QImage, part: QRectF, size: QSize) -> QPixmap:
    seen = in_pixels(image, part).toAlignedRect().intersected(image.rect())
    return QPixmap.fromImage(
        image.copy(seen).scaled(
            size,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    )


def in_pixels(image: QImage | QPixmap, part: QRectF) -> QRectF:
    wide, tall = image.width(), image.height()
    return QRectF(part.left() * wide, part.top() * tall, part.width() * wide, part.height() * tall)


def _halvings(image: QImage, part: QRectF, size: QSize) -> int:
    """How often it can be halved and is still as large as it is shown."""
    seen = min(
        image.width() * part.width() / max(1, size.width()),
        image.height() * part.height() / max(1, size.height()),
    )
    halvings = 0
    while seen >= 2 and halvings < 4:
        seen /= 2
        halvings += 1
    return halvings


def _halved(image: QImage, times: int) -> QPixmap:
    half = image.scaled(
        max(1, image.width() >> times),
        max(1, image.height() >> times),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return QPixmap.fromImage(half)


def _key(image: QImage, part: QRectF, size: QSize) -> _Key:
    return (
        int(image.cacheKey()),
        size.width(),
        size.height(),
        part.left(),
        part.top(),
        part.width(),
        part.height(),
    )
