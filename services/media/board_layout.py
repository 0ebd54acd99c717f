"""Where the pictures of a board stand: pure geometry, in whole pixels.

Every board is filled edge to edge. Rows are as high as makes all their cells equally proportioned
(a row of two is half as high again as a row of three); where it looks better, the first picture is
large and stands over two columns and two rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from services.media.board_values import MOST, Look, Shape


@dataclass(frozen=True, slots=True)
class Rect:
    x: int
    y: int
    w: int
    h: int


@dataclass(frozen=True, slots=True)
class _Rows:
    """How many cells stand in each row."""

    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Hero:
    """A grid whose first cell takes two columns and two rows."""

    columns: int
    rows: int


_PLANS: dict[Shape, dict[int, _Rows | _Hero]] = {
    Shape.WIDE: {
        2: _Rows((2,)),
        3: _Hero(3, 2),
        4: _Rows((2, 2)),
        5: _Hero(4, 2),
        6: _Rows((3, 3)),
        7: _Rows((3, 4)),
        8: _Rows((4, 4)),
        9: _Rows((3, 3, 3)),
        10: _Rows((3, 4, 3)),
        11: _Rows((4, 3, 4)),
        12: _Rows((4, 4, 4)),
    },
    Shape.SQUARE: {
        2: _Rows((2,)),
        3: _Rows((1, 2)),
        4: _Rows((2, 2)),
        5: _Rows((2, 3)),
        6: _Hero(3, 3),
        7: _Rows((2, 3, 2)),
        8: _Rows((3, 2, 3)),
        9: _Rows((3, 3, 3)),
        10: _Rows((3, 4, 3)),
        11: _Rows((4, 3, 4)),
        12: _Rows((3, 3, 3, 3)),
    },
    Shape.TALL: {
        2: _Rows((1, 1)),
        3: _Rows((1, 2)),
        4: _Rows((2, 2)),
        5: _Rows((1, 2, 2)),
        6: _Rows((2, 2, 2)),
        7: _Rows((2, 3, 2)),
        8: _Rows((3, 2, 3)),
        9: _Rows((3, 3, 3)),
        10: _Rows((2, 3, 3, 2)),
        11: _Rows((3, 2, 3, 3)),
        12: _Rows((3, 3, 3, 3)),
    },
}


def ratio_of(shape: Shape, free_ratio: float) -> float:
    """Width by height."""
    if shape is Shape.FREE:
        return free_ratio
    across, down = shape.value.split(":")
    return int(across) / int(down)


def size_of(shape: Shape, free_ratio: float, long_side: int) -> tuple[int, int]:
    """Width and height of a board whose longer side is `long_side`."""
    ratio = ratio_of(shape, free_ratio)
    if ratio >= 1:
        return long_side, max(1, round(long_side / ratio))
    return max(1, round(long_side * ratio)), long_side


@dataclass(frozen=True, slots=True)
class Layout:
    """A board's size and a rectangle a picture, in reading order."""

    width: int
    height: int
    cells: tuple[Rect, ...]


def layout(look: Look, sizes: Sequence[tuple[int, int]], long_side: int) -> Layout:
    """`sizes`: width and height of each picture.

    Raises ValueError for more than 12 or where a cell would have no pixel.
    """
    if not 1 <= len(sizes) <= MOST:
        raise ValueError(f"{len(sizes)} pictures")
    width, height = size_of(look.shape, look.free_ratio, long_side)
    gutter = round(look.gutter * long_side / 1_000)
    plans = _PLANS.get(look.shape, _PLANS[Shape.WIDE])
    plan = plans.get(len(sizes), _Rows((1,)))
    made = (
        _in_rows(plan, width, height, gutter)
        if isinstance(plan, _Rows)
        else _with_hero(plan, width, height, gutter)
    )
    if any(rect.w < 1 or rect.h < 1 for rect in made):
        raise ValueError(f"no room: {width} wide, gutter {gutter}")
    if look.right_to_left:
        made = tuple(Rect(width - rect.x - rect.w, rect.y, rect.w, rect.h) for rect in made)
    return Layout(width, height, made)


def cover(
    width: int, height: int, target: Rect, focus: tuple[float, float]
) -> tuple[float, float, float, float]:
    """The part (left, top, right, bottom) of a picture that fills `target` without distortion.

    `focus` (0 to 1) is the point that stays in the middle as far as the edges allow.
    """
    scale = min(width / target.w, height / target.h)
    # Kept inside to the last digit: Pillow refuses a box that begins at -1e-13.
    w, h = min(target.w * scale, width), min(target.h * scale, height)
    left = max(min(focus[0] * width - w / 2, width - w), 0.0)
    top = max(min(focus[1] * height - h / 2, height - h), 0.0)
    return left, top, min(left + w, width), min(top + h, height)


def _in_rows(plan: _Rows, width: int, height: int, gutter: int) -> tuple[Rect, ...]:
    rows = _tracks(height, [1 / count for count in plan.counts], gutter)
    return tuple(
        Rect(x, y, w, h)
        for count, (y, h) in zip(plan.counts, rows, strict=True)
        for x, w in _tracks(width, [1.0] * count, gutter)
    )


def _with_hero(plan: _Hero, width: int, height: int, gutter: int) -> tuple[Rect, ...]:
    columns = _tracks(width, [1.0] * plan.columns, gutter)
    rows = _tracks(height, [1.0] * plan.rows, gutter)
    hero = Rect(0, 0, sum(columns[1]), sum(rows[1]))
    rest = (
        Rect(x, y, w, h)
        for down, (y, h) in enumerate(rows)
        for across, (x, w) in enumerate(columns)
        if across > 1 or down > 1
    )
    return (hero, *rest)


def _tracks(length: int, weights: Sequence[float], gutter: int) -> list[tuple[int, int]]:
    """Start and size of each column or row; rounding never opens a gap."""
    free = length - gutter * (len(weights) - 1)
    edges = [round(free * part / sum(weights)) for part in accumulate(weights, initial=0.0)]
    edges[-1] = free
    return [(edges[at] + at * gutter, edges[at + 1] - edges[at]) for at in range(len(weights))]
