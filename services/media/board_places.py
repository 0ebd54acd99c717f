"""Room on a board: what is taken, and where a mark still fits without covering another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from services.media.board_rect import Rect
from services.media.board_values import Corner

_BROAD = 0.45
"""Of a cell's width: words rather stand beside a logo than above it where so much is left."""
_TOP = (Corner.TOP_START, Corner.TOP_END)
_STARTS = (Corner.TOP_START, Corner.BOTTOM_START)
_ACROSS = {
    Corner.TOP_START: Corner.TOP_END,
    Corner.TOP_END: Corner.TOP_START,
    Corner.BOTTOM_START: Corner.BOTTOM_END,
    Corner.BOTTOM_END: Corner.BOTTOM_START,
}
_OVER = {
    Corner.TOP_START: Corner.BOTTOM_START,
    Corner.TOP_END: Corner.BOTTOM_END,
    Corner.BOTTOM_START: Corner.TOP_START,
    Corner.BOTTOM_END: Corner.TOP_END,
}


class Places:
    """Keeps what was placed. Whatever comes first keeps its place, what follows gives way."""

    def __init__(self, *, right_to_left: bool, gap: int) -> None:
        """`gap`: pixels that stay free between two marks."""
        self._right_to_left = right_to_left
        self._gap = gap
        self._taken: list[Rect] = []

    def take(self, rect: Rect) -> None:
        self._taken.append(rect)

    @property
    def taken(self) -> int:
        """How many things stand so far: for `go_back`."""
        return len(self._taken)

    def go_back(self, taken: int) -> None:
        """Lets go of what was placed since."""
        del self._taken[taken:]

    def is_free(self, rect: Rect) -> bool:
        return not any(rect.touches(other, gap=self._gap) for other in self._taken)

    @property
    def right_to_left(self) -> bool:
        return self._right_to_left

    def at_left(self, corner: Corner) -> bool:
        return (corner in _STARTS) is not self._right_to_left

    def corner_of(self, box: Rect, width: int, height: int, corner: Corner) -> Rect:
        """A rect of that size in the corner of `box`."""
        x = box.x if self.at_left(corner) else box.right - width
        y = box.y if corner in _TOP else box.bottom - height
        return Rect(x, y, width, height)

    def in_corner(
        self, box: Rect, width: int, height: int, corners: Iterable[Corner]
    ) -> Rect | None:
        """The first of the corners of `box` where it is free; it is then taken."""
        for corner in corners:
            rect = self.corner_of(box, width, height, corner)
            if box.holds(rect) and self.is_free(rect):
                self.take(rect)
                return rect
        return None

    def feet(self, area: Rect, high: int) -> list[Rect]:
        """Parts of `area` with room for words at their foot, the best first.

        The whole of it, or the widest beside what stands within `high` of its foot, or above that.
        """
        foot = Rect(area.x, area.bottom - high, area.w, high)
        inside = [rect for rect in self._taken if rect.touches(foot, gap=self._gap)]
        if area.h < 1 or not inside:
            return [area] if area.h > 0 else []
        beside = _widest(area, inside, self._gap)
        # What reaches lowest is passed first; something higher may still stand in the way.
        bottom = max(rect.y for rect in inside) - self._gap
        above = self.feet(Rect(area.x, area.y, area.w, bottom - area.y), high)
        return [beside, *above] if beside.w >= area.w * _BROAD else [*above, beside]

    def heads(self, area: Rect, edge: int) -> list[Rect]:
        """`area`, and what is left of it below each thing in its upper half.

        `edge`: how far inside an area a mark will stand.
        """
        middle = area.y + area.h // 2
        lower = [
            max(area.y, rect.bottom + self._gap - edge)
            for rect in self._taken
            if rect.touches(area) and rect.bottom < middle
        ]
        tops = [area.y, *sorted(lower)]
        return [Rect(area.x, top, area.w, area.bottom - top) for top in tops]

    def widest(self, row: Rect) -> Rect:
        """The widest part of `row`, as high as it, that is free."""
        inside = [rect for rect in self._taken if rect.touches(row, gap=self._gap)]
        return _widest(row, inside, self._gap) if inside else row

    def stacked(self, box: Rect, width: int, height: int, *, from_top: bool) -> Rect | None:
        """The lowest or highest free place along the sides of `box`, its start first; taken."""
        above = [rect.y - self._gap - height for rect in self._taken]
        below = [rect.bottom + self._gap for rect in self._taken]
        rows = (
            sorted({box.y, *below})
            if from_top
            else sorted({box.bottom - height, *above}, reverse=True)
        )
        sides = (Corner.TOP_END, Corner.TOP_START) if from_top else _STARTS[:1]
        for y in rows:
            for side in (*sides, Corner.TOP_END):
                x = self.corner_of(box, width, height, side).x
                rect = Rect(x, y, width, height)
                if box.holds(rect) and self.is_free(rect):
                    self.take(rect)
                    return rect
        return None


def _widest(area: Rect, inside: Sequence[Rect], gap: int) -> Rect:
    """The widest part of `area` as high as it and clear of all `inside`."""
    best, x = Rect(area.x, area.y, 0, area.h), area.x
    for rect in sorted(inside, key=lambda rect: rect.x):
        if rect.x - gap - x > best.w:
            best = Rect(x, area.y, rect.x - gap - x, area.h)
        x = max(x, rect.right + gap)
    rest = Rect(x, area.y, max(0, area.right - x), area.h)
    return rest if rest.w > best.w else best


def from_corner(corner: Corner) -> tuple[Corner, ...]:
    """A corner and where a mark goes when it is taken: across, then above or below."""
    return corner, _ACROSS[corner], _OVER[corner], _OVER[_ACROSS[corner]]
