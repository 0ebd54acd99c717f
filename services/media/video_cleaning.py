"""Blanks what a video tells beside its picture and sound: place, camera, day, names.

What stays is listed, at each level; all else goes. Nothing moves: a box that is taken out becomes
`free` of the same length with zeros in it, and a time becomes 0. A track that is neither picture
nor sound goes with its samples: action cameras write where they were, many times a second, into
one. The picture and the sound, and where they stand in the file, stay byte for byte.

Bytes among the film's own data to which no track points are not looked for.
"""

from __future__ import annotations

import re
import struct
from pathlib import Path
from typing import NamedTuple

from services.media.video import opened
from services.media.video_boxes import Box, Boxes, BrokenBox
from services.media.video_samples import outside, samples_of
from services.media.video_tracks import PICTURE, SOUND

_FILE = b""
_STAYS = {
    _FILE: (b"ftyp", b"moov", b"mdat", b"moof", b"mfra", b"sidx", b"ssix", b"styp", b"wide"),
    b"moov": (b"mvhd", b"trak", b"mvex", b"iods"),
    b"mvex": (b"mehd", b"trex"),
    b"trak": (b"tkhd", b"edts", b"mdia", b"tapt"),
    b"edts": (b"elst",),
    b"tapt": (b"clef", b"prof", b"enof"),
    b"mdia": (b"mdhd", b"hdlr", b"minf", b"elng"),
    b"minf": (b"vmhd", b"smhd", b"hdlr", b"dinf", b"stbl"),
    b"dinf": (b"dref",),
    b"stbl": (
        *(b"stsd", b"stts", b"ctts", b"cslg", b"stsc", b"stsz", b"stz2", b"stco", b"co64"),
        *(b"stss", b"stps", b"stsh", b"sdtp", b"sbgp", b"sgpd", b"subs", b"saiz", b"saio"),
    ),
    b"moof": (b"mfhd", b"traf"),
    b"traf": (*(b"tfhd", b"tfdt", b"trun", b"sdtp", b"sbgp", b"sgpd", b"subs", b"saiz", b"saio"),),
    b"mfra": (b"tfra", b"mfro"),
}
"""What stays in each box that holds others (ISO/IEC 14496-12 and QuickTime's own)."""
_PICTURES = (b"avc1", b"avc3", b"hvc1", b"hev1")
_CODED = (
    *(b"avcC", b"hvcC", b"lhvC", b"dvcC", b"dvvC", b"colr", b"pasp", b"clap", b"btrt", b"fiel"),
    *(b"gama", b"mdcv", b"clli", b"amve"),
)
"""What stays in an entry of `stsd` for pictures: how they are coded and shown."""
_HEADS = (b"mvhd", b"tkhd", b"mdhd")
"""Each says when it was made and when it was changed."""
_HANDLER, _VENDOR, _CODER, _ENTRY = (12, 1_000_000), (12, 16), (42, 74), 78
"""Parts of a body: a handler's maker and name; of an entry of `stsd` its maker, the coder's name
(a camera often writes its own there), and where the boxes of one for pictures begin."""
_PLACE_BOXES, _PLACE_TRACKS = (b"gps ", b"loci"), (b"gpmd", b"camm")
_PLACES = re.compile(rb"\xa9xyz|loci|location|GPS|[+-]\d{1,3}\.\d+[+-]\d{1,3}\.\d+")
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
        self._film: list[tuple[int, int]] = []
        self._gone: list[tuple[int, int]] = []
        """Samples: of picture and sound, and of all other tracks."""

    def found(self) -> Cleaning:
        self._walk(None, _FILE)
        if self._gone:
            data = [(box.body, box.end) for box in self._boxes.inside() if box.kind == b"mdat"]
            heads = outside([(0, self._boxes.size)], data)
            self._blanks += outside(self._gone, (*self._film, *heads))
        return Cleaning(tuple(self._blanks), tuple(self._marks), self._had_place)

    def _walk(self, parent: Box | None, kind: bytes) -> None:
        for box in self._boxes.inside(parent):
            if box.kind not in _STAYS[kind]:
                self._take_out(box)
            elif box.kind == b"trak" and not self._is_film(box):
                self._take_track_out(box)
            elif box.kind in _STAYS:
                if box.kind == b"trak":
                    self._film += self._samples(box)
                self._walk(box, box.kind)
            elif box.kind in _HEADS:
                self._times(box)
            elif box.kind == b"hdlr":
                self._blank(box, _HANDLER)
            elif box.kind == b"dref":
                for one in self._boxes.inside(box, after=8):
                    # Where the film was made: a path on somebody's computer.
                    self._blank(one, (4, _MOST))
            elif box.kind == b"stsd":
                self._entries(box)

    def _is_film(self, trak: Box) -> bool:
        handler = self._boxes.first(trak, b"mdia", b"hdlr")
        return handler is not None and self._boxes.read(handler, 12)[8:12] in (PICTURE, SOUND)

    def _take_track_out(self, trak: Box) -> None:
        listed = self._boxes.first(trak, b"mdia", b"minf", b"stbl", b"stsd")
        told = self._boxes.read(listed, _MOST, after=8) if listed else b""
        self._had_place = self._had_place or told[4:8] in _PLACE_TRACKS
        self._gone += self._samples(trak)
        self._take_out(trak)

    def _samples(self, trak: Box) -> tuple[tuple[int, int], ...]:
        """None of a track whose tables are broken: nobody finds its samples by them."""
        try:
            return samples_of(self._boxes, trak)
        except (BrokenBox, struct.error):
            return ()

    def _take_out(self, box: Box) -> None:
        body = self._boxes.read(box, _MOST)
        places = box.kind in _PLACE_BOXES and any(body)
        self._had_place = self._had_place or places or _PLACES.search(body) is not None
        self._blanks.append((box.body, box.end))
        self._marks.append((box.body - (12 if box.body - box.start == 16 else 4), b"free"))

    def _entries(self, stsd: Box) -> None:
        for entry in self._boxes.inside(stsd, after=8):
            self._blank(entry, _VENDOR)
            if entry.kind in _PICTURES and entry.body + _ENTRY <= entry.end:
                self._blank(entry, _CODER)
                for one in self._boxes.inside(entry, after=_ENTRY):
                    if one.kind not in _CODED:
                        self._take_out(one)

    def _blank(self, box: Box, part: tuple[int, int]) -> None:
        start, end = (min(box.body + each, box.end) for each in part)
        if start < end:
            self._blanks.append((start, end))

    def _times(self, box: Box) -> None:
        version = self._boxes.read(box, 1)
        self._blank(box, (4, 20 if version == b"\x01" else 12))
