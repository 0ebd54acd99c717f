"""Takes the tour's pictures and refuses one that is blank, seen before, cut off or has boxes."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPoint
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from ui.tour.faults import clipped, without_glyph

FEWEST_COLOURS = 12
NAME = re.compile(r"\d\d-[a-z0-9-]+\.png")
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
        picture = window.grab().toImage()
        over = [other for other in QApplication.topLevelWidgets() if _is_over(other, window)]
        for other in over:
            _check_words(name, other)
            _lay_over(picture, window, other)
        self._check(name, picture, _area(picture, window, page, whole=bool(over)))
        data = _png(picture)
        target = self._folder / f"{len(self._seen):02d}-{name}.png"
        target.write_bytes(data)
        return target

    def _check(self, name: str, picture: QImage, area: QImage) -> None:
        colours = {
            picture.pixel(x, y)
            for x in range(0, picture.width(), 7)
            for y in range(0, picture.height(), 7)
        }
        if len(colours) < FEWEST_COLOURS:
            raise BadPicture(f"{name}: blank, {len(colours)} colours")
        mark = sha256(_png(area)).hexdigest()
        if mark in self._seen:
            raise BadPicture(f"{name}: the same picture as {self._seen[mark]}")
        self._seen[mark] = name


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


def _area(picture: QImage, window: QWidget, page: QWidget, *, whole: bool) -> QImage:
    """The page's part of the picture; all of it while something stands over the window."""
    if whole:
        return picture
    ratio = picture.devicePixelRatio()
    top = round(page.mapTo(window, QPoint(0, 0)).y() * ratio)
    return picture.copy(0, top, picture.width(), picture.height() - top)


def _is_over(other: QWidget, window: QWidget) -> bool:
    return other is not window and other.isVisible()


def _lay_over(picture: QImage, window: QWidget, other: QWidget) -> None:
    """Offscreen there is no window manager: a dialog is laid in the middle, behind it a veil."""
    painter = QPainter(picture)
    if other.isModal():
        painter.fillRect(window.rect(), VEIL)
        place = window.rect().center() - other.rect().center()
    else:
        place = window.mapFromGlobal(other.mapToGlobal(QPoint(0, 0)))
    painter.drawPixmap(place, other.grab())
    painter.end()


def _png(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes, Qt takes str
    return bytes(buffer.data().data())
