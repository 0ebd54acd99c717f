"""A board as a list of things to draw, bottom first: the screen and the export both follow it.

All in whole pixels of a board whose long side is `board_values.REFERENCE`.
"""

from __future__ import annotations

from dataclasses import dataclass

from services.media.board_layout import Rect
from services.media.text_painter import TextSpec


@dataclass(frozen=True, slots=True)
class Blurred:
    """The ground: picture of cell `cell`, covering the whole board, out of focus."""

    cell: int


@dataclass(frozen=True, slots=True)
class Shown:
    """The picture of cell `cell` in `rect`; `part` (left, top, right, bottom, each 0 to 1) of it is
    seen, in `rect`'s proportions. Corners are rounded by `radius`."""

    cell: int
    rect: Rect
    part: tuple[float, float, float, float]
    radius: int = 0


@dataclass(frozen=True, slots=True)
class Label:
    """Words on a ground: a caption, a price tag, a ribbon, a credit.

    `ground` is `#rrggbb` or `#rrggbbaa`, "" for none. The words' box begins at `text_at`, measured
    from `rect`'s corner. `angle`: degrees clockwise by which the whole is turned about `rect`'s
    middle. Nothing is drawn outside `clip`, whose corners are rounded by `clip_radius`.
    """

    rect: Rect
    spec: TextSpec
    text_at: tuple[int, int]
    ground: str = ""
    radius: int = 0
    angle: int = 0
    clip: Rect | None = None
    clip_radius: int = 0


@dataclass(frozen=True, slots=True)
class Logo:
    """The kept picture `picture`, whole and in its own proportions within `rect`, whose corners
    are rounded by `radius`."""

    picture: str
    rect: Rect
    radius: int = 0


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code on white that fills `rect`; `rows` are its modules, True is dark, with the quiet
    zone around them. The white's corners are rounded by `radius`."""

    rect: Rect
    rows: tuple[tuple[bool, ...], ...]
    radius: int = 0


Item = Blurred | Shown | Label | Logo | Code


@dataclass(frozen=True, slots=True)
class Plan:
    """`background` is `#rrggbb`. `items` are drawn in their order.

    `left_out`: cells with words for which there is no room at all, in their order.
    """

    width: int
    height: int
    background: str
    items: tuple[Item, ...]
    left_out: tuple[int, ...] = ()
