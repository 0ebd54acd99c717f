"""The words on a board's pictures: ribbon, price tag, caption and source credit of each cell.

Letters follow the cell's size, but never go under `LETTER` of the board's width. Where a cell is
too small for all, they give way in this order, the last first: ribbon (a straight tag where no
corner is free), price, caption, credit. None covers another, nor the board's code and logo.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, sqrt

from services.media.board_lines import (
    LINE,
    air_beside,
    even_height,
    least_letters,
    reads_leftwards,
    said,
    shows_all,
)
from services.media.board_places import Places, from_corner
from services.media.board_plan import Label
from services.media.board_rect import Rect
from services.media.board_values import Captions, Cell, Corner, Look
from services.media.contrast import PAPER, ink_on
from services.media.text_painter import TextPainter, TextSpec

VEIL = "#000000a6"
"""Behind white words on a picture: contrast 6.9 even where the picture is white."""
_CREDIT = 0.92
"""Of the smallest letters: a credit is there for who looks for it."""
_STEPS = 6
"""Of the stair that stands for the slanting corner a ribbon takes."""
_TOP = (Corner.TOP_START, Corner.TOP_END)
_BOTTOM = (Corner.BOTTOM_START, Corner.BOTTOM_END)
_FEWEST = 3
"""Letters for which there must be room, or the words are not shown."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a cell is: its picture, the room for words below it, and how round its corners are."""

    rect: Rect
    under: Rect | None
    radius: int


class Marks:
    def __init__(self, look: Look, width: int, places: Places, painter: TextPainter) -> None:
        self._look = look
        self._least = least_letters(width)
        self._places = places
        self._painter = painter

    def wanted(self, cell: Cell) -> list[str]:
        """The cell's words that are to stand on the board."""
        caption = "" if self._look.captions is Captions.NONE else cell.caption
        every = map(said, (cell.ribbon, cell.price, caption, cell.credit))
        return [text for text in every if text]

    def of(self, cell: Cell, spot: Spot) -> list[Label]:
        """What can be shown of the cell's words."""
        caption, price = said(cell.caption), said(cell.price)
        ribbon = self._ribbon(said(cell.ribbon), spot)
        tag = self._tag(price, spot, _TOP)
        if price and tag is None:
            tag, words = self._price_below(price, caption, spot)
        else:
            words = self._caption(caption, spot)
        made = [ribbon, tag, words]
        if words or not caption or self._look.captions is Captions.NONE:
            made.append(self._credit(said(cell.credit), spot))
        return [label for label in made if label is not None]

    def _price_below(
        self, price: str, caption: str, spot: Spot
    ) -> tuple[Label | None, Label | None]:
        """Where the top is taken: above the caption, or in its place where both have no room."""
        before = self._places.taken
        words = self._caption(caption, spot)
        tag = self._tag(price, spot, _BOTTOM)
        if tag is None and words is not None:
            self._places.go_back(before)
            tag = self._tag(price, spot, _BOTTOM)
            words = self._caption(caption, spot)
        return tag, words

    def _ribbon(self, text: str, spot: Spot) -> Label | None:
        """A band across a corner, else a straight tag: sold out must be seen."""
        if not text:
            return None
        size = self._size(spot, 0.055, 1.5)
        spec = TextSpec(text, 40 * size, size, ink_on(self._look.accent), bold=True)
        wide, high = self._painter.measure(spec)
        band = high + size // 2
        # The band's outer edge is the shortest: there the words must fit between the cell's edges.
        middle = (wide + round(1.4 * size)) / 2 + band / 2
        reach = ceil((middle + band / 2) * sqrt(2))
        if reach <= 0.85 * min(spot.rect.w, spot.rect.h):
            for corner in (Corner.TOP_END, Corner.TOP_START):
                steps = self._steps(spot.rect, reach, corner)
                if all(self._places.is_free(step) for step in steps):
                    for step in steps:
                        self._places.take(step)
                    return self._band(spec, (wide, high), (middle, band), spot, corner)
        return self._tag(text, spot, from_corner(Corner.TOP_END), lines=2)

    def _steps(self, cell: Rect, reach: int, corner: Corner) -> list[Rect]:
        """The corner that the band cuts off, as a stair."""
        edges = [round(reach * step / _STEPS) for step in range(_STEPS + 1)]
        found = []
        for upper, lower in pairwise(edges):
            row = Rect(cell.x, cell.y + upper, cell.w, lower - upper)
            found.append(self._places.corner_of(row, reach - upper, lower - upper, corner))
        return found

    def _band(
        self,
        spec: TextSpec,
        words: tuple[int, int],
        band: tuple[float, int],
        spot: Spot,
        corner: Corner,
    ) -> Label:
        """`band`: how far its middle line is from the corner, and how broad it is."""
        (wide, high), (middle, broad) = words, band
        away = middle / sqrt(2)
        left = self._places.at_left(corner)
        x = spot.rect.x + away if left else spot.rect.right - away
        length = ceil(2 * middle + broad) + 4
        rect = Rect(round(x - length / 2), round(spot.rect.y + away - broad / 2), length, broad)
        at = (length - wide) // 2, (broad - high) // 2
        angle = -45 if left else 45
        return _clipped(Label(rect, spec, at, ground=self._look.accent, angle=angle), spot)

    def _tag(
        self, text: str, spot: Spot, corners: tuple[Corner, ...], *, lines: int = 1
    ) -> Label | None:
        """Whole or not at all: half a price is a wrong price."""
        edge = self._edge(spot)
        for size in (self._size(spot, 0.06, 1.6), self._least):
            across, down = round(0.55 * size), round(0.2 * size)
            spec = self._whole(text, size, spot.rect.w - 2 * edge - 2 * across, lines)
            if spec is None:
                continue
            wide, high = (
                side + 2 * air
                for side, air in zip(self._painter.measure(spec), (across, down), strict=True)
            )
            for area in (spot.rect, *self._places.feet(spot.rect, high)):
                rect = self._places.in_corner(area.inset(edge), wide, high, corners)
                if rect is not None:
                    label = Label(rect, spec, (across, down), self._look.accent, size // 2)
                    return _clipped(label, spot)
        return None

    def _whole(self, text: str, size: int, room: int, lines: int) -> TextSpec | None:
        """How the words are set if they show to their end, else None."""
        if not text or room < _FEWEST * size:
            return None
        ink = ink_on(self._look.accent)
        for count in range(1, lines + 1):
            spec = TextSpec(text, room, size, ink, bold=True, most_lines=count)
            if shows_all(spec, self._painter):
                return spec
        return None

    def _caption(self, text: str, spot: Spot) -> Label | None:
        if not text or self._look.captions is Captions.NONE:
            return None
        if self._look.captions is Captions.UNDER:
            return self._caption_under(text, spot)
        most = (round(spot.rect.h * 0.5), 2)
        for size in (self._size(spot, 0.05, 1.6), self._least):
            pad = (max(round(0.6 * size), spot.radius // 3), round(0.4 * size))
            for area in self._places.feet(spot.rect, round(LINE * size) + 2 * pad[1]):
                label = self._words(text, area, size, pad, most, ink=PAPER, ground=VEIL)
                if label is not None:
                    return _clipped(label, spot)
        return None

    def _caption_under(self, text: str, spot: Spot) -> Label | None:
        if spot.under is None:
            return None
        blurred = self._look.blurred
        ink = PAPER if blurred else ink_on(self._look.background)
        pad = (air_beside(self._least), round(0.2 * self._least))
        for area in self._places.feet(spot.under, spot.under.h):
            label = self._words(
                text,
                area,
                self._least,
                pad,
                (spot.under.h, 2),
                ink=ink,
                ground=VEIL if blurred else "",
                top=True,
            )
            if label is not None:
                return label
        return None

    def _credit(self, text: str, spot: Spot) -> Label | None:
        size = max(1, round(self._least * _CREDIT))
        pad = (max(round(0.5 * size), spot.radius // 3), round(0.2 * size))
        room = spot.rect.w - 2 * pad[0]
        if not text or room < _FEWEST * size:
            return None
        spec = TextSpec(text, room, size, PAPER)
        wide, high = self._painter.measure(spec)
        for area in (spot.rect, *self._places.feet(spot.rect, high + 2 * pad[1])):
            rect = self._places.in_corner(
                area,
                wide + 2 * pad[0],
                high + 2 * pad[1],
                (Corner.BOTTOM_END, Corner.BOTTOM_START),
            )
            if rect is not None:
                return _clipped(Label(rect, spec, pad, ground=VEIL), spot)
        return None

    def _words(
        self,
        text: str,
        area: Rect,
        size: int,
        pad: tuple[int, int],
        most: tuple[int, int],
        *,
        ink: str,
        ground: str,
        top: bool = False,
    ) -> Label | None:
        """Words over the whole width of `area`, at its foot or top, and their place taken.

        `most`: pixels of height and lines.
        """
        across, down = pad
        room = area.w - 2 * across
        if room < _FEWEST * size:
            return None
        highest, lines = min(most[0], area.h), most[1]
        for count in range(lines, 0, -1):
            spec = TextSpec(text, room, size, ink, most_lines=count)
            wide, high = self._painter.measure(spec)
            tall = highest if top and ground else min(even_height(high, size) + 2 * down, highest)
            rect = Rect(area.x, area.y if top else area.bottom - tall, area.w, tall)
            if high + 2 * down <= tall and self._places.is_free(rect):
                self._places.take(rect)
                at = area.w - across - wide if reads_leftwards(text) else across
                return Label(rect, spec, (at, (tall - high) // 2), ground=ground)
        return None

    def _size(self, spot: Spot, part: float, most: float) -> int:
        """Letters as large as the cell asks for, within what can be read and what looks calm."""
        wanted = round(min(spot.rect.w, spot.rect.h * 1.3) * part)
        return min(max(wanted, self._least), round(self._least * most))

    def _edge(self, spot: Spot) -> int:
        return max(round(0.5 * self._least), round(0.3 * spot.radius))


def _clipped(label: Label, spot: Spot) -> Label:
    return replace(label, clip=spot.rect, clip_radius=spot.radius)
