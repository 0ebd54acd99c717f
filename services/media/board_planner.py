"""Plans a board: everything to draw, bottom first, worked out once at the reference size.

Pure: no file is read. What has a place keeps it, and what comes after gives way: the code, the
logo, then each cell's ribbon, price, caption and credit; what has no room left is not shown, and
that is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from math import sqrt

from services.media import qr
from services.media.board_crop import part_of
from services.media.board_layout import Layout, layout
from services.media.board_lines import fit_on_a_line
from services.media.board_link import link_of
from services.media.board_places import Places, from_corner
from services.media.board_plan import Blurred, Code, Item, Logo, Plan, Shown
from services.media.board_rect import Rect, around
from services.media.board_values import MIDDLE, REFERENCE, Captions, Cell, Look
from services.media.board_words import Marks, Spot
from services.media.text_painter import TextPainter

_MARGIN = 0.016
"""Of the board's width: air between the pictures' edge and a logo or a code."""
_GAP = 0.006
_LOGO = 0.12
"""Of the board's width: the side of a square with as much room as the logo gets."""
_LOGO_WIDEST, _LOGO_HIGHEST = 0.24, 0.14
_LOGO_PART = 0.25
"""Of the board's height, at most: a panorama is low."""


def plan(
    look: Look,
    cells: Sequence[Cell],
    *,
    link: str = "",
    sizes: Sequence[tuple[int, int]],
    focuses: Sequence[tuple[float, float] | None] = (),
    logo_size: tuple[int, int] | None = None,
    painter: TextPainter,
) -> Plan:
    """`sizes` and `focuses` (first guesses, for cells without one) belong to the cells' pictures.

    `logo_size`: of `look.logo`. A code is left out where there is no link (`link_of`),
    or one too long (`qr.fits`). Measures words: cheap, but not nothing. Raises ValueError as
    `layout` does.
    """
    if len(sizes) != len(cells):
        raise ValueError(f"{len(cells)} cells, {len(sizes)} sizes")
    laid = _laid(look, cells, sizes, painter)
    spots = _spots(look, laid)
    places = Places(right_to_left=look.right_to_left, gap=round(_GAP * laid.width))
    inner = around(laid.cells).inset(round(_MARGIN * laid.width))
    code = _code(look, link, laid, inner, places)
    logo = _logo(look, logo_size, laid, inner, places)
    marks = Marks(look, laid.width, places, painter)
    words = [marks.of(cell, spot) for cell, spot in zip(cells, spots, strict=True)]
    items: list[Item | None] = [
        Blurred(0) if look.blurred else None,
        *_shown(cells, spots, sizes, focuses),
        *chain.from_iterable(words),
        logo,
        code,
    ]
    drawn = tuple(item for item in items if item is not None)
    left_out = tuple(
        at
        for at, (cell, shown) in enumerate(zip(cells, words, strict=True))
        if len(shown) < len(marks.wanted(cell))
    )
    return Plan(laid.width, laid.height, look.background, drawn, left_out)


def _laid(
    look: Look, cells: Sequence[Cell], sizes: Sequence[tuple[int, int]], painter: TextPainter
) -> Layout:
    """Under the pictures there is no more room than their words take: none, a line, or two."""
    if look.captions is not Captions.UNDER:
        return layout(look, sizes, REFERENCE)
    captions = [cell.caption for cell in cells]
    if not any(caption.strip() for caption in captions):
        return layout(look, sizes, REFERENCE, lines=0)
    laid = layout(look, sizes, REFERENCE, lines=1)
    if fit_on_a_line(captions, laid, painter):
        return laid
    return layout(look, sizes, REFERENCE, lines=2)


def _spots(look: Look, laid: Layout) -> list[Spot]:
    wanted = round(look.corners * REFERENCE / 1_000)
    under: Sequence[Rect | None] = laid.under or [None] * len(laid.cells)
    return [
        Spot(rect, below, min(wanted, rect.w // 2, rect.h // 2))
        for rect, below in zip(laid.cells, under, strict=True)
    ]


def _shown(
    cells: Sequence[Cell],
    spots: Sequence[Spot],
    sizes: Sequence[tuple[int, int]],
    focuses: Sequence[tuple[float, float] | None],
) -> list[Shown]:
    guessed = [*focuses, *([None] * len(cells))]
    return [
        Shown(
            at,
            spot.rect,
            part_of(size, spot.rect, cell.focus or guessed[at] or MIDDLE, cell.zoom),
            spot.radius,
        )
        for at, (cell, spot, size) in enumerate(zip(cells, spots, sizes, strict=True))
    ]


def _code(look: Look, link: str, laid: Layout, inner: Rect, places: Places) -> Code | None:
    address = link_of(link)
    if look.qr_at is None or address is None or not qr.fits(address):
        return None
    rows = qr.rows_of(address)
    side = qr.side_of(len(rows), laid.width)
    rect = places.in_corner(inner, side, side, (look.qr_at,))
    return Code(rect, rows) if rect else None


def _logo(
    look: Look, size: tuple[int, int] | None, laid: Layout, inner: Rect, places: Places
) -> Logo | None:
    if look.logo is None:
        return None
    ratio = size[0] / size[1] if size and min(size) > 0 else 1.0
    wide, high = _LOGO * sqrt(ratio), _LOGO / sqrt(ratio)
    highest = min(_LOGO_HIGHEST, _LOGO_PART * laid.height / laid.width)
    scale = laid.width * min(1.0, _LOGO_WIDEST / wide, highest / high)
    fitted = max(1, round(wide * scale)), max(1, round(high * scale))
    rect = places.in_corner(inner, *fitted, from_corner(look.logo_at))
    return Logo(look.logo, rect) if rect else None
