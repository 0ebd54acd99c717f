"""Tags and names held together inside right-to-left lines, in what is shown and never in a file.

Without it the # of a Latin tag jumps to the other side of its word in an Arabic line. The marks
are Unicode's first strong isolate and its end (UAX #9); they have no width.
"""

from __future__ import annotations

import re
import unicodedata

OPEN, CLOSE = "\u2068", "\u2069"
_LEFT_TO_RIGHT = "\u2066"
ZERO_WIDTH = "\u200c\u200d\ufe0f"
_MARKED = r"(?<![\w\u2068\u2069])[@#\uff03\uff20]\w+"
_MAY_BREAK = "\u200b"
_LONG = re.compile(r"[^\s\u200b]{25,}")
_STEP = 4
_FIRST_TO_TURN = "\u0590"
_MAY_TURN = (
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks of right-to-left scripts, and the mark: most texts have none, and are seen quickly."""
_EAST_ASIA = "\u2e80"


def turns(text: str) -> bool:
    """Whether something in it runs right-to-left: all else needs no marks."""
    if text.isascii() or max(text) < _FIRST_TO_TURN or re.search(_MAY_TURN, text) is None:
        return False
    return any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text)


def isolated(text: str) -> str:
    """The text with each of its tags and names in marks, where the line needs them."""
    if not turns(text):
        return text
    return re.sub(_MARKED, rf"{OPEN}\g<0>{CLOSE}", text)


def held(words: str) -> str:
    """What is put into a line of another script, kept together: "36 %", a name, a price.

    It runs as its own first letter does, and the line around it as if it were one word.
    """
    return f"{OPEN}{words}{CLOSE}" if words else words


def left_to_right(keys: str) -> str:
    """Keys as they stand on the keyboard: "Ctrl+," ends in its comma in every window."""
    return f"{_LEFT_TO_RIGHT}{keys}{CLOSE}"


def breakable(text: str) -> str:
    """Long words and addresses with places to break them, for labels that break only at spaces.

    Words whose letters join stay whole: a mark would part the letters on its sides.
    """
    return _LONG.sub(_with_breaks, text)


def _with_breaks(found: re.Match[str]) -> str:
    word = found[0]
    if not word.isascii() and any(_joins(sign) for sign in word):
        return word
    return _MAY_BREAK.join(word[at : at + _STEP] for at in range(0, len(word), _STEP))


def _joins(sign: str) -> bool:
    """Also what is one with the sign before it, and scripts that break by their own rules."""
    joins = unicodedata.bidirectional(sign) in ("R", "AL") or sign in ZERO_WIDTH
    return joins or unicodedata.category(sign).startswith("M") or sign >= _EAST_ASIA


def written(own: str, shown: str, *, start: int, end: int) -> str:
    """What stands in `shown[start:end]` of somebody's `own` words, for whatever leaves the screen.

    `shown` is `own` with signs put in. Signs of the same kind that they wrote themselves stay.
    """
    part = []
    at = 0
    for place, sign in enumerate(shown):
        if at < len(own) and own[at] == sign:
            at += 1
            if start <= place < end:
                part.append(sign)
    return "".join(part)
