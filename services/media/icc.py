"""Colour profiles, made to say nothing but how colours look.

A profile may hold its maker's and its owner's names, the screen's serial number, dates, and
tables for the graphics card. Kept are the tags a colour engine reads for a picture (ICC.1:2022 §8),
each cut to the length of what it holds. Nothing here needs Pillow.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

MOST_BYTES = 1_000_000
"""A larger profile is applied to the picture and let go: cameras' and screens' are far smaller."""

_HEADER = 128
_MOST_TAGS = 100
_COLORANTS = (b"rXYZ", b"gXYZ", b"bXYZ")
_CURVES = (b"rTRC", b"gTRC", b"bTRC")
_TABLES = (b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2")
_EXACT_TABLES = (b"D2B0", b"D2B1", b"D2B2", b"D2B3", b"B2D0", b"B2D1", b"B2D2", b"B2D3")
_OTHERS = (b"kTRC", b"wtpt", b"bkpt", b"chad", b"cicp")
_KEPT = frozenset((*_COLORANTS, *_CURVES, *_TABLES, *_EXACT_TABLES, *_OTHERS))
_NAMES = {b"RGB ": "RGB", b"GRAY": "Grey", b"CMYK": "CMYK"}

_SRGB_COLORANTS = ((0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141))
"""sRGB's red, green and blue seen under D50 (IEC 61966-2-1, adapted as ICC profiles hold them)."""
_SAME_COLORANT = 0.002
_SAME_SHADE = 1 / 255
_PARAMETERS = {0: 1, 1: 3, 2: 4, 3: 5, 4: 7}
"""How many numbers each kind of parametric curve has."""

_BROKEN = (ValueError, ArithmeticError, struct.error)

_Tags = dict[bytes, bytes]


def cleaned(profile: bytes) -> bytes:
    """The same colours, neutrally named and dated. Empty where none is needed: the profile is
    sRGB's, or so broken that no colour engine would follow it.

    Raises ValueError for one over MOST_BYTES.
    """
    if len(profile) > MOST_BYTES:
        raise ValueError(f"a colour profile of {len(profile)} bytes")
    try:
        tags = _kept(profile)
        if profile[16:20] not in _NAMES or not _is_whole(tags) or _is_srgb(profile, tags):
            return b""
    except _BROKEN:
        return b""
    return _written(profile, tags)


def is_srgb(profile: bytes) -> bool:
    """Whether it says, by its numbers and not by its name, what every screen assumes anyway."""
    try:
        return _is_srgb(profile, _kept(profile))
    except _BROKEN:
        return False


def _kept(profile: bytes) -> _Tags:
    if len(profile) < _HEADER + 4 or profile[36:40] != b"acsp":
        raise ValueError("no colour profile")
    (count,) = struct.unpack_from(">I", profile, _HEADER)
    if count > _MOST_TAGS:
        raise ValueError(f"{count} tags")
    tags: _Tags = {}
    for index in range(count):
        name, at, size = struct.unpack_from(">4sII", profile, _HEADER + 4 + 12 * index)
        body = profile[at : at + size]
        if name in _KEPT and name not in tags:
            if len(body) < size:
                raise ValueError(f"{name!r} has no end")
            tags[name] = _cut(body)
    return tags


def _cut(body: bytes) -> bytes:
    """A tag's bytes without what may hide in its reserved bytes and behind its end."""
    kind = body[:4]
    length = _LENGTHS.get(kind, len)(body)
    if length > len(body):
        raise ValueError(f"{kind!r} has no end")
    return kind + bytes(4) + body[8:length]


def _curve_length(body: bytes) -> int:
    return 12 + 2 * int(struct.unpack_from(">I", body, 8)[0])


def _parametric_length(body: bytes) -> int:
    kind = int(struct.unpack_from(">H", body, 8)[0])
    if kind not in _PARAMETERS:
        raise ValueError(f"a curve of kind {kind}")
    return 12 + 4 * _PARAMETERS[kind]


def _table_length(body: bytes) -> int:
    """Of the two older kinds of tables, with 8 and with 16 bits a sample."""
    wide = body[:4] == b"mft2"
    before, after, points = body[8:11]
    first, last = struct.unpack_from(">HH", body, 48) if wide else (256, 256)
    samples = int(before * first + points**before * after + after * last)
    return 52 + 2 * samples if wide else 48 + samples


_LENGTHS: dict[bytes, Callable[[bytes], int]] = {
    b"XYZ ": lambda _body: 20,
    b"sf32": lambda body: min(len(body), 44),
    b"cicp": lambda _body: 12,
    b"curv": _curve_length,
    b"para": _parametric_length,
    b"mft1": _table_length,
    b"mft2": _table_length,
}


def _is_whole(tags: _Tags) -> bool:
    """Whether a colour engine has enough to go by."""
    by_matrix = all(name in tags for name in (*_COLORANTS, *_CURVES))
    return by_matrix or b"kTRC" in tags or any(name in tags for name in (*_TABLES, b"D2B0"))


def _is_srgb(profile: bytes, tags: _Tags) -> bool:
    if profile[16:20] != b"RGB " or any(name in tags for name in (*_TABLES, b"cicp")):
        return False
    if not all(name in tags for name in (*_COLORANTS, *_CURVES)):
        return False
    for name, wanted in zip(_COLORANTS, _SRGB_COLORANTS, strict=True):
        found = (value / 65_536 for value in struct.unpack_from(">3i", tags[name], 8))
        if any(abs(a - b) > _SAME_COLORANT for a, b in zip(found, wanted, strict=True)):
            return False
    return all(_is_srgb_curve(tags[name]) for name in _CURVES)


def _is_srgb_curve(body: bytes) -> bool:
    return all(
        abs(_shade(_light(body, step / 32)) - step / 32) < _SAME_SHADE for step in range(1, 33)
    )


def _shade(light: float) -> float:
    """sRGB's own curve, from light to the number a file holds."""
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def _light(body: bytes, shade: float) -> float:
    """What a profile's curve makes of a shade of 0 to 1."""
    if body[:4] == b"para":
        return _by_parameters(body, shade)
    count = int(struct.unpack_from(">I", body, 8)[0])
    if count == 0:
        return shade
    values = struct.unpack_from(f">{count}H", body, 12)
    if count == 1:
        return float(shade ** (values[0] / 256))
    place = shade * (count - 1)
    low = min(int(place), count - 2)
    return float((values[low] + (values[low + 1] - values[low]) * (place - low)) / 65_535)


def _by_parameters(body: bytes, shade: float) -> float:
    kind = struct.unpack_from(">H", body, 8)[0]
    numbers = [n / 65_536 for n in struct.unpack_from(f">{_PARAMETERS[kind]}i", body, 12)]
    g, a, b, c, d, e, f = numbers + [0.0] * (7 - len(numbers))
    if kind == 0:
        return float(max(shade, 0.0) ** g)
    if kind < 3:
        # Below -b/a the curve is flat, at c where there is one.
        above = a * shade + b
        return float(above**g + c) if above > 0 else c
    if shade >= d:
        return float(max(a * shade + b, 0.0) ** g + (e if kind == 4 else 0.0))
    return float(c * shade + (f if kind == 4 else 0.0))


def _written(profile: bytes, tags: _Tags) -> bytes:
    version = profile[8]
    name = _NAMES[profile[16:20]]
    named = {b"desc": _text(name, version), b"cprt": _copyright(version), **tags}
    places = list(_placed(named))
    table = b"".join(struct.pack(">4sII", tag, at, size) for tag, at, size in places)
    bodies = dict.fromkeys(_padded(body) for body in named.values())
    inside = struct.pack(">I", len(named)) + table + b"".join(bodies)
    return _header(profile, _HEADER + len(inside)) + inside


def _placed(tags: _Tags) -> Iterator[tuple[bytes, int, int]]:
    """Where each tag begins. Those alike, such as the three curves, share one place."""
    at = _HEADER + 4 + 12 * len(tags)
    seen: dict[bytes, int] = {}
    for name, body in tags.items():
        padded = _padded(body)
        if padded not in seen:
            seen[padded] = at
            at += len(padded)
        yield name, seen[padded], len(body)


def _padded(body: bytes) -> bytes:
    return body + bytes(-len(body) % 4)


def _header(profile: bytes, length: int) -> bytes:
    """Version, class, colours, intent and white stay; who made it, when and on what does not."""
    return b"".join(
        (
            struct.pack(">I", length),
            bytes(4),
            profile[8:10] + bytes(2),
            profile[12:24],
            struct.pack(">6H", 2000, 1, 1, 0, 0, 0),
            b"acsp",
            bytes(24),
            profile[64:80],
            bytes(48),
        )
    )


def _text(words: str, version: int) -> bytes:
    if version >= 4:
        coded = words.encode("utf-16-be")
        return struct.pack(">4sIII2s2sII", b"mluc", 0, 1, 12, b"en", b"US", len(coded), 28) + coded
    ascii_words = words.encode("ascii") + b"\0"
    return struct.pack(">4sII", b"desc", 0, len(ascii_words)) + ascii_words + bytes(78)


def _copyright(version: int) -> bytes:
    if version >= 4:
        return _text("-", version)
    return struct.pack(">4sI", b"text", 0) + b"-\0"
