"""A WEBP's chunks, and which of them draw the picture (RFC 9649)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from services.media import icc

_EXTENDED, _PROFILE = b"VP8X", b"ICCP"
_PICTURE = frozenset((b"VP8 ", b"VP8L", b"ALPH"))
_HAS_PROFILE, _HAS_ALPHA = 0b0010_0000, 0b0001_0000


def strip(data: bytes) -> bytes:
    """Only what draws the picture, byte for byte. Raises ValueError for one that moves, too."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise ValueError("no WEBP header")
    found: dict[bytes, bytes] = {}
    for name, body in _chunks(data):
        if name == b"ANMF":
            raise ValueError("it moves")
        found.setdefault(name, body)
    profile = icc.cleaned(found.get(_PROFILE, b""))
    kept = [_chunk(name, body) for name, body in found.items() if name in _PICTURE]
    if extended := found.get(_EXTENDED):
        # Nothing else may be said to be there: Exif, XMP, frames.
        flags = (extended[0] & _HAS_ALPHA) | (_HAS_PROFILE if profile else 0)
        head = [_chunk(_EXTENDED, bytes((flags, 0, 0, 0)) + extended[4:10])]
        kept = head + ([_chunk(_PROFILE, profile)] if profile else []) + kept
    inside = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(inside)) + inside


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Up to the end that the header names: what follows it is not the picture's."""
    end = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    at = 12
    while at + 8 <= end:
        name, length = struct.unpack_from("<4sI", data, at)
        body = data[at + 8 : at + 8 + length]
        if len(body) < length:
            raise ValueError("the chunk has no end")
        yield name, body
        at += 8 + length + (length & 1)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack("<4sI", name, len(body)) + body + bytes(len(body) & 1)
