"""The mosaic: every picture whole and in its own proportions, in justified rows or columns.

A row of pictures of one height fills a width exactly, so a division into rows makes one block whose
height follows its width. All divisions are tried (2,048 at most, cut short by bounds); the one that
fills the board best with pictures of like size wins. Columns are the same with the axes changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log, sqrt

from services.media.board_rect import Rect, tracks

LONGEST = 10.0
"""A picture longer than so many times its breadth is cut to it: it would be a hair otherwise."""
_UNLIKE = 0.8
"""What a row half as high again as the others weighs against a board that is not filled."""
_ACROSS = 0.03
"""Columns must fill so much better than rows, for rows are read in the pictures' order."""


@dataclass(frozen=True, slots=True)
class Block:
    """How pictures are divided: `ends` are the pictures' numbers after each row (or column).

    As floats of a unit length along the rows: the block's other side is `slope` * along + `rest`.
    """

    ends: tuple[int, ...]
    columns: bool
    slope: float
    rest: float


@dataclass(frozen=True, slots=True)
class _Given:
    """`ratios`: along by across. `under`: what stands below each picture, along rows only."""

    ratios: tuple[float, ...]
    gutter: float
    under: float
    columns: bool


def ratios_of(sizes: Sequence[tuple[int, int]]) -> tuple[float, ...]:
    return tuple(min(max(w / h, 1 / LONGEST), LONGEST) for w, h in sizes)


def best(
    ratios: tuple[float, ...], width: float, height: float, gutter: float, under: float
) -> Block:
    """The division that fills `width` by `height` best. Raises ValueError where none fits."""
    found = [
        _best_of(_Given(ratios, gutter, under, columns=False), width, height),
        _best_of(
            _Given(tuple(1 / ratio for ratio in ratios), gutter, under, columns=True),
            height,
            width,
        ),
    ]
    rows, columns = found
    if min(rows[0], columns[0]) == float("inf"):
        raise ValueError(f"no room: {width} by {height}, gutter {gutter}")
    return columns[1] if columns[0] + _ACROSS < rows[0] else rows[1]


def _best_of(given: _Given, along: float, across: float) -> tuple[float, Block]:
    """The least cost and its division. Branch and bound over where each row ends."""
    ratios, count = given.ratios, len(given.ratios)
    sums = list(accumulate(ratios, initial=0.0))
    ideal = sqrt(along * across / sums[-1])
    least = [float("inf")]
    winner = [Block((count,), given.columns, 1.0, 0.0)]

    def grow(ends: tuple[int, ...], slope: float, rest: float, unlike: float) -> None:
        start = ends[-1] if ends else 0
        if unlike >= least[0]:
            return
        if start == count:
            block = Block(ends, given.columns, slope, rest - given.gutter)
            filled = _fill(block, along, across)
            cost = unlike + 1 - filled
            if filled > 0 and cost < least[0]:
                least[0], winner[0] = cost, block
            return
        for end in range(start + 1, count + 1):
            wide = sums[end] - sums[start]
            taken = _taken(given, end - start)
            high = (along - taken) / wide
            if high <= 0:
                continue
            worse = _UNLIKE * (end - start) / count * log(high / ideal) ** 2
            across_rest = given.gutter + (0.0 if given.columns else given.under)
            grow((*ends, end), slope + 1 / wide, rest + across_rest - taken / wide, unlike + worse)

    grow((), 0.0, 0.0, 0.0)
    return least[0], winner[0]


def _taken(given: _Given, count: int) -> float:
    """Of a row's length by what is no picture."""
    words = given.under * count if given.columns else 0.0
    return given.gutter * (count - 1) + words


def _fill(block: Block, along: float, across: float) -> float:
    """Which part of the board the block takes at its largest, 0 where it cannot stand."""
    a, b = fitted(block, along, across)
    return max(0.0, a * b / (along * across)) if a > 0 and b > 0 else 0.0


def fitted(block: Block, along: float, across: float) -> tuple[float, float]:
    """The block's largest sides within the two."""
    other = block.slope * along + block.rest
    if other <= across:
        return along, other
    return (across - block.rest) / block.slope, across


def placed(
    block: Block, ratios: tuple[float, ...], box: Rect, gutter: int, under: int
) -> tuple[Rect, ...]:
    """The pictures' rects (without what is under them), so that they fill `box` to the pixel."""
    if block.columns:
        return _columns(block, ratios, box, gutter, under)
    starts = (0, *block.ends[:-1])
    rows = [ratios[start:end] for start, end in zip(starts, block.ends, strict=True)]
    heights = [(box.w - gutter * (len(row) - 1)) / sum(row) for row in rows]
    lines = tracks(box.h - under * len(rows), heights, gutter)
    return tuple(
        Rect(box.x + x, box.y + y + under * number, w, h)
        for number, (row, (y, h)) in enumerate(zip(rows, lines, strict=True))
        for x, w in tracks(box.w, row, gutter)
    )


def _columns(
    block: Block, ratios: tuple[float, ...], box: Rect, gutter: int, under: int
) -> tuple[Rect, ...]:
    starts = (0, *block.ends[:-1])
    tall = [1 / ratio for ratio in ratios]
    columns = [tall[start:end] for start, end in zip(starts, block.ends, strict=True)]
    widths = [(box.h - gutter * (len(one) - 1) - under * len(one)) / sum(one) for one in columns]
    lines = tracks(box.w, widths, gutter)
    return tuple(
        Rect(box.x + x, box.y + y + under * number, w, h)
        for one, (x, w) in zip(columns, lines, strict=True)
        for number, (y, h) in enumerate(tracks(box.h - under * len(one), one, gutter))
    )
