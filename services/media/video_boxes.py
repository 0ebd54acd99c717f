"""The boxes of an MP4 or MOV file (ISO/IEC 14496-12), found by seeking: nothing large is read.

A box is a size, four letters and a body, often of further boxes. A size of 1 stands before one of
64 bits, a size of 0 means up to the end of the file.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

MOST_BOXES = 100_000
"""A file of more is not followed: a video of two minutes has hundreds."""
MOST_BODY = 1_000_000
"""Bytes read of one box at most."""


class BrokenBox(ValueError):
    """The file ends within a box, or a box within another one."""


class Box(NamedTuple):
    """`start` is where its size stands, `body` where that ends, `end` the first byte after it."""

    kind: bytes
    start: int
    body: int
    end: int


class Boxes:
    """Of one open file. Raises BrokenBox; OSError is the caller's."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.size = file.seek(0, 2)
        self._seen = 0

    def inside(self, box: Box | None = None, *, after: int = 0) -> Iterator[Box]:
        """Those in `box`, or of the whole file; `after`: so many bytes into the body."""
        at, end = (box.body + after, box.end) if box else (0, self.size)
        while at + 8 <= end:
            found = self._at(at, end)
            yield found
            at = found.end

    def first(self, box: Box | None, *path: bytes) -> Box | None:
        """By the letters of each step down."""
        for kind in path:
            box = next((one for one in self.inside(box) if one.kind == kind), None)
            if box is None:
                return None
        return box

    def read(self, box: Box, most: int = MOST_BODY, *, after: int = 0) -> bytes:
        start = box.body + after
        self._file.seek(start)
        return self._file.read(max(0, min(box.end - start, most)))

    def _at(self, at: int, end: int) -> Box:
        self._seen += 1
        if self._seen > MOST_BOXES:
            raise BrokenBox(f"over {MOST_BOXES} boxes")
        self._file.seek(at)
        head = self._file.read(16)
        if len(head) < 8:
            raise BrokenBox(f"no box at {at}")
        size, kind = struct.unpack_from(">I4s", head)
        body = at + 8
        if size == 1:
            if len(head) < 16:
                raise BrokenBox(f"no size at {at}")
            size, body = struct.unpack_from(">Q", head, 8)[0], at + 16
        elif size == 0:
            size = end - at
        if size < body - at or at + size > end:
            raise BrokenBox(f"{kind!r} at {at} ends at {at + size} of {end}")
        return Box(kind, at, body, at + size)
