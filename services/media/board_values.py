"""What a board is: its cells, how it looks, and the project that is saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

FEWEST, MOST = 2, 12
"""How many pictures make a board. One alone is laid out, too: a board that is being made."""
REFERENCE = 4_096
"""Pixels of a board's long side, for which all its sizes are worked out; others are scaled."""
MIDDLE = (0.5, 0.5)
"""Of a picture whose crop nobody has chosen."""


class Shape(StrEnum):
    WIDE = "16:9"
    SQUARE = "1:1"
    TALL = "4:5"
    PANORAMA = "2:1"
    FREE = "free"


class Arrangement(StrEnum):
    GRID = "grid"
    HERO = "hero"
    STRIP = "strip"
    MOSAIC = "mosaic"


class Corner(StrEnum):
    """A corner of the board, as read: START is where lines begin."""

    TOP_START = "top-start"
    TOP_END = "top-end"
    BOTTOM_START = "bottom-start"
    BOTTOM_END = "bottom-end"


class Captions(StrEnum):
    NONE = "none"
    OVER = "over"
    """On the foot of the picture, on a dark veil."""
    UNDER = "under"
    """Below the picture, on the board's ground; the picture gets less room."""


@dataclass(frozen=True, slots=True)
class Cell:
    """`picture` is a kept picture's hash; `focus` (0 to 1) stays in the middle of its crop.

    `focus` None: not chosen yet, so the first guess counts. `zoom` 1 just covers the cell; 8 is
    the most. `price`, `ribbon` ("Sold out") and `credit` are words drawn on the picture, "" for
    none. `source` is the address the picture came from.
    """

    picture: str
    caption: str = ""
    focus: tuple[float, float] | None = None
    zoom: float = 1.0
    price: str = ""
    ribbon: str = ""
    credit: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """`gutter` and `corners` are thousandths of the long side, colours are `#rrggbb`.

    `free_ratio` (width by height) counts for the free shape only. `edged`: the gutter also goes
    around the board. `blurred`: the ground is the first picture, blurred, and not the colour.
    `accent` is the colour of price tags and ribbons. `logo` is a kept picture's hash. `qr`: where
    the board's link stands as a QR code.
    """

    shape: Shape = Shape.WIDE
    arrangement: Arrangement = Arrangement.GRID
    free_ratio: float = 1.5
    gutter: int = 8
    edged: bool = False
    corners: int = 0
    background: str = "#ffffff"
    blurred: bool = False
    captions: Captions = Captions.NONE
    accent: str = "#0b6b63"
    logo: str | None = None
    logo_at: Corner = Corner.BOTTOM_END
    qr_at: Corner | None = None
    right_to_left: bool = False


@dataclass(frozen=True, slots=True)
class Board:
    """An empty `alt_text` is composed from the captions when the board is used.

    `made` is the kept picture last exported of it. `link` is where the board lives.
    """

    id: str
    account_id: str
    name: str
    look: Look = field(default_factory=Look)
    link: str = ""
    alt_text: str = ""
    cells: tuple[Cell, ...] = ()
    changed_at: int = 0
    made: str | None = None

    @property
    def is_whole(self) -> bool:
        """Whether it has enough pictures to be used."""
        return FEWEST <= len(self.cells) <= MOST


@dataclass(frozen=True, slots=True)
class Template:
    """A look with a name, to begin another board with."""

    id: str
    account_id: str
    name: str
    look: Look
