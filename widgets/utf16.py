"""Between Python's code points and Qt's UTF-16 units: an emoji is one of the first, two of Qt's.

Positions are converted where text meets a Qt widget, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable


def units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text) if _is_plain(text) else len(text) + _wide(text)


def to_units(text: str, positions: Iterable[int]) -> tuple[int, ...]:
    """Code point positions as UTF-16 positions. Sorted positions cost one pass over the text."""
    if _is_plain(text):
        return tuple(min(max(position, 0), len(text)) for position in positions)
    answer: list[int] = []
    seen_points = seen_units = 0
    for position in positions:
        position = min(max(position, 0), len(text))
        if position < seen_points:
            seen_points = seen_units = 0
        piece = text[seen_points:position]
        seen_units += len(piece) + _wide(piece)
        seen_points = position
        answer.append(seen_units)
    return tuple(answer)


def to_points(text: str, position: int) -> int:
    """A UTF-16 position as a code point position; inside a pair it is the pair's start."""
    if _is_plain(text):
        return min(position, len(text))
    return len(
        text.encode("utf-16-le", "surrogatepass")[: position * 2].decode("utf-16-le", "ignore")
    )


def _is_plain(text: str) -> bool:
    return not text or max(text) <= "\uffff"


def _wide(text: str) -> int:
    return sum(character > "\uffff" for character in text)
