"""The numbers at the end of a thread's parts, "2/5": written into the words, so that what is
counted, shown and sent is one and the same."""

from __future__ import annotations

import re
from collections import Counter

_NUMBER = re.compile(r"(?:(?<=\s)|^)([0-9]{1,3})/([0-9]{1,3})\s*\Z")
WEIGHT = len(" 99/99")
"""What to keep free in a part for its number."""


def numbered(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Each part ends with its own number and how many there are; old numbers are replaced.

    An empty part stays empty, and one part alone with words has no number.
    """
    bare = without_numbers(texts)
    if sum(bool(text.strip()) for text in bare) < 2:
        return bare
    return tuple(
        f"{text.rstrip()} {place}/{len(bare)}" if text.strip() else text
        for place, text in enumerate(bare, start=1)
    )


def without_numbers(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Only the numbers of this thread go: "5/5 stars" and "open 24/7" are words."""
    count = _counted_to(texts)
    return tuple(_NUMBER.sub("", text).rstrip() if _ends(text, count) else text for text in texts)


def are_numbered(texts: tuple[str, ...]) -> bool:
    return _counted_to(texts) > 0


def _counted_to(texts: tuple[str, ...]) -> int:
    """The N of "1/N" and "2/N", when two parts or more are numbered so; else 0."""
    found = [(int(match[1]), int(match[2])) for text in texts if (match := _NUMBER.search(text))]
    counts = Counter(count for place, count in set(found) if 1 <= place <= count)
    count, times = counts.most_common(1)[0] if counts else (0, 0)
    return count if times > 1 and count > 1 else 0


def _ends(text: str, count: int) -> bool:
    match = _NUMBER.search(text)
    return match is not None and 0 < int(match[1]) <= int(match[2]) == count
