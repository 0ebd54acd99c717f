"""Whether a text shows anything at all: X takes no post of which nothing can be seen."""

from __future__ import annotations

import re

# Letters and signs that take room, or none, and show nothing: fillers of Hangul and Khmer, the
# Braille blank, selectors and tags. Spaces, controls and formats are found by `isprintable`.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\U000e0000-\U000e0fff]"
)


def is_blank(text: str) -> bool:
    return not any(sign.isprintable() and sign != " " for sign in _UNSEEN.sub("", text))
