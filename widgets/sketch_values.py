"""What a drawn page holds: a few pieces, one under the other, those that matter marked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Shape(Enum):
    HEADING = "heading"
    BAR = "bar"
    """Words that do not matter here."""
    FIELD = "field"
    CHOICE = "choice"
    BUTTON = "button"
    PERSON = "person"
    TICK = "tick"
    """Something that is allowed, its words not told."""
    CROSS = "cross"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Piece:
    """`mark` is the number beside a piece that matters; 0 marks it without one, None not at all.

    `text` stands as the page itself writes it. `share` of the width is what a bar or button takes.
    """

    shape: Shape
    text: str = ""
    value: str = ""
    on: bool = False
    mark: int | None = None
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Sketch:
    """`says`: what the picture shows, for who does not see it. `address`: as the browser has it,
    empty for a window that is none. `turns`: it stands as the program's own line of reading does;
    a page in English does not.
    """

    says: str
    address: str
    pieces: tuple[Piece, ...]
    turns: bool = False
