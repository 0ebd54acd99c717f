"""Tags and names held together inside right-to-left lines, in what is shown and never in a file.

Without it the # of a Latin tag jumps to the other side of its word in an Arabic line. The marks
are Unicode's first strong isolate and its end (UAX #9); they have no width.
"""

from __future__ import annotations

import re
import unicodedata

OPEN, CLOSE = "\u2068", "\u2069"
_MARKED = re.compile(r"(?<![\w\u2068])[@#\uff03\uff20]\w+")
_NO_MARKS = str.maketrans("", "", OPEN + CLOSE)


def turns(text: str) -> bool:
    """Whether something in it runs right-to-left: all else needs no marks."""
    if text.isascii():
        return False
    return any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text)


def isolated(text: str) -> str:
    """The text with each of its tags and names in marks, where the line needs them."""
    if not turns(text):
        return text
    return _MARKED.sub(rf"{OPEN}\g<0>{CLOSE}", text)


def without_isolates(text: str) -> str:
    """As it was written: for whatever leaves the screen, such as a copy."""
    return text.translate(_NO_MARKS)
