"""Which way a paragraph runs: by its first strong letter, as X shows it, or as its writer chose.

X knows no setting for it, so a choice is written into the text as the mark that begins the
paragraph: what is seen is what is published. A mark weighs 2 to X.
"""

from __future__ import annotations

import re
from enum import Enum

from PySide6.QtGui import QTextBlock

_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")


class Direction(Enum):
    AUTO = ""
    LTR = "\u200e"
    RTL = "\u200f"
    """The value is the mark it is written as."""


_MARKS = (Direction.LTR.value, Direction.RTL.value)


def choice_of(block: QTextBlock) -> Direction:
    first = block.document().characterAt(block.position()) if block.length() > 1 else ""
    return Direction(first) if first in _MARKS else Direction.AUTO


def has_overrides(text: str) -> bool:
    """Signs that show words in another order than they are written in."""
    return _OVERRIDES.search(text) is not None


def overrides_in(text: str) -> list[int]:
    return [found.start() for found in _OVERRIDES.finditer(text)]


def in_written_order(name: str) -> str:
    """A name without the signs that would turn it, and what stands beside it, round."""
    return _OVERRIDES.sub("", name)
