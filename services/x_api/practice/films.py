"""Whether a video can be used, found as X finds it: after its last piece, while it is worked on."""

from __future__ import annotations

import struct
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO

_SHORTEST, _LONGEST = 0.5, 140.5
_HEAD = 16


@dataclass(frozen=True, slots=True)
class Film:
    """`mime` is empty for what is no MP4 or MOV, is cut short, or runs too long."""

    mime: str
    size: int
    sha256: str


def watch(pieces: Iterable[bytes]) -> Film:
    told = sha256()
    with tempfile.TemporaryFile() as file:
        for piece in pieces:
            told.update(piece)
            file.write(piece)
        size = file.tell()
        return Film(_mime(file, size), size, told.hexdigest())


def _mime(file: BinaryIO, size: int) -> str:
    at, brand, seconds = 0, b"", 0.0
    while at + 8 <= size:
        file.seek(at)
        head = file.read(_HEAD)
        length, kind = struct.unpack_from(">I4s", head)
        if length == 1 and len(head) == _HEAD:
            length = struct.unpack_from(">Q", head, 8)[0]
        length = length or size - at
        if length < 8 or at + length > size:
            return ""
        if kind == b"ftyp":
            brand = head[8:12]
        elif kind == b"moov":
            file.seek(at)
            seconds = _seconds(file.read(min(length, 4_096)))
        at += length
    if not brand or not _SHORTEST <= seconds <= _LONGEST:
        return ""
    return "video/quicktime" if brand == b"qt  " else "video/mp4"


def _seconds(moov: bytes) -> float:
    at = moov.find(b"mvhd")
    if at < 0 or at + 36 > len(moov):
        return 0.0
    new = moov[at + 4] == 1
    scale, length = struct.unpack_from(">IQ" if new else ">II", moov, at + (24 if new else 16))
    return length / scale if scale else 0.0
