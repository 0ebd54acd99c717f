"""Draws a board: many pictures become one, as large as the sharpest of them bears."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor
from pathlib import Path
from typing import TYPE_CHECKING

from services.media import images
from services.media.board_layout import Rect, Shape, cover, layout
from services.media.for_x import Ready, fitting_jpeg

if TYPE_CHECKING:
    from PIL import Image

GUTTER_PARTS = 1_000
"""A board's gutter is kept in thousandths of its width, so it looks alike at every size."""
_WIDEST = {Shape.WIDE: 2_400, Shape.SQUARE: 2_000, Shape.TALL: 1_800}
_NARROWEST = 1_200


@dataclass(frozen=True, slots=True)
class Source:
    """A cell's picture: where its bytes are, its size, and the point to keep in the middle."""

    path: Path
    width: int
    height: int
    focus: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Look:
    """`background` is `#rrggbb`, `gutter` thousandths of the width."""

    shape: Shape
    gutter: int
    background: str
    right_to_left: bool = False

    def cells(self, count: int, width: int) -> tuple[Rect, ...]:
        gutter = round(self.gutter * width / GUTTER_PARTS)
        return layout(count, self.shape, width, gutter, right_to_left=self.right_to_left)


def draw(look: Look, sources: Sequence[Source]) -> Ready:
    """The finished picture, 5 MB at most. In the `work` lane. Raises BadImage."""
    from PIL import Image

    width = fitting_width(look, sources)
    sheet = Image.new("RGB", (width, look.shape.height(width)), look.background)
    for source, rect in zip(sources, look.cells(len(sources), width), strict=True):
        _place(sheet, source, rect)
    data = fitting_jpeg(sheet)
    size = images.facts_of(data, Path("board.jpg"))
    return Ready(data, "image/jpeg", size.width, size.height)


def fitting_width(look: Look, sources: Sequence[Source]) -> int:
    """As wide as the picture with the most pixels a cell bears, within bounds."""
    widest = _WIDEST[look.shape]
    rects = look.cells(len(sources), widest)
    bears = max(
        min(source.width / rect.w, source.height / rect.h)
        for source, rect in zip(sources, rects, strict=True)
    )
    return max(_NARROWEST, min(widest, round(widest * bears)))


def _place(sheet: Image.Image, source: Source, rect: Rect) -> None:
    from PIL.Image import Resampling

    scale = max(rect.w / source.width, rect.h / source.height)
    needed = (ceil(source.width * scale), ceil(source.height * scale))
    image = images.load(images.read(source.path), source.path, at_least=needed)
    left, top, right, bottom = cover(image.width, image.height, rect, source.focus)
    # What the cell does not show is let go first: scaling takes room of its own.
    x, y = floor(left), floor(top)
    image = image.crop((x, y, ceil(right), ceil(bottom)))
    piece = image.resize(
        (rect.w, rect.h),
        Resampling.LANCZOS,
        box=(left - x, top - y, right - x, bottom - y),
        reducing_gap=3.0,
    )
    if piece.mode == "RGBA":
        sheet.paste(piece, (rect.x, rect.y), piece)
    else:
        sheet.paste(piece, (rect.x, rect.y))
