"""A GIF's blocks, and which of them draw the picture (GIF89a)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_EXTENSION, _FRAME, _END = 0x21, 0x2C, 0x3B
_CONTROL, _APPLICATION = b"\x21\xf9", b"\x21\xff"


def strip(data: bytes) -> bytes:
    """Only what draws the picture and how it repeats. Raises ValueError, IndexError."""
    kept = b"".join(_kept(block) for block in blocks(data))
    if not frames(kept):
        raise ValueError("no frame")
    return kept


def frames(data: bytes) -> int:
    return sum(block[0] == _FRAME for block in blocks(data))


def extent(data: bytes) -> tuple[int, int]:
    """Width and height that its frames reach: they need not stay within the screen it names."""
    width, height = struct.unpack_from("<HH", data, 6)
    for block in blocks(data):
        if block[0] == _FRAME:
            left, top, across, down = struct.unpack_from("<HHHH", block, 1)
            width, height = max(width, left + across), max(height, top + down)
    return width, height


def blocks(data: bytes) -> Iterator[bytes]:
    """The header, then each extension, frame and the end as one piece."""
    if data[:6] not in (b"GIF87a", b"GIF89a"):
        raise ValueError("no GIF header")
    at = 13 + colours(data[10])
    yield data[:at]
    # Many end without the mark for it.
    while at < len(data) and data[at] != _END:
        start = at
        if data[at] == _EXTENSION:
            at += 2
        elif data[at] == _FRAME:
            at += 11 + colours(data[at + 9])
        else:
            raise ValueError(f"no block at {at}")
        while data[at]:
            at += 1 + data[at]
        at += 1
        yield data[start:at]
    yield b"\x3b"


def _kept(block: bytes) -> bytes:
    if block[0] != _EXTENSION:
        return block
    if block[:2] == _CONTROL:
        return block[:7] + b"\0" if block[2] == 4 else b""
    if block[:2] == _APPLICATION and block[3:14] in _LOOPS and block[14:16] == b"\x03\x01":
        # The count alone: the same block may go on with anything.
        return block[:18] + b"\0"
    return b""


def colours(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0
