"""The words on a board's pictures: ribbon, caption, price tag and source credit of each cell.

Letters follow the cell's size. Where words do not fit they become smaller, but never less than can
be read; then they run along the picture's side; then a caption is cut short, and last they are left
out: the credit first, then caption, price and ribbon. None covers another, nor the code and logo.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

from services.media.board_lines import (
    FINE,
    LINE,
    even_height,
    is_broken,
    least_letters,
    reads_leftwards,
    said,
    shows_all,
)
from services.media.board_places import Places
from services.media.board_plan import Label
from services.media.board_rect import Rect
from services.media.board_tags import VEIL, Spot, Tags, clipped
from services.media.board_values import Captions, Cell, Corner, Look
from services.media.contrast import PAPER, ink_on
from services.media.text_painter import TextPainter, TextSpec

_HIGHEST = 0.5
"""Of a picture's height, at most, under its caption's veil."""
_MOST_LINES = 3
_CUT_WITHIN = 6
"""Letters of room for a caption that is cut short: less of it says nothing."""
_TAG_HIGH = 0.35
"""Of a picture's height, for a tag of two lines."""
_SMALL = 6
"""Letters of a cell's shorter side: on smaller ones they are the smallest at once."""
_STEP = 4
_TOP = (Corner.TOP_START, Corner.TOP_END)
_LOW = (Corner.BOTTOM_START, Corner.BOTTOM_END)


@dataclass(frozen=True, slots=True)
class Said:
    """What stands on a cell. `whole`: nothing of its words is missing. `astray`: its price does
    not stand where the others do."""

    labels: tuple[Label, ...]
    whole: bool
    astray: bool


@dataclass(frozen=True, slots=True)
class _Set:
    """A caption's ground, and how its letters stand on it."""

    area: Rect
    pad: tuple[int, int]
    ink: str
    ground: str
    highest: int
    lines: int


class Marks:
    def __init__(
        self,
        look: Look,
        width: int,
        places: Places,
        painter: TextPainter,
        *,
        prices_low: bool = False,
    ) -> None:
        """`prices_low`: above the captions and not at the head of the pictures."""
        self._look = look
        self._least = least_letters(width)
        self._fine = ceil(width * FINE)
        self._places = places
        self._painter = painter
        self._low = prices_low
        self._tags = Tags(look.accent, places, painter)

    def of(self, cell: Cell, spot: Spot) -> Said:
        """What can be shown of the cell's words."""
        ribbon, price, credit = said(cell.ribbon), said(cell.price), said(cell.credit)
        caption = "" if self._look.captions is Captions.NONE else said(cell.caption)
        made = [self._ribbon(ribbon, spot) if ribbon else None]
        # A price at the head comes before the caption, one above the caption after it.
        tag = self._price(price, spot, _TOP[:1]) if price and not self._low else None
        before = self._places.taken
        words, whole = self._caption(caption, spot) if caption else (None, True)
        astray = bool(price) and tag is None and not self._low
        if price and tag is None:
            tag = self._price(price, spot, _LOW[:1])
            if tag is None:
                astray = True
                tag = self._price(price, spot, (*_TOP, _LOW[1])) or self._along(price, spot)
            if tag is None and words is not None:
                self._places.go_back(before)
                tag = self._price(price, spot, (*_LOW, *_TOP)) or self._along(price, spot)
                words, whole = self._caption(caption, spot)
        # Tags are drawn over a veil that runs behind them.
        made = [words, *made, tag]
        if credit and bool(words) is bool(caption):
            made.append(self._credit(credit, spot))
        labels = tuple(label for label in made if label is not None)
        wanted = sum(map(bool, (ribbon, price, caption, credit)))
        return Said(labels, whole and len(labels) == wanted, astray)

    def lift(self, cell: Cell, spot: Spot) -> int:
        """Pixels at the foot of the picture that its caption's veil takes where all is free."""
        if self._look.captions is not Captions.OVER or not said(cell.caption):
            return 0
        places = Places(right_to_left=self._look.right_to_left, gap=0)
        alone = Marks(self._look, round(spot.rect.w), places, self._painter)
        alone._least, alone._fine = self._least, self._fine
        label, _ = alone._over(said(cell.caption), spot)
        return label.rect.h if label is not None and not label.angle else 0

    def _ribbon(self, text: str, spot: Spot) -> Label | None:
        """A band across a corner, else a straight tag: sold out must be seen."""
        wanted = self._size(spot, 0.055, 1.5)
        for size in sorted({wanted, self._least}, reverse=True):
            if (band := self._tags.band(text, spot, size=size)) is not None:
                return band
        for size in self._sizes(wanted):
            areas = self._places.heads(spot.rect, spot.edge)
            # The goods are to be seen, too.
            lines = 2 if 2 * LINE * size <= _TAG_HIGH * spot.rect.h else 1
            tag = self._tags.tag(text, spot, areas, (_TOP[1], _TOP[0]), size=size, lines=lines)
            if tag is not None:
                return tag
        return self._along(text, spot, from_top=True)

    def _price(self, text: str, spot: Spot, corners: tuple[Corner, ...]) -> Label | None:
        for size in self._sizes(self._size(spot, 0.06, 1.6)):
            areas = [spot.rect]
            if corners[0] in _LOW:
                areas = self._places.feet(spot.rect, spot.edge + round(2 * size))
            tag = self._tags.tag(text, spot, areas, corners, size=size)
            if tag is not None:
                return tag
        return None

    def _along(
        self, text: str, spot: Spot, *, from_top: bool = False, ground: str = ""
    ) -> Label | None:
        for size in self._sizes(self._size(spot, 0.12, 1.3)):
            label = self._tags.spine(text, spot, size=size, from_top=from_top, ground=ground)
            if label is not None:
                return label
        return None

    def _caption(self, text: str, spot: Spot) -> tuple[Label | None, bool]:
        """And whether it is whole."""
        if self._look.captions is Captions.UNDER and spot.under is not None:
            return self._under(text, spot, spot.under)
        return self._over(text, spot)

    def _over(self, text: str, spot: Spot) -> tuple[Label | None, bool]:
        for size in self._sizes(self._size(spot, 0.05, 1.6)):
            made = self._on_foot(text, spot, size, cut=False)
            if made is not None:
                return made, True
        if (along := self._along(text, spot, ground=VEIL)) is not None:
            return along, True
        cut = self._on_foot(text, spot, self._least, cut=True)
        return cut or self._on_foot(text, spot, self._fine, cut=True), False

    def _on_foot(self, text: str, spot: Spot, size: int, *, cut: bool) -> Label | None:
        """The veil runs over the whole foot, behind a code or logo, too; the words stand beside."""
        rect, pad = spot.rect, (spot.edge, round(0.4 * size))
        highest = round(rect.h * _HIGHEST)
        for lines in (2, 1) if cut else range(1, _MOST_LINES + 1):
            # A little more than most scripts' lines: some fonts have higher ones.
            high = round(1.15 * LINE * size * lines) + 2 * pad[1]
            foot = Rect(rect.x, rect.bottom - high, rect.w, high)
            free = self._places.widest(foot)
            given = _Set(free, pad, PAPER, VEIL, highest, lines)
            label = self._words(text, given, size, cut=cut)
            if label is not None:
                veil = Rect(rect.x, label.rect.y, rect.w, label.rect.h)
                at = label.text_at[0] + label.rect.x - rect.x, label.text_at[1]
                return clipped(replace(label, rect=veil, text_at=at), spot)
        return None

    def _under(self, text: str, spot: Spot, under: Rect) -> tuple[Label | None, bool]:
        blurred = self._look.blurred
        ink = PAPER if blurred else ink_on(self._look.background)
        # On a blurred ground the words have a plate of their own, a little below the picture.
        air = round(0.25 * self._least) if blurred else 0
        area = Rect(under.x, under.y + air, under.w, under.h - air)
        across = round(0.4 * self._least) if not blurred else round(0.6 * self._least)
        ground = VEIL if blurred else ""
        for cut in (False, True):
            for size in (self._least, self._fine):
                pad = (across, round(0.2 * self._least))
                for lines in (1, 2):
                    given = _Set(area, pad, ink, ground, area.h, lines)
                    label = self._words(text, given, size, cut=cut and lines == 2, top=True)
                    if label is not None:
                        radius = min(spot.radius, label.rect.h // 3) if ground else 0
                        return replace(label, radius=radius), not cut
            if not cut and (along := self._along(text, spot, ground=VEIL)) is not None:
                return along, True
        given = _Set(area, (across, round(0.1 * self._least)), ink, ground, area.h, 1)
        last = self._words(text, given, self._fine, cut=True, top=True)
        if last is not None and ground:
            last = replace(last, radius=min(spot.radius, last.rect.h // 3))
        return last, False

    def _credit(self, text: str, spot: Spot) -> Label | None:
        """Small, at the end; what does not fit is named by its domain alone."""
        domain = text.partition("/")[0]
        for said_so in dict.fromkeys((text, domain if "." in domain else text)):
            areas = self._places.feet(spot.rect, spot.edge + 2 * self._fine)
            tag = self._tags.tag(
                said_so, spot, areas, (_LOW[1], _LOW[0]), size=self._fine, ground=VEIL
            ) or self._tags.tag(
                said_so, spot, [spot.rect], (_TOP[1], _TOP[0]), size=self._fine, ground=VEIL
            )
            if tag is not None:
                return tag
            along = self._tags.spine(said_so, spot, size=self._fine, from_top=False, ground=VEIL)
            if along is not None:
                return along
        return None

    def _words(
        self, text: str, given: _Set, size: int, *, cut: bool, top: bool = False
    ) -> Label | None:
        """Over the whole width, at the foot or the top of the area, and their place taken."""
        area, (across, down) = given.area, given.pad
        room = area.w - 2 * across
        if room < (_CUT_WITHIN if cut else 2) * size:
            return None
        spec = TextSpec(text, room, size, given.ink, most_lines=given.lines)
        if is_broken(spec, self._painter) or not (cut or shows_all(spec, self._painter)):
            return None
        wide, high = self._painter.measure(spec)
        highest = min(given.highest, area.h)
        tall = min(even_height(high, size) + 2 * down, highest)
        rect = Rect(area.x, area.y if top else area.bottom - tall, area.w, tall)
        if high + (0 if top else 2 * down) > tall or not self._places.is_free(rect):
            return None
        self._places.take(rect)
        at = area.w - across - wide if reads_leftwards(text) else across
        return Label(rect, spec, (at, (tall - high) // 2), ground=given.ground)

    def _sizes(self, wanted: int) -> tuple[int, ...]:
        """From what is wished for to the smallest that is read."""
        if wanted < self._least:
            return (self._fine,)
        return tuple(sorted({wanted, self._least, self._fine}, reverse=True))

    def _size(self, spot: Spot, part: float, most: float) -> int:
        """Letters as large as the cell asks for, within what can be read and what looks calm."""
        if min(spot.rect.w, spot.rect.h) < _SMALL * self._least:
            return self._fine
        wanted = round(min(spot.rect.w, spot.rect.h * 1.3) * part)
        size = min(max(wanted, self._least), round(self._least * most))
        # In steps: words laid out once serve while a slider moves.
        return max(self._least, size // _STEP * _STEP)
