"""A PNG's chunks, and which of them draw the picture (PNG, third edition, §11)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from services.media import icc

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER, _COLOURS, _PIXELS, _END = b"IHDR", b"PLTE", b"IDAT", b"IEND"
_PROFILE = b"iCCP"
_WORDS = (b"tEXt", b"zTXt", b"iTXt")
_ONCE = {
    _HEADER: (13, 13),
    _COLOURS: (3, 768),
    b"tRNS": (1, 256),
    b"gAMA": (4, 4),
    b"cHRM": (32, 32),
    b"sRGB": (1, 1),
    b"cICP": (4, 4),
    b"sBIT": (1, 4),
}
"""What stays of the rest, with the least and the most bytes it may have."""


def strip(data: bytes) -> bytes:
    """Only what draws the picture, byte for byte. Raises ValueError.

    Of one that moves, the picture that programs show which cannot move it.
    """
    if not data.startswith(_SIGNATURE):
        raise ValueError("no PNG signature")
    kept = [_SIGNATURE]
    pixels = []
    seen = set()
    for name, body, whole in _chunks(data):
        if name == _PIXELS:
            pixels.append(body)
            kept.append(whole)
        elif name == _PROFILE and name not in seen:
            kept.append(_profile_chunk(body))
        elif name in _ONCE and name not in seen:
            least, most = _ONCE[name]
            if least <= len(body) <= most:
                kept.append(whole)
        seen.add(name)
    _check_nothing_follows(pixels)
    return b"".join((*kept, _chunk(_END, b"")))


def wordless(data: bytes) -> bytes:
    """All but its words, whose mere amount may keep a reader from it. Raises ValueError."""
    if not any(name in data for name in _WORDS):
        return data
    kept = (whole for name, _body, whole in _chunks(data) if name not in _WORDS)
    return b"".join((_SIGNATURE, *kept, _chunk(_END, b"")))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Name, what is in it and the whole of each chunk before the end."""
    at = len(_SIGNATURE)
    while True:
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise ValueError("the chunk has no end")
        if name == _END:
            return
        yield name, data[at + 8 : end - 4], data[at:end]
        at = end


def _check_nothing_follows(pixels: list[bytes]) -> None:
    """Bytes behind the end of the packed pixels draw nothing: what else would they be for."""
    unpacked = zlib.decompressobj()
    for number, body in enumerate(pixels):
        waiting = body
        while waiting and not unpacked.eof:
            unpacked.decompress(waiting, 1_000_000)
            waiting = unpacked.unconsumed_tail
        if unpacked.eof and (unpacked.unused_data or any(pixels[number + 1 :])):
            raise ValueError("something follows the pixels")
    if not unpacked.eof:
        raise ValueError("the pixels have no end")


def _profile_chunk(body: bytes) -> bytes:
    """Named neutrally, or empty. Raises ValueError for a profile that has to be applied."""
    _name, _zero, packed = body.partition(b"\0")
    unpacking = zlib.decompressobj()
    try:
        profile = unpacking.decompress(packed[1:], icc.MOST_BYTES + 1)
    except zlib.error:
        return b""
    clean = icc.cleaned(profile)
    return _chunk(_PROFILE, b"icc\0\0" + zlib.compress(clean)) if clean else b""


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
