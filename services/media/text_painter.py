"""What draws the words in pictures: passed in from above, for Pillow alone breaks Arabic."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class Align(Enum):
    START = "start"
    """Where the words' own direction begins."""
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class TextSpec:
    """Words and how they are set. `width` and `size` (of the letters) are pixels of a board whose
    long side is `board_values.REFERENCE`; beyond `most_lines` they end in "…"."""

    text: str
    width: int
    size: int
    colour: str
    bold: bool = False
    align: Align = Align.START
    most_lines: int = 1


@dataclass(frozen=True, slots=True)
class Painted:
    """Straight (not premultiplied) RGBA, 8 bits each, rows without padding."""

    width: int
    height: int
    rgba: bytes


class TextPainter(Protocol):
    """Lines break alike at every scale: words are laid out once, at the reference size."""

    def measure(self, spec: TextSpec) -> tuple[int, int]:
        """Width and height the words take, in reference pixels; the width is `spec.width` at
        most."""
        ...

    def paint(self, spec: TextSpec, *, scale: float) -> Painted:
        """Of the measured size times `scale`, rounded up. Safe outside the main thread."""
        ...
