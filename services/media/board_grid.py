"""Grid, hero and strip: arrangements that fill a box to its edges and cut pictures to cells.

Which rows are best is found by looking at all that come into question: a cell should be near a
square, the cells alike, and the rows regular.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from math import log

from services.media.board_rect import Rect, tracks

_IDEAL = 0.98
"""Width by height a cell is wished to have: goods are photographed in squares more than not."""
_HERO_SHARES = (0.42, 1 / 2, 0.55, 0.6, 2 / 3, 0.72)
_MANY = 7
"""Besides the large one: then that takes no more than about half, or nothing is seen of them."""
_MOST_OF_MANY = 0.55
_MOST_IN_A_STRIP = 6
_SLIVER = 0.4
"""Width by height: pictures of a strip that would be narrower on average stand in two rows."""
_WIDEST = 2.0
"""What a strip reckons with at most, either way: one panorama would leave the others no room."""


def in_rows(count: int, box: Rect, gutter: int) -> tuple[Rect, ...]:
    """Rows as high as makes all cells equally proportioned. Raises ValueError for an empty box."""
    if box.w < 1 or box.h < 1:
        raise ValueError(f"no room: {box.w} by {box.h}")
    return _rows(_best_rows(count, box.w / box.h), box, gutter)


def with_hero(count: int, box: Rect, gutter: int) -> tuple[Rect, ...]:
    """The first large, the others beside or below it, whichever cuts them least."""
    if count == 1:
        return (box,)
    room = gutter if gutter < min(box.w, box.h) else 0
    shares = _HERO_SHARES[2 if count == 2 else 1 :]
    if count > _MANY:
        shares = tuple(share for share in _HERO_SHARES if share <= _MOST_OF_MANY)
    tried = [
        (_hero_cost(hero, rest, count - 1), beside, share)
        for beside in (True, False)
        for share in shares
        for hero, rest in (_split(box, share, room, beside=beside),)
    ]
    _, beside, share = min(tried)
    hero, rest = _split(box, share, gutter, beside=beside)
    return (hero, *in_rows(count - 1, rest, gutter))


def in_a_strip(
    sizes: Sequence[tuple[int, int]], box: Rect, gutter: int, under: int
) -> tuple[Rect, ...]:
    """One row (of many two), in a tall box one column; each gets room by its proportions.

    `under`: pixels of each that are for its words.
    """
    ratios = [min(max(w / h, 1 / _WIDEST), _WIDEST) for w, h in sizes]
    rows = strip_rows(len(sizes), box)
    if rows > 1:
        # The longer row first, as words are broken.
        half = -(-len(sizes) // rows)
        lines_of = (ratios[:half], ratios[half:])
        return tuple(
            Rect(box.x + x, box.y + y, w, h)
            for row, (y, h) in zip(lines_of, tracks(box.h, [1.0] * rows, gutter), strict=True)
            for x, w in tracks(box.w, row, gutter)
        )
    if box.w >= box.h:
        return tuple(Rect(box.x + x, box.y, w, box.h) for x, w in tracks(box.w, ratios, gutter))
    heights = [1 / ratio for ratio in ratios]
    lines = tracks(box.h - under * len(sizes), heights, gutter)
    return tuple(
        Rect(box.x, box.y + y + under * at, box.w, h + under) for at, (y, h) in enumerate(lines)
    )


def strip_rows(count: int, box: Rect) -> int:
    """How many rows a strip has in this box; of a tall one it is one column."""
    sliver = box.w < count * box.h * _SLIVER
    return 2 if box.w >= box.h and count > _MOST_IN_A_STRIP and sliver else 1


def _rows(counts: Sequence[int], box: Rect, gutter: int) -> tuple[Rect, ...]:
    high = tracks(box.h, [1 / count for count in counts], gutter)
    return tuple(
        Rect(box.x + x, box.y + y, w, h)
        for count, (y, h) in zip(counts, high, strict=True)
        for x, w in tracks(box.w, [1.0] * count, gutter)
    )


def _best_rows(count: int, ratio: float) -> tuple[int, ...]:
    """How many cells each row of a box of `ratio` has."""
    return min(
        (3 * log(ratio * across / _IDEAL) ** 2 + cost, counts)
        for counts, across, cost in _weighed_ways(count)
    )[1]


@cache
def _weighed_ways(count: int) -> tuple[tuple[tuple[int, ...], float, float], ...]:
    """Each way, its cells' width by height in a square box, and its cost whatever the box is.

    Kept: a slider asks for the same dozens of times a second.
    """
    return tuple(
        (counts, sum(1 / each for each in counts), _cost(counts)) for counts in _ways(count)
    )


def _ways(count: int) -> Iterator[tuple[int, ...]]:
    """Rows whose counts differ by one at most, in every order."""
    for rows in range(1, count + 1):
        each, longer = divmod(count, rows)
        for at in combinations(range(rows), longer):
            yield tuple(each + (row in at) for row in range(rows))


def _cost(counts: tuple[int, ...]) -> float:
    """Of rows that are not alike. Less is better."""
    spread = 2 * log(max(counts) / min(counts))
    mirrored = 0.0 if counts == counts[::-1] else 0.01
    # Of rows that cannot be mirrored, the one that begins large.
    begins = 0.001 * counts[0]
    uneven = 0.4 if spread else 0.0
    # One alone in a row between rows of two is four times as large: as if it were chosen.
    alone = max(0.0, spread - 1)
    return spread / 2 + uneven + alone + mirrored + begins


def _split(box: Rect, share: float, gutter: int, *, beside: bool) -> tuple[Rect, Rect]:
    parts = [share, 1 - share]
    if beside:
        (_, first), (x, second) = tracks(box.w, parts, gutter)
        return Rect(box.x, box.y, first, box.h), Rect(box.x + x, box.y, second, box.h)
    (_, first), (y, second) = tracks(box.h, parts, gutter)
    return Rect(box.x, box.y, box.w, first), Rect(box.x, box.y + y, box.w, second)


def _hero_cost(hero: Rect, rest: Rect, count: int) -> float:
    if min(hero.w, hero.h, rest.w, rest.h) < 1:
        return float("inf")
    counts = _best_rows(count, rest.w / rest.h)
    cell = rest.w / rest.h * sum(1 / row for row in counts)
    largest = rest.w * rest.h / (count * 0.8)
    small = max(0.0, log(2 * largest / (hero.w * hero.h)))
    return (
        2 * log(cell / _IDEAL) ** 2
        + log(hero.w / hero.h / _IDEAL) ** 2
        + 2 * small**2
        + 1.2 * log(max(counts) / min(counts))
    )
