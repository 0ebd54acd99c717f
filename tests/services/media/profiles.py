"""Colour profiles made for a test: small, whole, and with words in them that must not stay."""

from __future__ import annotations

import struct

SRGB_COLORANTS = ((0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141))
WIDE_COLORANTS = ((0.5151, 0.2412, -0.0011), (0.2920, 0.6922, 0.0419), (0.1571, 0.0666, 0.7841))
"""Display P3's, as phones write it."""
OWNER, SERIAL = b"Mina Tea", b"SERIAL-4711"
SRGB_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def xyz(*numbers: float) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(n * 65_536) for n in numbers))


def gamma(exponent: float) -> bytes:
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(exponent * 256))


def parametric(*numbers: float) -> bytes:
    kind = {1: 0, 3: 1, 4: 2, 5: 3, 7: 4}[len(numbers)]
    parts = (round(n * 65_536) for n in numbers)
    return b"para\0\0\0\0" + struct.pack(f">HH{len(numbers)}i", kind, 0, *parts)


def profile(
    tags: dict[bytes, bytes], *, space: bytes = b"RGB ", connects: bytes = b"XYZ ", version: int = 2
) -> bytes:
    """Its header tells a maker, a model, a date and a platform; its tags the owner's name."""
    words = b"desc\0\0\0\0" + struct.pack(">I", len(OWNER) + 1) + OWNER + b"\0" + bytes(78)
    tags = {
        b"desc": words,
        b"cprt": b"text\0\0\0\0" + OWNER,
        b"dmnd": words,
        b"vcgt": b"vcgt\0\0\0\0" + SERIAL,
        b"mmod": b"mmod\0\0\0\0" + SERIAL,
        b"wtpt": xyz(0.9642, 1.0, 0.8249),
        **tags,
    }
    at = 132 + 12 * len(tags)
    table, bodies = b"", b""
    for name, body in tags.items():
        table += struct.pack(">4sII", name, at + len(bodies), len(body))
        bodies += body + bytes(-len(body) % 4)
    kind = b"prtr" if space == b"CMYK" else b"mntr"
    head = struct.pack(">4sBBH", b"lcms", version, 0x40, 0) + kind + space + connects
    head += struct.pack(">6H", 2026, 11, 20, 10, 0, 0) + b"acspAPPL" + bytes(4)
    head += b"MINA" + b"4711" + bytes(12)
    head += struct.pack(">3i", 63_190, 65_536, 54_061) + b"Mina" + bytes(44)
    inside = head + struct.pack(">I", len(tags)) + table + bodies
    return struct.pack(">I", len(inside) + 4) + inside


def matrix(
    colorants: tuple[tuple[float, ...], ...] = WIDE_COLORANTS,
    curve: bytes | None = None,
    **more: bytes,
) -> bytes:
    curve = curve or parametric(*SRGB_CURVE)
    names = (b"rXYZ", b"gXYZ", b"bXYZ")
    tags = {name: xyz(*one) for name, one in zip(names, colorants, strict=True)}
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    return profile(tags | {name.encode(): body for name, body in more.items()})


def grey(exponent: float = 1.0) -> bytes:
    return profile({b"kTRC": gamma(exponent)}, space=b"GRAY")


def cmyk() -> bytes:
    """Ink by ink: a table of two points a side, from all paper (white) to all ink (black)."""
    steps = bytes(range(256))
    points = bytearray()
    for point in range(16):
        inks = bin(point).count("1")
        points += bytes((255 - 60 * inks, 128, 128))
    ones = struct.pack(">9i", 65_536, 0, 0, 0, 65_536, 0, 0, 0, 65_536)
    table = b"mft1\0\0\0\0" + bytes((4, 3, 2, 0)) + ones + steps * 4 + bytes(points) + steps * 3
    return profile({b"A2B0": table}, space=b"CMYK", connects=b"Lab ")
