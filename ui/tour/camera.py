"""Takes the tour's pictures and refuses one that is blank, seen before, cut off or has boxes."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from ui.tour.faults import clipped, without_glyph

FEWEST_COLOURS = 12
EVERY = 43
"""Of so many pixels one is looked at: with no common factor with a row's width."""
NAME = re.compile(r"\d{2,}-[a-z0-9-]+\.png")
SAME = QImage.Format.Format_RGB32
VEIL = QColor(0, 0, 0, 90)


class BadPicture(Exception):
    """A picture of the tour shows something that must not be."""


class Camera:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: dict[str, str] = {}
        folder.mkdir(parents=True, exist_ok=True)
        _remove_old(folder)

    @property
    def count(self) -> int:
        return len(self._seen)

    def shoot(self, name: str, window: QWidget, page: QWidget) -> Path:
        """A picture of the window with whatever dialog or pop-up stands over it.

        `page` is the part that must differ from every other picture: a count on a tab is not
        enough to make a new one.
        """
        _check_words(name, window)
        picture = _picture_of(window)
        over = [other for other in QApplication.topLevelWidgets() if _is_over(other, window)]
        over.sort(key=_depth)
        for other in over:
            _check_words(name, other)
            _lay_over(picture, window, other)
        self._check(name, picture, from_row=0 if over else _top(picture, window, page))
        target = self._folder / f"{len(self._seen):02d}-{name}.png"
        if not picture.save(str(target), "PNG"):  # type: ignore[call-overload]  # the stub wants bytes
            raise BadPicture(f"{name}: {target} cannot be written")
        return target

    def _check(self, name: str, picture: QImage, *, from_row: int) -> None:
        """`from_row`: where the part begins that no other picture may show."""
        colours = set(memoryview(picture.constBits()).cast("I")[::EVERY])
        if len(colours) < FEWEST_COLOURS:
            raise BadPicture(f"{name}: blank, {len(colours)} colours")
        mark = _digest(picture, from_row)
        if mark in self._seen:
            raise BadPicture(f"{name}: the same picture as {self._seen[mark]}")
        self._seen[mark] = name


def _picture_of(window: QWidget) -> QImage:
    """As `grab`, without the pixmap that would be copied: pictures are the largest in memory."""
    ratio = window.devicePixelRatioF()
    picture = QImage(window.size() * ratio, SAME)
    picture.setDevicePixelRatio(ratio)
    window.render(picture)
    return picture


def _remove_old(folder: Path) -> None:
    """Takes away the pictures of an earlier tour, by its own list: whatever else is there stays."""
    story = folder / "story.jsonl"
    if not story.is_file():
        return
    for line in story.read_text(encoding="utf-8").splitlines():
        name = str(json.loads(line).get("picture", ""))
        if NAME.fullmatch(name):
            (folder / name).unlink(missing_ok=True)


def _check_words(name: str, window: QWidget) -> None:
    faults = [*clipped(window), *without_glyph(window)]
    if faults:
        raise BadPicture(f"{name}: " + "; ".join(faults))


def _top(picture: QImage, window: QWidget, page: QWidget) -> int:
    """The page's first row of pixels in the picture."""
    return round(page.mapTo(window, QPoint(0, 0)).y() * picture.devicePixelRatio())


def _digest(picture: QImage, from_row: int) -> str:
    """Of the pixels as they lie there: a copy would be the largest thing in memory."""
    digest = sha256(f"{picture.width()}".encode())
    digest.update(picture.constBits()[from_row * picture.bytesPerLine() :])
    return digest.hexdigest()


def _is_over(other: QWidget, window: QWidget) -> bool:
    return other is not window and other.isVisible()


def _depth(other: QWidget) -> int:
    """How many windows it was opened from: a question lies over the dialog that asks it."""
    parent = other.parentWidget()
    return 0 if parent is None else 1 + _depth(parent.window())


def _lay_over(picture: QImage, window: QWidget, other: QWidget) -> None:
    """Offscreen there is no window manager: a dialog is laid in the middle, behind it a veil."""
    painter = QPainter(picture)
    if other.isModal():
        painter.fillRect(window.rect(), VEIL)
        place = window.rect().center() - other.rect().center()
    else:
        place = window.mapFromGlobal(other.mapToGlobal(QPoint(0, 0)))
    other.render(painter, place)
    painter.end()
