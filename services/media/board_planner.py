"""Plans a board: everything to draw, bottom first, worked out once at the reference size.

Pure: no file is read. What has a place keeps it, and what comes after gives way: the code, the
logo, then each cell's ribbon, price, caption and credit. Where words have no room, the prices move
above the captions, or the code to a strip of its own; what is left out then is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from services.media import qr
from services.media.board_corners import Corners, Strip, with_strip
from services.media.board_crop import part_of
from services.media.board_layout import Layout, layout
from services.media.board_lines import fit_on_a_line, least_letters, said
from services.media.board_link import link_of
from services.media.board_places import Places
from services.media.board_plan import Blurred, Code, Item, Logo, Plan, Shown
from services.media.board_rect import Rect
from services.media.board_tags import Spot
from services.media.board_values import MIDDLE, REFERENCE, Captions, Cell, Look
from services.media.board_words import Marks, Said
from services.media.text_painter import TextPainter

_GAP = 0.006
"""Of the board's width, between two marks."""
_EDGE, _EDGE_PART, _EDGE_ROUND = 0.6, 0.08, 0.3
"""How far words stand from their cell's edges: of the letters' size, of a small cell's shorter side
at most, and of a corner's radius at least."""
_STRIP_COST = 2
_NARROW = 5
"""Letters: columns with less room have no words under them, but on their pictures."""

Rows = tuple[tuple[bool, ...], ...]


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to lay a board out, and what of its words it shows."""

    laid: Layout
    strip: Strip | None
    spots: Sequence[Spot]
    code: Code | None
    logo: Logo | None
    words: Sequence[Said]

    @property
    def cost(self) -> tuple[int, int]:
        missing = sum(not said.whole for said in self.words)
        # A strip takes room from every picture: it has to save the words of several.
        missing += _STRIP_COST if self.strip else 0
        return missing, sum(said.astray for said in self.words)


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
    address = link_of(link) if look.qr_at is not None else None
    rows = qr.rows_of(address) if address and qr.fits(address) else None
    ways = _ways(look, cells, sizes, rows, logo_size, painter)
    best = next(ways)
    while any(best.cost) and (way := next(ways, None)) is not None:
        best = min(best, way, key=lambda way: way.cost)
    laid = best.laid
    items: list[Item | None] = [
        Blurred(0) if look.blurred else None,
        *_shown(cells, best.spots, sizes, focuses),
        *chain.from_iterable(said.labels for said in best.words),
        best.logo,
        best.code,
    ]
    drawn = tuple(item for item in items if item is not None)
    left_out = tuple(at for at, said in enumerate(best.words) if not said.whole)
    return Plan(laid.width, laid.height, look.background, drawn, left_out)


def _ways(
    look: Look,
    cells: Sequence[Cell],
    sizes: Sequence[tuple[int, int]],
    rows: Rows | None,
    logo_size: tuple[int, int] | None,
    painter: TextPainter,
) -> Iterator[_Way]:
    """The best looking first: prices at the head and the code on its picture."""
    lines = _lines(look, cells, sizes, painter)
    wanted = round(look.corners * REFERENCE / 1_000)
    plain = layout(look, sizes, REFERENCE, lines=lines)
    apart = with_strip(look, sizes, len(rows), lines=lines) if rows else None
    ways = ((plain, None), *([apart] if apart else []))
    last = ways[-1]
    priced = any(said(cell.price) for cell in cells)
    for laid, strip in ways:
        for low in (False, True) if priced else (False,):
            places = Places(right_to_left=look.right_to_left, gap=round(_GAP * laid.width))
            marks = Marks(look, laid.width, places, painter, prices_low=low)
            spots = _spots(look, laid)
            pairs = list(zip(cells, spots, strict=True))
            lifts = [marks.lift(*pair) for pair in pairs] if rows or look.logo else []
            corners = Corners(laid, places, strip, lifts, radius=wanted)
            code = None
            if rows and look.qr_at:
                code = corners.code(look.qr_at, rows)
                if code is None and (laid, strip) != last:
                    break
                code = code or corners.anyhow(look.qr_at, rows)
            logo = corners.logo(look.logo, logo_size, look.logo_at) if look.logo else None
            words = [marks.of(*pair) for pair in pairs]
            yield _Way(laid, strip, spots, code, logo, words)


def _lines(
    look: Look,
    cells: Sequence[Cell],
    sizes: Sequence[tuple[int, int]],
    painter: TextPainter,
) -> int:
    """Under the pictures there is no more room than their words take: none, a line, or two."""
    if look.captions is not Captions.UNDER:
        return 2
    captions = [cell.caption for cell in cells]
    if not any(said(caption) for caption in captions):
        return 0
    laid = layout(look, sizes, REFERENCE, lines=1)
    if min(rect.w for rect in laid.under) < _NARROW * least_letters(laid.width):
        return 0
    return 1 if fit_on_a_line(captions, laid, painter) else 2


def _spots(look: Look, laid: Layout) -> list[Spot]:
    wanted = round(look.corners * REFERENCE / 1_000)
    under: Sequence[Rect | None] = laid.under or [None] * len(laid.cells)
    least = least_letters(laid.width)
    spots = []
    for rect, below in zip(laid.cells, under, strict=True):
        radius = min(wanted, rect.w // 2, rect.h // 2)
        calm = min(round(_EDGE * least), round(_EDGE_PART * min(rect.w, rect.h)))
        edge = max(calm, round(_EDGE_ROUND * radius))
        spots.append(Spot(rect, below, radius, edge))
    return spots


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
