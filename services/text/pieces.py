"""A text in pieces that can be measured each by itself, so that a key costs only its own piece.

Nothing that twitter-text looks at crosses a space or a line's end: no link, name or tag holds one,
an emoji holds none, and no sign is composed with one. So a piece begins with such a sign, the first
excepted, and what is found in all the pieces is what is found in the whole.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from services.text.entities import Entity, entities_of, units_of
from services.text.weight import Config, first_invalid, weigh

if TYPE_CHECKING:
    from services.text.urls import Url

PIECE = 384
_GAPS = "\n \u3000"


class Piece(NamedTuple):
    text: str
    weight: int
    entities: tuple[Entity, ...]
    """Placed from the piece's own beginning."""
    urls: list[Url]
    """In the text as composed."""
    units: int
    """Length in UTF-16 units."""
    composed_units: int
    """The same, in NFC."""
    is_sendable: bool
    """No sign in it makes the post invalid."""


def measure_piece(text: str, config: Config) -> Piece:
    urls = _urls(text)
    if text.isascii():
        size = len(text)
        weight = weigh(text, urls, config)
        return Piece(text, weight, entities_of(text, urls), urls, size, size, True)
    units = composed_units = units_of(text)
    entities = entities_of(text, urls, is_bmp=units == len(text))
    composed = text
    if not unicodedata.is_normalized("NFC", text):
        composed = unicodedata.normalize("NFC", text)
        composed_units = units_of(composed)
        urls = _urls(composed)
    weight = weigh(composed, urls, config)
    return Piece(text, weight, entities, urls, units, composed_units, first_invalid(composed) < 0)


def _urls(text: str) -> list[Url]:
    if "." not in text:
        return []
    from services.text.urls import find_urls

    return find_urls(text)


def measure_pieces(text: str, config: Config, before: Sequence[Piece]) -> list[Piece]:
    """The pieces of `text`; those of `before` that stand at its two ends are taken as they are."""
    start, first = _same_start(text, before)
    end, last = _same_end(text, before, start, first)
    if end - start < PIECE // 2 and first > 0:
        # A short rest would stay a piece of its own, and the next one, and the next.
        first -= 1
        start -= len(before[first].text)
    new = [measure_piece(part, config) for part in _parts(text, start, end)]
    return [*before[:first], *new, *before[last:]]


def _same_start(text: str, before: Sequence[Piece]) -> tuple[int, int]:
    """The length of the pieces that still begin the text, and how many they are."""
    at = number = 0
    for piece in before:
        if not text.startswith(piece.text, at):
            break
        at += len(piece.text)
        number += 1
    # A piece ends before a space: where that is gone, the piece has grown.
    if number and at < len(text) and text[at] not in _GAPS:
        number -= 1
        at -= len(before[number].text)
    return at, number


def _same_end(text: str, before: Sequence[Piece], start: int, first: int) -> tuple[int, int]:
    """Where the pieces that still end the text begin, and the number of the first of them."""
    at, number = len(text), len(before)
    # The very first piece need not begin with a space: it is no end of anything.
    while number > max(first, 1):
        piece = before[number - 1]
        if at - len(piece.text) < start or not text.endswith(piece.text, 0, at):
            break
        at -= len(piece.text)
        number -= 1
    return at, number


def _parts(text: str, start: int, end: int) -> Iterator[str]:
    while end - start > 2 * PIECE:
        at = _gap_near(text, start, end)
        yield text[start:at]
        start = at
    if end > start:
        yield text[start:end]


def _gap_near(text: str, start: int, end: int) -> int:
    """A space or line's end to begin the next piece with; `end` if there is none."""
    for gap in _GAPS:
        at = text.rfind(gap, start + PIECE // 2, start + PIECE * 3 // 2)
        if at > start:
            return at
    places = [text.find(gap, start + 1, end) for gap in _GAPS]
    return min((at for at in places if at > 0), default=end)
