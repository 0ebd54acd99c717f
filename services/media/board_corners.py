"""The code and the logo of a board: in the cell of their corner, or in a strip of their own.

They are as large as that cell bears and never reach out of it. A code that could not be read so
small gets a strip of ground at the head or the foot of the board, and the pictures the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, sqrt

from services.media import qr
from services.media.board_layout import Layout, layout
from services.media.board_places import Places, from_corner
from services.media.board_plan import Code, Logo
from services.media.board_rect import Rect, around
from services.media.board_values import REFERENCE, Arrangement, Corner, Look, Shape

_MARGIN, _MARGIN_PART = 0.016, 0.06
"""Air around a mark: of the board's width, and at most of its cell's shorter side."""
_CALM, _MOST = 0.6, 0.85
"""Of a cell's shorter side: what a code takes gladly, and what it takes at most."""
_LOGO = 0.12
"""Of the board's width: the side of a square with as much room as the logo gets."""
_LOGO_WIDEST, _LOGO_HIGHEST = 0.24, 0.14
_LOGO_IN_CELL = (0.38, 0.34)
"""Of its cell's width and height, at most."""
_LOGO_LEAST, _LOGO_MOST = 0.05, 0.8
"""Of the board's width, where its cell is narrow; and then at most of the cell's width."""
_ROUNDEST = 10
_STRIP_AIR = 0.014
_TOP = (Corner.TOP_START, Corner.TOP_END)


@dataclass(frozen=True, slots=True)
class Strip:
    """Ground that is left free for the code, over the whole width."""

    rect: Rect
    at_top: bool


def with_strip(
    look: Look, sizes: Sequence[tuple[int, int]], modules: int, *, lines: int
) -> tuple[Layout, Strip] | None:
    """The board with a strip for a code of so many modules; None where it would be too tall."""
    plain = layout(look, sizes, REFERENCE, lines=lines)
    side = qr.least_side_of(modules, plain.width)
    air = max(plain.gutter, round(_STRIP_AIR * plain.width))
    high = side + (air if look.edged and plain.gutter else 2 * air)
    at_top = look.qr_at in _TOP
    laid = _above(look, sizes, plain, high, lines=lines)
    if laid is None:
        return None
    strip = Strip(Rect(0, 0 if at_top else laid.height - high, laid.width, high), at_top)
    return (_moved(laid, 0, high) if at_top else laid), strip


def _above(
    look: Look, sizes: Sequence[tuple[int, int]], plain: Layout, high: int, *, lines: int
) -> Layout | None:
    """The board with so much ground below all pictures; None if too little is left for them."""
    rest = plain.height - high
    if look.arrangement is Arrangement.MOSAIC:
        if look.shape is Shape.FREE:
            taller = plain.height + high
            return replace(plain, height=taller) if taller <= REFERENCE else None
        outer = around((*plain.cells, *plain.under))
        if outer.h <= rest:
            return _moved(plain, 0, (rest - outer.h) // 2 - outer.y)
    if rest < high:
        return None
    if look.arrangement is Arrangement.MOSAIC:
        # Its proportions are its pictures' own: all of it becomes smaller.
        smaller = layout(look, sizes, round(REFERENCE * rest / plain.height), lines=lines)
        moved = _moved(smaller, (plain.width - smaller.width) // 2, 0)
        return replace(moved, width=plain.width, height=plain.height)
    long_side = max(plain.width, rest)
    lower = replace(
        look,
        shape=Shape.FREE,
        free_ratio=plain.width / rest,
        gutter=round(look.gutter * REFERENCE / long_side),
    )
    laid = layout(lower, sizes, long_side, lines=lines)
    return replace(laid, height=plain.height) if laid.width == plain.width else None


def _moved(laid: Layout, across: int, down: int) -> Layout:
    cells, under = (
        tuple(replace(rect, x=rect.x + across, y=rect.y + down) for rect in rects)
        for rects in (laid.cells, laid.under)
    )
    return replace(laid, cells=cells, under=under)


class Corners:
    """`lifts`: pixels at the foot of each cell that are for its caption. `radius`: of the cells'
    corners."""

    def __init__(
        self,
        laid: Layout,
        places: Places,
        strip: Strip | None,
        lifts: Sequence[int],
        *,
        radius: int = 0,
    ) -> None:
        self._radius = radius
        self._laid = laid
        self._places = places
        self._strip = strip
        self._lifts = lifts

    def code(self, corner: Corner, rows: tuple[tuple[bool, ...], ...]) -> Code | None:
        """None where it has to stand in a strip."""
        least = qr.least_side_of(len(rows), self._laid.width)
        if self._strip is not None:
            code = Code(
                _in_strip(self._strip, self._laid, self._places, least, least, corner), rows
            )
            self._places.take(code.rect)
            return code
        cell, box = self._box(corner)
        short = min(cell.w, cell.h)
        most = min(qr.side_of(len(rows), self._laid.width), round(_CALM * short))
        side = max(least, most // len(rows) * len(rows))
        if side > min(_MOST * short, box.w, box.h):
            return None
        lifted = self._lifted(box, corner, side)
        rect = self._places.in_corner(lifted, side, side, (corner,))
        return Code(rect, rows, self._round(rect)) if rect else None

    def anyhow(self, corner: Corner, rows: tuple[tuple[bool, ...], ...]) -> Code | None:
        """Over several cells, where there is no other way."""
        inner = around(self._laid.cells)
        side = qr.least_side_of(len(rows), self._laid.width)
        air = min(round(_MARGIN * self._laid.width), max(0, min(inner.w, inner.h) - side) // 2)
        rect = self._places.in_corner(inner.inset(air), side, side, (corner,))
        return Code(rect, rows, self._round(rect)) if rect else None

    def logo(self, picture: str, size: tuple[int, int] | None, corner: Corner) -> Logo | None:
        ratio = size[0] / size[1] if size and min(size) > 0 else 1.0
        width = self._laid.width
        if self._strip is not None:
            high = round(0.86 * (self._strip.rect.h - 2 * round(_STRIP_AIR * width)))
            fitted = _fitted(ratio, width, (round(_LOGO_WIDEST * width), high))
            for at in from_corner(corner)[:2]:
                place = _in_strip(self._strip, self._laid, self._places, *fitted, at)
                if self._places.is_free(place):
                    self._places.take(place)
                    return Logo(picture, place, self._round(place))
        for at in from_corner(corner):
            cell, box = self._box(at)
            narrow = min(_LOGO_LEAST * width, _LOGO_MOST * cell.w)
            most = (
                ceil(max(_LOGO_IN_CELL[0] * cell.w, narrow)),
                ceil(max(_LOGO_IN_CELL[1] * cell.h, min(narrow, _LOGO_MOST * cell.h))),
            )
            wide, high = _fitted(ratio, width, (min(most[0], box.w), min(most[1], box.h)))
            placed = self._places.in_corner(self._lifted(box, at, high), wide, high, (at,))
            if placed is not None:
                return Logo(picture, placed, self._round(placed))
        return None

    def _round(self, rect: Rect) -> int:
        """As the cells are, but no module of a code is cut off."""
        return min(self._radius, rect.w // _ROUNDEST, rect.h // _ROUNDEST)

    def _box(self, corner: Corner) -> tuple[Rect, Rect]:
        """The cell of that corner, and the same without the air at its edges."""
        outer = around(self._laid.cells)
        point = self._places.corner_of(outer, 1, 1, corner)
        away = [_distance(cell, point) for cell in self._laid.cells]
        cell = self._laid.cells[away.index(min(away))]
        air = min(round(_MARGIN * self._laid.width), round(_MARGIN_PART * min(cell.w, cell.h)))
        return cell, cell.inset(air)

    def _lifted(self, box: Rect, corner: Corner, high: int) -> Rect:
        """Above the caption of its cell, where there is room for both."""
        if corner in _TOP:
            return box
        holds = [at for at, cell in enumerate(self._laid.cells) if cell.holds(box)]
        lift = self._lifts[holds[0]] if holds else 0
        return replace(box, h=box.h - lift) if high <= box.h - lift else box


def _in_strip(
    strip: Strip, laid: Layout, places: Places, wide: int, high: int, corner: Corner
) -> Rect:
    """In the middle between the pictures and the board's edge, in line with the pictures."""
    outer = around((*laid.cells, *laid.under))
    top = strip.rect.y if strip.at_top else outer.bottom
    bottom = outer.y if strip.at_top else strip.rect.bottom
    left = max(outer.x, round(_STRIP_AIR * laid.width))
    row = Rect(left, top, laid.width - 2 * left, bottom - top)
    return replace(places.corner_of(row, wide, high, corner), y=top + (bottom - top - high) // 2)


def _fitted(ratio: float, width: int, most: tuple[int, int]) -> tuple[int, int]:
    """Of a logo on a board so wide, in its own proportions."""
    wide, high = _LOGO * width * sqrt(ratio), _LOGO * width / sqrt(ratio)
    widest = min(most[0], _LOGO_WIDEST * width)
    highest = min(most[1], _LOGO_HIGHEST * width)
    scale = min(1.0, widest / wide, highest / high)
    return max(1, round(wide * scale)), max(1, round(high * scale))


def _distance(cell: Rect, point: Rect) -> int:
    across = max(cell.x - point.x, point.right - cell.right, 0)
    return across + max(cell.y - point.y, point.bottom - cell.bottom, 0)
