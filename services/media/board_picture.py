"""Draws a board: many pictures become one, as large as the sharpest of them bears."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor
from pathlib import Path
from typing import TYPE_CHECKING

from services.media import images
from services.media.board_layout import Rect, cover, layout
from services.media.board_values import REFERENCE, Look
from services.media.for_x import Ready, fitting_jpeg

if TYPE_CHECKING:
    from PIL import Image

_NARROWEST = 1_200


@dataclass(frozen=True, slots=True)
class Source:
    """A cell's picture: where its bytes are, its size, and the point to keep in the middle."""

    path: Path
    width: int
    height: int
    focus: tuple[float, float]


def draw(look: Look, sources: Sequence[Source]) -> Ready:
    """The finished picture, 5 MB at most. In the `work` lane. Raises BadImage."""
    from PIL import Image

    frames = layout(look, _sizes(sources), fitting_side(look, sources))
    sheet = Image.new("RGB", (frames.width, frames.height), look.background)
    for source, rect in zip(sources, frames.cells, strict=True):
        _place(sheet, source, rect)
    data = fitting_jpeg(sheet)
    size = images.facts_of(data, Path("board.jpg"))
    return Ready(data, "image/jpeg", size.width, size.height)


def fitting_side(look: Look, sources: Sequence[Source]) -> int:
    """The long side: as many pixels as the sharpest picture bears, within bounds."""
    rects = layout(look, _sizes(sources), REFERENCE).cells
    bears = max(
        min(source.width / rect.w, source.height / rect.h)
        for source, rect in zip(sources, rects, strict=True)
    )
    return max(_NARROWEST, min(REFERENCE, round(REFERENCE * bears)))


def _sizes(sources: Sequence[Source]) -> list[tuple[int, int]]:
    return [(source.width, source.height) for source in sources]


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
