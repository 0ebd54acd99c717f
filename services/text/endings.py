"""Where a top-level domain ends."""

from __future__ import annotations

import re

from services.text import known

_LATIN = re.compile(r"[A-Za-z]++(?![0-9@+\-])")
_PUNYCODE = re.compile(r"[xX][nN]--[\-0-9A-Za-z]++")


def ending(text: str, at: int) -> int:
    """Where the top-level domain at `at` ends, or 0 if there is none."""
    first = text[at : at + 1]
    if first.isascii() and not first.isalpha():
        return 0
    match = _LATIN.match(text, at)
    if match and match[0].lower() in known.endings():
        return match.end()
    for name in known.other_endings().get(known.upper(first), ()):
        end = at + len(name)
        after = text[end : end + 1]
        if known.upper(text[at:end]) == name and not (
            after and after.isascii() and (after.isalnum() or after in "@+-")
        ):
            return end
    match = _PUNYCODE.match(text, at)
    return match.end() if match else 0
