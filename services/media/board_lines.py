"""How words lie on a board: their least size, how many lines they need, which way they read."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from services.media.board_layout import LETTER, Layout
from services.media.contrast import INK
from services.media.text_painter import TextPainter, TextSpec

FINE = 0.0185
"""Of the board's width: the smallest letters at all, 11 pixels when it is seen 600 wide."""
LINE = 1.6
"""Of the letters' size: the highest line of any script."""
_ENDLESS = 100_000


def fit_on_a_line(captions: Sequence[str], laid: Layout, painter: TextPainter) -> bool:
    """Whether each shows whole on one line under its picture."""
    least = least_letters(laid.width)
    return all(
        shows_all(TextSpec(said(text), max(1, room.w - 2 * air_beside(least)), least, INK), painter)
        for text, room in zip(captions, laid.under, strict=True)
    )


def shows_all(spec: TextSpec, painter: TextPainter) -> bool:
    """With a line more they would be higher where the last one ends in "…"."""
    more = replace(spec, most_lines=spec.most_lines + 1)
    return painter.measure(spec)[1] == painter.measure(more)[1]


def is_broken(spec: TextSpec, painter: TextPainter) -> bool:
    """Whether a word is wider than the line, and would go on in the next. Han, kana and Thai are
    written without spaces: they are broken anywhere."""
    runs = (run for word in spec.text.split() for run in _unbroken(word))
    most = max(runs, key=len, default="")
    if len(most) * spec.size < spec.width:
        return False
    lone = replace(spec, text=most, width=_ENDLESS, most_lines=1)
    return painter.measure(lone)[0] > spec.width


def _unbroken(word: str) -> list[str]:
    free = "".join(
        " " if unicodedata.east_asian_width(sign) in "WF" or "\u0e00" <= sign <= "\u0eff" else sign
        for sign in word
    )
    return free.split()


def least_letters(width: int) -> int:
    """Their size on a board so wide."""
    return max(1, round(width * LETTER))


def air_beside(least: int) -> int:
    """Air at either end of words under a picture."""
    return round(0.4 * least)


def even_height(high: int, size: int) -> int:
    """Room for so many lines whatever their script: beside each other, veils are of one height."""
    lines = max(1, round(high / (1.4 * size)))
    return max(high, round(LINE * size * lines))


def reads_leftwards(text: str) -> bool:
    """Whether the first letter with a direction is of a script that runs to the left."""
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def said(text: str) -> str:
    """On one line: a caption's line break is not the board's."""
    return " ".join(text.split())
