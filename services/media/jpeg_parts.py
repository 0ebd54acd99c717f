"""A JPEG's segments, and which of them draw the picture (ITU T.81 annex B)."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from services.media import icc

_MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")
_SOI, _EOI, _SOS = 0xD8, 0xD9, 0xDA
_APP0, _APP2, _APP14 = 0xE0, 0xE2, 0xEE
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_KEPT = _FRAMES | {0xC4, 0xCC, 0xDB, 0xDC, 0xDD}
"""Frames, the tables to decode them, the number of lines, restarts."""
_ICC = b"ICC_PROFILE\x00"
_MOST_IN_SEGMENT = 65_519


def strip(data: bytes) -> bytes:
    """Only what draws the picture, byte for byte. Raises ValueError."""
    kept = [b"\xff\xd8"]
    profile: dict[int, bytes] = {}
    place = 1
    for marker, body in _segments(data):
        if marker == _APP2:
            if body.startswith(_ICC) and len(body) > 14:
                profile.setdefault(body[12], body[14:])
            continue
        if marker == _SOS:
            kept.append(b"\xff\xda" + body)
        elif clean := _cleaned(marker, body):
            kept.append(_segment(marker, clean))
            if marker == _APP0:
                place = len(kept)
    kept[place:place] = _profile_segments(b"".join(profile[part] for part in sorted(profile)))
    return b"".join((*kept, b"\xff\xd9"))


def needs_room(data: bytes) -> bool:
    """Whether all of it must be held at once to decode it: progressive, or a scan a colour."""
    components = 0
    try:
        for marker, body in _segments(data, to_first_scan=True):
            if marker in _FRAMES:
                components = body[5]
                if marker not in (0xC0, 0xC1):
                    return True
            elif marker == _SOS:
                return body[2] < components
    except (ValueError, IndexError, struct.error):
        return True
    return True


def _segments(data: bytes, *, to_first_scan: bool = False) -> Iterator[tuple[int, bytes]]:
    """Each marker and what follows it; a scan with its length and coded pixels, up to the end."""
    if data[:2] != b"\xff\xd8":
        raise ValueError("no start of image")
    at = 2
    while True:
        match = _MARKER.match(data, at)
        if match is None:
            raise ValueError(f"no marker at {at}")
        marker = match[1][0]
        if marker == _EOI:
            return
        if marker == _SOI:
            raise ValueError("a second start of image")
        start = match.end()
        (length,) = struct.unpack_from(">H", data, start)
        at = start + length
        if length < 2 or at > len(data):
            raise ValueError("the segment has no end")
        if marker != _SOS:
            yield marker, data[start + 2 : at]
            continue
        end = _MARKER.search(data, at) if not to_first_scan else None
        if end is None and not to_first_scan:
            raise ValueError("the scan has no end")
        yield marker, data[start : end.start() if end else at]
        if end is None:
            return
        at = end.start()


def _cleaned(marker: int, body: bytes) -> bytes:
    """What stays of a segment; empty when nothing does."""
    if marker == _APP0:
        # JFIF without its preview: version, density, and a preview of 0 by 0.
        return body[:12] + b"\x00\x00" if body.startswith(b"JFIF\x00") and len(body) > 13 else b""
    if marker == _APP14:
        # Adobe's says how the colours are coded: without it they turn.
        return body[:12] if body.startswith(b"Adobe") else b""
    return body if marker in _KEPT else b""


def _segment(marker: int, body: bytes) -> bytes:
    return b"\xff" + bytes((marker,)) + struct.pack(">H", len(body) + 2) + body


def _profile_segments(profile: bytes) -> list[bytes]:
    clean = icc.cleaned(profile)
    parts = [clean[at : at + _MOST_IN_SEGMENT] for at in range(0, len(clean), _MOST_IN_SEGMENT)]
    return [
        _segment(_APP2, _ICC + bytes((number, len(parts))) + part)
        for number, part in enumerate(parts, start=1)
    ]
