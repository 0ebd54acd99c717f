"""Emoji sequences that X counts as one sign of weight 2, however many code points they hold.

A single emoji weighs 2 by its range anyway; only what is joined needs to be found: skin tones,
joined families, flags, keycaps and a sign with U+FE0F. docs.x.com, Counting characters: "all
emojis count as two characters".
"""

from __future__ import annotations

import re

# Unicode's Emoji_Modifier_Base: what a skin tone may follow. A tone after anything else is its own
# emoji.
_TAKES_TONE = (
    "\u261d\u26f9\u270a-\u270d\U0001f385\U0001f3c2-\U0001f3c4\U0001f3c7\U0001f3ca-\U0001f3cc"
    "\U0001f442\U0001f443\U0001f446-\U0001f450\U0001f466-\U0001f478\U0001f47c\U0001f481-\U0001f483"
    "\U0001f485-\U0001f487\U0001f48f\U0001f491\U0001f4aa\U0001f574\U0001f575\U0001f57a\U0001f590"
    "\U0001f595\U0001f596\U0001f645-\U0001f647\U0001f64b-\U0001f64f\U0001f6a3\U0001f6b4-\U0001f6b6"
    "\U0001f6c0\U0001f6cc\U0001f90c\U0001f90f\U0001f918-\U0001f91f\U0001f926\U0001f930-\U0001f939"
    "\U0001f93c-\U0001f93e\U0001f977\U0001f9b5\U0001f9b6\U0001f9b8\U0001f9b9\U0001f9bb"
    "\U0001f9cd-\U0001f9cf\U0001f9d1-\U0001f9dd\U0001fac3-\U0001fac5\U0001faf0-\U0001faf8"
)
_PICTURE = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe"
    "\u2600-\u27bf\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff"
)
_ELEMENT = f"(?:[{_TAKES_TONE}][\U0001f3fb-\U0001f3ff]|[{_PICTURE}]\ufe0f?)"

SEQUENCE = re.compile(
    "[0-9#*]\ufe0f?\u20e3"
    "|[\U0001f1e6-\U0001f1ff]{2}"
    "|\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"
    f"|{_ELEMENT}(?:\u200d{_ELEMENT})*"
)
_JOINS = re.compile("[\ufe0f\u200d\u20e3\U000e007f\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]")


def has_sequences(text: str) -> bool:
    """Whether anything in `text` can be a sequence: most posts never need the slow pattern."""
    return _JOINS.search(text) is not None
