"""Whether a text shows anything at all: X takes no post of which nothing can be seen."""

from __future__ import annotations

import re
from functools import cache

_FIRST_UNSEEN = "\u034f"


def is_blank(text: str) -> bool:
    return not any(map(is_seen, text))


def is_seen(sign: str) -> bool:
    if not sign.isprintable() or sign == " ":
        return False
    return sign < _FIRST_UNSEEN or _unseen().match(sign) is None


@cache
def _unseen() -> re.Pattern[str]:
    """Letters and signs that show nothing: fillers of Hangul and Khmer, the Braille blank,
    selectors and tags. Spaces, controls and formats are told by `isprintable`.
    """
    return re.compile(
        "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
        "\U000e0000-\U000e0fff]"
    )
