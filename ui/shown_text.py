"""Words from X as a row shows them."""

from __future__ import annotations

import re

_ADDRESSEES = re.compile(r"^(@\w+\s+)+")
_SHORT_LINKS = re.compile(r"\s*https://t\.co/\w+")


def without_addressees(text: str) -> str:
    """Without the handles an answer begins with; with its lines as they were."""
    return _ADDRESSEES.sub("", text) or text


def shown_text(text: str) -> str:
    """One line, without the handles an answer begins with and X's own short links.

    What would leave nothing is left in.
    """
    line = " ".join(text.split())
    for noise in (_ADDRESSEES, _SHORT_LINKS):
        line = noise.sub("", line) or line
    return line
