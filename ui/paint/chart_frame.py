"""Where the things of a chart stand: plain arithmetic, apart from the drawing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

GRID_LINES = 4
_STEPS = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


def grid_step(largest: float, lines: int = GRID_LINES) -> float:
    """The distance of grid lines: a round number, whole for small counts.

    The lowest line is 0 and the highest is at or just over the largest value.
    """
    needed = max(largest, lines - 1) / (lines - 1)
    power = 1.0
    while power * 10 <= needed:
        power *= 10
    for step in _STEPS:
        if step * power >= needed and (step * power).is_integer():
            return step * power
    return 10 * power


@dataclass(frozen=True, slots=True)
class Frame:
    """Where days and values stand."""

    plot: QRectF
    count: int
    top_value: float
    mirrored: bool

    def x(self, index: int | float) -> float:
        share = 0.5 if self.count < 2 else index / (self.count - 1)
        return self.plot.left() + self.plot.width() * (1 - share if self.mirrored else share)

    def y(self, value: float) -> float:
        return self.plot.bottom() - self.plot.height() * value / self.top_value

    def point(self, index: int, value: float) -> QPointF:
        return QPointF(self.x(index), self.y(value))


def spread(count: int, most: int) -> tuple[int, ...]:
    """At most `most` indexes of `count`, evenly apart, with the first and the last."""
    if count <= 1 or most <= 1:
        return (count - 1,) if count else ()
    wanted = min(most, count, 7)
    # Equal steps where the days allow it: 28 days give 0, 9, 18, 27.
    for pieces in range(wanted - 1, 1, -1):
        if (count - 1) % pieces == 0:
            return tuple(range(0, count, (count - 1) // pieces))
    pieces = wanted - 1
    return tuple(round(piece * (count - 1) / pieces) for piece in range(pieces + 1))


def runs(values: tuple[float | None, ...], *, known: bool) -> Iterator[tuple[int, int]]:
    """First and last index of each stretch of days with (or without) a value."""
    first: int | None = None
    for index, value in enumerate((*values, 0.0 if not known else None)):
        if (value is not None) is known:
            first = index if first is None else first
        elif first is not None:
            yield first, index - 1
            first = None
