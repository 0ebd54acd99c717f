"""Between Python's code points and Qt's UTF-16 units: an emoji is one of the first, two of Qt's.

Positions are converted where text meets a Qt widget, and nowhere else.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Ruler:
    """Converts positions in one text. It is read once; then a position costs next to nothing."""

    __slots__ = ("_length", "_pairs", "_wide")

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._wide = [] if text.isascii() else [found.start() for found in _WIDE.finditer(text)]
        # Where each of them begins, in units.
        self._pairs = [place + number for number, place in enumerate(self._wide)]

    @property
    def units(self) -> int:
        """The length of the text in UTF-16 units."""
        return self._length + len(self._wide)

    def to_units(self, position: int) -> int:
        position = min(max(position, 0), self._length)
        return position + bisect_left(self._wide, position)

    def to_points(self, position: int) -> int:
        """Inside a pair it is the pair's start."""
        position = min(max(position, 0), self.units)
        before = bisect_right(self._pairs, position)
        if before and position <= self._pairs[before - 1] + 1:
            return self._wide[before - 1]
        return position - before


def units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def to_units(text: str, positions: Iterable[int]) -> tuple[int, ...]:
    """Code point positions as UTF-16 positions."""
    return tuple(map(Ruler(text).to_units, positions))


def to_points(text: str, position: int) -> int:
    """A UTF-16 position as a code point position; inside a pair it is the pair's start."""
    if text.isascii():
        return min(position, len(text))
    return len(
        text.encode("utf-16-le", "surrogatepass")[: position * 2].decode("utf-16-le", "ignore")
    )
