"""Where to cut a text that is too long: at the last word that fits whole."""

from __future__ import annotations

from services.text.measure import Parsed

_FAR_BACK = 40


def trimmed(text: str, measured: Parsed) -> int:
    """How many code points to keep. A text without spaces is cut where it stops fitting."""
    if measured.overflow is None:
        return len(text)
    end = measured.overflow
    if end < len(text) and not text[end].isspace():
        start = max(end - _FAR_BACK, 0)
        words = [place for place in range(start, end) if text[place].isspace()]
        end = words[-1] if words else end
    return len(text[:end].rstrip())
