"""Writes HEIC files, which Pillow cannot: an HEVC picture in the boxes of ISO/IEC 23008-12.

`PICTURE` is a real picture of 64 by 48, packed by x265: left half red, right half blue, and a white
band of 8 pixels along the top.
"""

from __future__ import annotations

import base64
import struct

_VPS, _SPS, _PPS, _SLICE = range(4)
PICTURE = tuple(
    base64.b64decode(part)
    for part in (
        "QAEMAf//BAgAAAMAn6gAAAMAAB66AkA=",
        "QgEBBAgAAAMAn6gAAAMAAB6gIIMWW6uTK5sCAAADAAIAAAMAMhA=",
        "RAHBc8CJ",
        "KAGvBHgml9kfZSMPb2VSGurdjrYtD+gCyV63cMIkU5e6Qe7xo54yDUqcGRetck0qXESYNqvIN7Pn+VDr4TZe"
        "MHs7Va8++SFl84PL/04KcKRqC2AVfAy9V23bdytpjA+OWpOsgy2hsgk24abAR3trcyn9vca+1kGW0NkEm5bd"
        "QA==",
    )
)


def heic(
    picture: tuple[bytes, ...] = PICTURE,
    *,
    size: tuple[int, int] = (64, 48),
    quarter_turns: int = 0,
    exif: bytes = b"",
    profile: bytes = b"",
) -> bytes:
    """`quarter_turns` to the left are in the file's own words (irot), as phones write them."""
    properties = [_config(picture), _full(b"ispe", struct.pack(">II", *size))]
    if profile:
        properties.append(_box(b"colr", b"prof" + profile))
    if quarter_turns:
        properties.append(_box(b"irot", bytes((quarter_turns,))))
    pixels = struct.pack(">I", len(picture[_SLICE])) + picture[_SLICE]
    items = [(b"hvc1", pixels)]
    if exif:
        items.append((b"Exif", struct.pack(">I", 0) + exif))
    kinds = _box(b"ftyp", b"heic\0\0\0\0mif1heic")
    # Where the pixels lie is only known when all before them is: its length never changes.
    place = len(kinds) + len(_meta(items, properties, 0)) + 8
    inside = b"".join(body for _kind, body in items)
    return kinds + _meta(items, properties, place) + _box(b"mdat", inside)


def _meta(items: list[tuple[bytes, bytes]], properties: list[bytes], place: int) -> bytes:
    locations, infos, at = [], [], place
    for number, (kind, body) in enumerate(items, start=1):
        locations.append(struct.pack(">HHHII", number, 0, 1, at, len(body)))
        at += len(body)
        infos.append(_full(b"infe", struct.pack(">HH", number, 0) + kind + b"\0", version=2))
    used = bytes(0x80 * (index == 0) | index + 1 for index in range(len(properties)))
    links = struct.pack(">IHB", 1, 1, len(properties)) + used
    parts = [
        _full(b"hdlr", bytes(4) + b"pict" + bytes(13)),
        _full(b"pitm", struct.pack(">H", 1)),
        _full(b"iloc", struct.pack(">BBH", 0x44, 0, len(items)) + b"".join(locations)),
        _full(b"iinf", struct.pack(">H", len(items)) + b"".join(infos)),
    ]
    if len(items) > 1:
        parts.append(_full(b"iref", _box(b"cdsc", struct.pack(">HHH", 2, 1, 1))))
    parts.append(_box(b"iprp", _box(b"ipco", b"".join(properties)) + _full(b"ipma", links)))
    return _full(b"meta", b"".join(parts))


def _config(picture: tuple[bytes, ...]) -> bytes:
    """hvcC: what a decoder must know before the first pixel (ISO/IEC 14496-15, 8.3.3.1)."""
    level = picture[_SPS].replace(b"\0\0\3", b"\0\0")[3:15]
    body = b"\1" + level + bytes.fromhex("f000fcfdf8f800000f") + b"\3"
    for part in picture[:_SLICE]:
        kind = part[0] >> 1 & 63
        body += struct.pack(">BHH", 0x80 | kind, 1, len(part)) + part
    return _box(b"hvcC", body)


def _full(name: bytes, body: bytes, *, version: int = 0) -> bytes:
    return _box(name, bytes((version, 0, 0, 0)) + body)


def _box(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", 8 + len(body)) + name + body
