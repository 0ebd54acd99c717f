"""Tags on a picture: prices, ribbons, credits. Whole or not at all: half a price is a wrong one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, sqrt

from services.media.board_lines import is_broken, shows_all
from services.media.board_places import Places
from services.media.board_plan import Label
from services.media.board_rect import Rect
from services.media.board_values import Corner
from services.media.contrast import PAPER, ink_on
from services.media.text_painter import TextPainter, TextSpec

VEIL = "#000000a6"
"""Behind white words on a picture: contrast 6.9 even where the picture is white."""
_STEPS = 6
"""Of the stair that stands for the slanting corner a ribbon takes."""
_FEWEST = 2
"""Letters for which there must be room."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a cell is: its picture, the room for words below it, how round its corners are, and
    how far from its edges all its words stand."""

    rect: Rect
    under: Rect | None
    radius: int
    edge: int


class Tags:
    def __init__(self, accent: str, places: Places, painter: TextPainter) -> None:
        self._accent = accent
        self._places = places
        self._painter = painter

    def tag(
        self,
        text: str,
        spot: Spot,
        areas: Iterable[Rect],
        corners: tuple[Corner, ...],
        *,
        size: int,
        lines: int = 1,
        ground: str = "",
    ) -> Label | None:
        """In the first free corner of the areas. Of the accent's colour unless told otherwise."""
        across, down = round(0.55 * size), round(0.2 * size)
        for area in areas:
            room = area.w - 2 * spot.edge - 2 * across
            spec = self._whole(text, size, room, lines, ground)
            if spec is None:
                continue
            wide, high = self._painter.measure(spec)
            box = area.inset(spot.edge)
            rect = self._places.in_corner(box, wide + 2 * across, high + 2 * down, corners)
            if rect is not None:
                label = Label(rect, spec, (across, down), ground or self._accent, size // 2)
                return clipped(label, spot)
        return None

    def spine(
        self, text: str, spot: Spot, *, size: int, from_top: bool, ground: str = ""
    ) -> Label | None:
        """Along the picture's side, as on the back of a book: a narrow picture is high."""
        across, down = round(0.5 * size), round(0.12 * size)
        edge = min(spot.edge, max(0, (spot.rect.w - round(1.6 * size)) // 2))
        spec = self._whole(text, size, spot.rect.h - 2 * edge - 2 * across, 1, ground)
        if spec is None:
            return None
        wide, high = self._painter.measure(spec)
        long, broad = wide + 2 * across, high + 2 * down
        box = spot.rect.inset(edge)
        rect = self._places.stacked(box, broad, long, from_top=from_top)
        if rect is None:
            return None
        turned = Rect(rect.x + (broad - long) // 2, rect.y + (long - broad) // 2, long, broad)
        angle = 90 if self._places.right_to_left else -90
        label = Label(turned, spec, (across, down), ground or self._accent, size // 2, angle)
        return clipped(label, spot)

    def band(self, text: str, spot: Spot, *, size: int) -> Label | None:
        """Across a corner, where one is free."""
        spec = TextSpec(text, 40 * size, size, ink_on(self._accent), bold=True)
        wide, high = self._painter.measure(spec)
        broad = high + size // 2
        # The band's outer edge is the shortest: there the words must fit between the cell's edges.
        middle = (wide + round(1.4 * size)) / 2 + broad / 2
        reach = ceil((middle + broad / 2) * sqrt(2))
        if reach > 0.85 * min(spot.rect.w, spot.rect.h):
            return None
        for corner in (Corner.TOP_END, Corner.TOP_START):
            steps = self._steps(spot.rect, reach, corner)
            if all(self._places.is_free(step) for step in steps):
                for step in steps:
                    self._places.take(step)
                return self._laid(spec, (wide, high), (middle, broad), spot, corner)
        return None

    def _steps(self, cell: Rect, reach: int, corner: Corner) -> list[Rect]:
        """The corner that the band cuts off, as a stair."""
        edges = [round(reach * step / _STEPS) for step in range(_STEPS + 1)]
        found = []
        for upper, lower in pairwise(edges):
            row = Rect(cell.x, cell.y + upper, cell.w, lower - upper)
            found.append(self._places.corner_of(row, reach - upper, lower - upper, corner))
        return found

    def _laid(
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
        return clipped(Label(rect, spec, at, ground=self._accent, angle=angle), spot)

    def _whole(self, text: str, size: int, room: int, lines: int, ground: str) -> TextSpec | None:
        """How the words are set if they show to their end, else None."""
        if not text or room < _FEWEST * size:
            return None
        ink = PAPER if ground else ink_on(self._accent)
        for count in range(1, lines + 1):
            spec = TextSpec(text, room, size, ink, bold=not ground, most_lines=count)
            if shows_all(spec, self._painter):
                return None if is_broken(spec, self._painter) else spec
        return None


def clipped(label: Label, spot: Spot) -> Label:
    return replace(label, clip=spot.rect, clip_radius=spot.radius)
