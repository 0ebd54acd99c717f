"""Colour profiles as cameras and scanners embed them, written from their published figures."""

from __future__ import annotations

import struct

_D50 = (0.9642, 1.0, 0.8249)
_P3 = ((0.51512, 0.2412, -0.00105), (0.29198, 0.69225, 0.04189), (0.1571, 0.06657, 0.78407))
"""The primaries of Display P3 as seen under D50, as X, Y, Z: SMPTE EG 432-1, adapted."""
_SRGB_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def display_p3() -> bytes:
    """ICC version 4: what phones give their photographs."""
    curve = b"para" + bytes(4) + struct.pack(">HH", 3, 0) + b"".join(map(_fixed, _SRGB_CURVE))
    tags = {
        b"desc": _words("Display P3"),
        b"cprt": _words("CC0"),
        b"wtpt": _xyz(_D50),
        b"rXYZ": _xyz(_P3[0]),
        b"gXYZ": _xyz(_P3[1]),
        b"bXYZ": _xyz(_P3[2]),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    return _profile(tags)


def _profile(tags: dict[bytes, bytes]) -> bytes:
    at = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, data in tags.items():
        table += struct.pack(">4sII", name, at + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    head = struct.pack(
        ">I4sI4s4s4s12s4sIIIIQI12sI16s28s",
        at + len(body), b"\0\0\0\0", 0x04000000, b"mntr", b"RGB ", b"XYZ ",
        struct.pack(">6H", 2022, 1, 1, 0, 0, 0), b"acsp", 0, 0, 0, 0, 0, 0,
        b"".join(map(_fixed, _D50)), 0, bytes(16), bytes(28),
    )  # fmt: skip
    return head + table + body


def _words(text: str) -> bytes:
    data = text.encode("utf-16-be")
    return struct.pack(">4sIIIHHII", b"mluc", 0, 1, 12, 0x656E, 0x5553, len(data), 28) + data


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(map(_fixed, values))


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65_536))
