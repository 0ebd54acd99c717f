"""Which way a paragraph runs: by its first strong letter (Unicode's UAX 9, rules P2 and P3)."""

from __future__ import annotations

import unicodedata
from typing import Literal

_OPENS = frozenset(("LRI", "RLI", "FSI"))


def first_strong(text: str) -> Literal["ltr", "rtl"] | None:
    """None where no letter says: digits, signs and emoji alone follow the window."""
    depth = 0
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in _OPENS:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth:
            continue
        elif kind == "L":
            return "ltr"
        elif kind in ("R", "AL"):
            return "rtl"
    return None
