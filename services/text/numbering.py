"""The numbers at the end of a thread's parts, "2/5": written into the words, so that what is
counted, shown and sent is one and the same.

Whether a thread is numbered is known to whoever writes it: a date like 1/12 is none of ours.
"""

from __future__ import annotations

import re

WEIGHT = len(" 99/99")
"""What to keep free in a part for its number."""


def are_numbered(texts: tuple[str, ...]) -> bool:
    """Every part with words, two at least, ends with its own number out of as many as there are."""
    worded = [(place, text) for place, text in enumerate(texts, start=1) if text.strip()]
    return len(worded) > 1 and all(_ends(text, place, len(texts)) for place, text in worded)


def numbered(bare: tuple[str, ...]) -> tuple[str, ...]:
    """An empty part stays empty, and one part alone with words has no number."""
    if sum(bool(text.strip()) for text in bare) < 2:
        return bare
    return tuple(with_number(text, place, len(bare)) for place, text in enumerate(bare, start=1))


def with_number(bare: str, place: int, count: int) -> str:
    return f"{bare.rstrip()} {place}/{count}" if bare.strip() else bare


def without_numbers(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Of a numbered thread, with as many parts as its numbers say.

    A part's number goes also where words were typed behind it.
    """
    return tuple(_bare(text, place, len(texts)) for place, text in enumerate(texts, start=1))


def _bare(text: str, place: int, count: int) -> str:
    if _ends(text, place, count):
        return text.rstrip().removesuffix(f"{place}/{count}").rstrip()
    return re.sub(rf"(?:^|(?<=\s)){place}/{count}\s", "", text, count=1)


def _ends(text: str, place: int, count: int) -> bool:
    return re.search(rf"(?:^|\s){place}/{count}\s*\Z", text) is not None
