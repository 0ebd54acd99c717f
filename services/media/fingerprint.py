"""Knows a picture again though its bytes differ: 64 signs of its slow waves, and its colours.

The signs are those of the lowest cosine waves of a grey version of 32 by 32 pixels. They stay when
a picture is saved again at any usual quality, in another format, scaled, made a little lighter or
darker, or loses some hundredths at its edges. They change when it is turned, mirrored, or cropped
further. Two goods of one form before one wall have like waves: the colours tell them apart.
"""

from __future__ import annotations

from functools import cache
from math import cos, pi
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

SIDE = 64
"""Pixels of either side that are enough to begin with."""
NONE = ""
"""Of a picture that is all of one colour: it is like any other such picture."""
_GRID, _WAVES = 32, 8
_SAME_SIGNS, _SAME_COLOUR = 10, 26
_COLOURS = 4
"""Fields across and down whose mean colours are kept."""
_DIGITS = 16
_PLAIN = 40.0
"""The strongest wave of a picture that is next to nothing but one colour."""


def of(image: Image.Image) -> str:
    """Hex digits: 16 of signs, then the mean colours of 16 fields; or NONE."""
    from PIL import Image as Pictures

    if image.mode == "RGBA":
        sheet = Pictures.new("RGB", image.size, "white")
        sheet.paste(image, mask=image.getchannel("A"))
        image = sheet
    box = Pictures.Resampling.BOX
    small = image.convert("RGB").resize((_GRID, _GRID), box, reducing_gap=4.0)
    waves = _waves(small.convert("L").tobytes())
    if max(abs(wave) for wave in waves) < _PLAIN:
        return NONE
    middle = median(waves)
    signs = 0
    for wave in waves:
        signs = signs << 1 | (wave > middle)
    return f"{signs:016x}{small.resize((_COLOURS, _COLOURS), box).tobytes().hex()}"


def distance(one: str, other: str) -> int | None:
    """How many signs differ (0 to 64), None for two that are not the same picture."""
    if not one or not other:
        return None
    apart = (int(one[:_DIGITS], 16) ^ int(other[:_DIGITS], 16)).bit_count()
    if apart > _SAME_SIGNS:
        return None
    colours = zip(bytes.fromhex(one[_DIGITS:]), bytes.fromhex(other[_DIGITS:]), strict=True)
    return apart if all(abs(a - b) <= _SAME_COLOUR for a, b in colours) else None


def _waves(grey: bytes) -> list[float]:
    """The 64 lowest but the mean: 8 by 8, and one more in its place."""
    table = _table()
    rows = [
        [sum(factor * value for factor, value in zip(wave, row, strict=True)) for wave in table]
        for row in (grey[at : at + _GRID] for at in range(0, _GRID * _GRID, _GRID))
    ]
    found = [
        sum(wave[y] * rows[y][across] for y in range(_GRID))
        for wave in table[:_WAVES]
        for across in range(_WAVES)
    ]
    found[0] = sum(rows[y][_WAVES] for y in range(_GRID))
    return found


@cache
def _table() -> tuple[tuple[float, ...], ...]:
    return tuple(
        tuple(cos(pi * wave * (2 * at + 1) / (2 * _GRID)) for at in range(_GRID))
        for wave in range(_WAVES + 1)
    )
