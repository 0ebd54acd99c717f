"""Blanks what a video tells beside its picture and sound: place, camera, day, names.

Nothing moves: a box that is taken out becomes `free` of the same length with zeros in it, and a
time becomes 0. The picture and the sound, and where they stand in the file, stay byte for byte.
A separate track of places, as some action cameras write one, is not followed: it stands among the
film's own data.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from services.media.video import opened
from services.media.video_boxes import Box, Boxes

_TOLD = (b"udta", b"meta", b"uuid", b"XMP_")
"""User data, its newer form, Adobe's, and XMP."""
_HEADS = (b"mvhd", b"tkhd", b"mdhd")
"""Each says when it was made and when it was changed."""
_PLACES = (b"\xa9xyz", b"loci", b"location", b"GPS", b"exif:GPS")
_MOST = 1_000_000


class Cleaning(NamedTuple):
    """`blanks` are (start, end) of zeros, `marks` what is written at a place after that."""

    blanks: tuple[tuple[int, int], ...] = ()
    marks: tuple[tuple[int, bytes], ...] = ()
    had_place: bool = False

    def applied(self, data: bytes, at: int) -> bytes:
        """A piece of the file that begins at `at`, cleaned."""
        end = at + len(data)
        inside = [one for one in self.blanks if one[0] < end and one[1] > at]
        marks = [one for one in self.marks if one[0] < end and one[0] + len(one[1]) > at]
        if not inside and not marks:
            return data
        made = bytearray(data)
        for start, stop in inside:
            first, last = max(start, at) - at, min(stop, end) - at
            made[first:last] = bytes(last - first)
        for start, words in marks:
            for place, byte in enumerate(words, start=start - at):
                if 0 <= place < len(made):
                    made[place] = byte
        return bytes(made)


def cleaning_of(path: Path) -> Cleaning:
    """Raises BadVideo."""
    with opened(path) as boxes:
        return _Finder(boxes).found()


class _Finder:
    def __init__(self, boxes: Boxes) -> None:
        self._boxes = boxes
        self._blanks: list[tuple[int, int]] = []
        self._marks: list[tuple[int, bytes]] = []
        self._had_place = False

    def found(self) -> Cleaning:
        for box in self._boxes.inside():
            if box.kind == b"moov":
                self._film(box)
            else:
                self._told(box)
        return Cleaning(tuple(self._blanks), tuple(self._marks), self._had_place)

    def _film(self, moov: Box) -> None:
        for box in self._boxes.inside(moov):
            self._told(box)
            self._times(box)
            if box.kind == b"trak":
                self._track(box)

    def _track(self, trak: Box) -> None:
        for box in self._boxes.inside(trak):
            self._told(box)
            self._times(box)
            if box.kind == b"mdia":
                for one in self._boxes.inside(box):
                    self._times(one)

    def _told(self, box: Box) -> None:
        if box.kind not in _TOLD:
            return
        body = self._boxes.read(box, _MOST)
        self._had_place = self._had_place or any(word in body for word in _PLACES)
        self._blanks.append((box.body, box.end))
        self._marks.append((box.body - (12 if box.body - box.start == 16 else 4), b"free"))

    def _times(self, box: Box) -> None:
        if box.kind in _HEADS:
            version = self._boxes.read(box, 1)
            start = box.body + 4
            self._blanks.append((start, start + (16 if version == b"\x01" else 8)))
