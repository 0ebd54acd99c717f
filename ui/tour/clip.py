"""Files that the tour brings to a post and that are in no folder of ours: a video's head, a GIF."""

from __future__ import annotations

import struct
from pathlib import Path

_TICKS = 1_000
_IDENTITY = struct.pack(">9i", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)


def video(path: Path, *, seconds: int, width: int, height: int) -> Path:
    """A whole head of an MP4 with a place in it, and grey nothing behind."""
    length = seconds * _TICKS
    entry = struct.pack(">6xH16x2H2I4xH32x2H", 1, width, height, 72 << 16, 72 << 16, 1, 24, 0xFFFF)
    coder = _box(b"avcC", bytes((1, 100, 0, 31, 255, 224, 0)))
    listed = _box(b"stsd", struct.pack(">2I", 0, 1), _box(b"avc1", entry, coder))
    sizes = _box(b"stsz", struct.pack(">3I", 0, 1, seconds * 30))
    handler = _box(b"hdlr", struct.pack(">2I4s12xB", 0, 0, b"vide", 0))
    times = _box(b"mdhd", struct.pack(">5I2H", 0, 0, 0, _TICKS, length, 0, 0))
    table = _box(b"minf", _box(b"stbl", listed, sizes))
    seen = struct.pack(">6I8x4H", 1, 0, 0, 1, 0, length, 0, 0, 0, 0) + _IDENTITY
    track = _box(
        b"trak",
        _box(b"tkhd", seen, struct.pack(">2I", width << 16, height << 16)),
        _box(b"mdia", times, handler, table),
    )
    head = struct.pack(">5I", 0, 0, 0, _TICKS, length) + bytes(80)
    place = _box(b"udta", _box(b"\xa9xyz", b"\0\x12\x15\xc7+40.4168-003.7038/"))
    film = _box(b"moov", _box(b"mvhd", head), track, place)
    kind = _box(b"ftyp", b"isom", struct.pack(">I", 512), b"isommp41")
    path.write_bytes(kind + film + _box(b"mdat", bytes(200_000)))
    return path


def gif(path: Path, *, frames: int) -> Path:
    """Two greys in turn."""
    head = b"GIF89a" + struct.pack("<2H3B", 8, 8, 0x80, 0, 0) + bytes((60, 60, 60, 200, 200, 200))
    shown = []
    for number in range(frames):
        bright = number % 2
        delay = b"\x21\xf9\x04\x00" + struct.pack("<HB", 10, 0) + b"\0"
        image = b"\x2c" + struct.pack("<4HB", 0, 0, 1, 1, 0)
        shown.append(delay + image + b"\x02\x02" + (b"\x4c\x01" if bright else b"\x44\x01") + b"\0")
    path.write_bytes(head + b"".join(shown) + b"\x3b")
    return path


def _box(kind: bytes, *inside: bytes) -> bytes:
    body = b"".join(inside)
    return struct.pack(">I4s", len(body) + 8, kind) + body
