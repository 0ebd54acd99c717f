"""The mosaic: every picture whole and in its own proportions.

Pictures of one height beside each other fill a width exactly, so do those of one width below each
other, and so does what is put together of such pieces: a piece's height follows its width along a
straight line. Of a few pictures every way to cut a board into pieces is tried, of many those in
rows or columns; the one that fills the board best with pictures of like size wins. The order stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log

from services.media.board_rect import Rect, tracks

LONGEST = 10.0
"""A picture longer than so many times its breadth is cut to it: it would be a hair otherwise."""
_FEW = 6
"""So many pictures are tried in every way: some hundred."""
_UNLIKE = 0.018
"""What pictures of unlike size weigh against a board that is not filled."""
_UNEVEN = 3.2
"""No row is so many times as high as another."""
_PATIENCE = 1.35
"""Rows that are by so much too high or low together are not gone on with."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A picture (`at`), or parts below (`down`) or beside each other.

    It is `slope` * its width + `rest` pixels high.
    """

    at: int
    parts: tuple[Piece, ...]
    down: bool
    slope: float
    rest: float


@dataclass(frozen=True, slots=True)
class Given:
    """Width by height of each picture; in pixels the gutter, and what stands below a picture."""

    ratios: tuple[float, ...]
    gutter: float
    under: float

    def one(self, at: int) -> Piece:
        return Piece(at, (), False, 1 / self.ratios[at], self.under)

    def below(self, parts: Sequence[Piece]) -> Piece:
        slope = sum(part.slope for part in parts)
        rest = sum(part.rest for part in parts) + self.gutter * (len(parts) - 1)
        return Piece(-1, tuple(parts), True, slope, rest)

    def beside(self, parts: Sequence[Piece]) -> Piece:
        slope = 1 / sum(1 / part.slope for part in parts)
        taken = self.gutter * (len(parts) - 1)
        rest = slope * (sum(part.rest / part.slope for part in parts) - taken)
        return Piece(-1, tuple(parts), False, slope, rest)

    def again(self, piece: Piece) -> Piece:
        """The same cuts, with this gutter."""
        if not piece.parts:
            return self.one(piece.at)
        parts = [self.again(part) for part in piece.parts]
        return self.below(parts) if piece.down else self.beside(parts)


def ratios_of(sizes: Sequence[tuple[int, int]]) -> tuple[float, ...]:
    """Width by height of each picture."""
    return tuple(min(max(w / h, 1 / LONGEST), LONGEST) for w, h in sizes)


def best(given: Given, width: float, height: float) -> Piece:
    """What fills `width` by `height` best. Raises ValueError where nothing fits."""
    few = len(given.ratios) <= _FEW
    found, least = None, float("inf")
    for piece in _every(given) if few else _in_lines(given, width, height):
        w, h = fitted(piece, width, height)
        empty = 1 - w * h / (width * height)
        if w <= 0 or h <= 0 or empty >= least:
            continue
        areas = list(_areas(piece, w, h))
        if min(areas) <= 0:
            continue
        cost = empty + _UNLIKE * log(max(areas) / min(areas)) ** 2
        if cost < least:
            found, least = piece, cost
    if found is None:
        raise ValueError(f"no room: {width} by {height}, gutter {given.gutter}")
    return found


def fitted(piece: Piece, width: float, height: float) -> tuple[float, float]:
    """The piece's largest sides within the two; not above 0 where it cannot stand."""
    high = piece.slope * width + piece.rest
    if high <= height:
        return width, high
    return (height - piece.rest) / piece.slope, height


def placed(piece: Piece, box: Rect, gutter: int, under: int) -> tuple[Rect, ...]:
    """The pictures' rects (without what is under them), so that they fill `box` to the pixel."""
    found: dict[int, Rect] = {}
    _place(piece, box, gutter, found)
    return tuple(Rect(rect.x, rect.y, rect.w, rect.h - under) for _, rect in sorted(found.items()))


def _place(piece: Piece, box: Rect, gutter: int, found: dict[int, Rect]) -> None:
    if not piece.parts:
        found[piece.at] = box
        return
    shares = [max(share, 1e-6) for share in _shares(piece, box.w, box.h)]
    if piece.down:
        for part, (y, h) in zip(piece.parts, tracks(box.h, shares, gutter), strict=True):
            _place(part, Rect(box.x, box.y + y, box.w, h), gutter, found)
    else:
        for part, (x, w) in zip(piece.parts, tracks(box.w, shares, gutter), strict=True):
            _place(part, Rect(box.x + x, box.y, w, box.h), gutter, found)


def _shares(piece: Piece, width: float, height: float) -> list[float]:
    """How high (or wide) each part is."""
    if piece.down:
        return [part.slope * width + part.rest for part in piece.parts]
    return [(height - part.rest) / part.slope for part in piece.parts]


def _areas(piece: Piece, width: float, height: float) -> Iterator[float]:
    if not piece.parts:
        # Without the words below it.
        yield width * (height - piece.rest) if width > 0 else 0.0
        return
    for part, share in zip(piece.parts, _shares(piece, width, height), strict=True):
        sides = (width, share) if piece.down else (share, height)
        yield from _areas(part, *sides)


def _every(given: Given) -> list[Piece]:
    """All ways to cut, by putting together neighbours: the longer out of all shorter ones."""
    count = len(given.ratios)
    known = {(at, at + 1): [given.one(at)] for at in range(count)}
    for length in range(2, count + 1):
        for start in range(count - length + 1):
            end = start + length
            known[start, end] = [
                made
                for cut in range(start + 1, end)
                for one in known[start, cut]
                for other in known[cut, end]
                for made in _joined(given, one, other)
            ]
    return known[0, count]


def _joined(given: Given, one: Piece, other: Piece) -> Iterator[Piece]:
    # Three in a row come about once: as one beside two, not as two beside one.
    if not (one.parts and one.down):
        yield given.below((one, other))
    if not one.parts or one.down:
        yield given.beside((one, other))


def _in_lines(given: Given, width: float, height: float) -> Iterator[Piece]:
    """Rows and columns of whole boards that fill it nearly."""
    for ends in _ends(given.ratios, width, height):
        yield given.below([given.beside(row) for row in _cut(given, ends)])
    for ends in _ends([1 / ratio for ratio in given.ratios], height, width):
        yield given.beside([given.below(column) for column in _cut(given, ends)])


def _cut(given: Given, ends: Sequence[int]) -> list[list[Piece]]:
    starts = (0, *ends[:-1])
    return [
        [given.one(at) for at in range(start, end)] for start, end in zip(starts, ends, strict=True)
    ]


def _ends(lengths: Sequence[float], along: float, across: float) -> Iterator[tuple[int, ...]]:
    """Where rows end, for all ways in which rows of like height come near the board's own.

    By dynamic programming over the number of pictures placed, gutters aside.
    """
    sums = list(accumulate(lengths, initial=0.0))
    count = len(lengths)
    ways: list[list[tuple[float, float, float, tuple[int, ...]]]] = [[] for _ in range(count + 1)]
    ways[0] = [(0.0, float("inf"), 0.0, ())]
    for start in range(count):
        for whole, lowest, highest, ends in ways[start]:
            for end in range(start + 1, count + 1):
                high = along / (sums[end] - sums[start])
                low, top = min(lowest, high), max(highest, high)
                if whole + high <= across * _PATIENCE and top <= low * _UNEVEN:
                    ways[end].append((whole + high, low, top, (*ends, end)))
    near = [way for way in ways[count] if way[0] * _PATIENCE >= across]
    near = near or ways[count] or [(0.0, 0.0, 0.0, _even(sums, along, across))]
    for *_, ends in near:
        yield ends


def _even(sums: Sequence[float], along: float, across: float) -> tuple[int, ...]:
    """Rows that are as long as each other as far as may be; for pictures that fit no other way."""
    count = len(sums) - 1
    rows = min(max(1, round((across * sums[-1] / along) ** 0.5)), count)
    return tuple(round(count * row / rows) for row in range(1, rows + 1))
