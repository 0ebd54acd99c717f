"""Rectangles of a board, and lengths cut into tracks without a pixel over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Rect:
    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """The first pixel column beyond it."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """The first pixel row beyond it."""
        return self.y + self.h

    def inset(self, by: int) -> Rect:
        return Rect(self.x + by, self.y + by, self.w - 2 * by, self.h - 2 * by)

    def touches(self, other: Rect, *, gap: int = 0) -> bool:
        """Whether they share a pixel, or stand nearer than `gap`."""
        return (
            self.x < other.right + gap
            and other.x < self.right + gap
            and self.y < other.bottom + gap
            and other.y < self.bottom + gap
        )

    def holds(self, other: Rect) -> bool:
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def mirrored(self, width: int) -> Rect:
        """As it stands on a board of `width` that runs the other way."""
        return Rect(width - self.right, self.y, self.w, self.h)


def around(rects: Iterable[Rect]) -> Rect:
    """The smallest one that holds all of them."""
    all_of = list(rects)
    x, y = min(rect.x for rect in all_of), min(rect.y for rect in all_of)
    right = max(rect.right for rect in all_of)
    bottom = max(rect.bottom for rect in all_of)
    return Rect(x, y, right - x, bottom - y)


def tracks(length: int, weights: Sequence[float], gutter: int) -> list[tuple[int, int]]:
    """Start and size of each column or row; rounding never opens a gap."""
    free = length - gutter * (len(weights) - 1)
    whole = sum(weights)
    edges = [round(free * part / whole) for part in accumulate(weights, initial=0.0)]
    edges[-1] = free
    return [(edges[at] + at * gutter, edges[at + 1] - edges[at]) for at in range(len(weights))]
