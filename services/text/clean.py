"""Takes out what cannot be saved or sent: half characters, NUL and signs that X refuses.

A line's end is one sign, wherever the text comes from: X counts each of the two of Windows.
"""

from __future__ import annotations

import re

# twitter-text calls a post with U+FFFE, U+FEFF or U+FFFF invalid; lone surrogates are no UTF-8.
_UNUSABLE = "[\x00\ud800-\udfff\ufeff\ufffe\uffff]"
_PAIR = "[\ud800-\udbff][\udc00-\udfff]"


def clean(text: str) -> tuple[str, int]:
    """The text that can be kept, and how many signs were dropped.

    Two halves of one character, as Qt may hand them over, become that character.
    """
    if text.isascii():
        kept, dropped = text.replace("\x00", ""), text.count("\x00")
    else:
        kept, dropped = re.subn(_UNUSABLE, "", re.sub(_PAIR, _join, text))
    return kept.replace("\r\n", "\n").replace("\r", "\n"), dropped


def _join(match: re.Match[str]) -> str:
    return match[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le")
