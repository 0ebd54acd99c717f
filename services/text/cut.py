"""Where a text that is too long, or holds what X refuses, has to end."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence

from services.text.entities import units_of
from services.text.pieces import Piece
from services.text.weight import Config, first_invalid, walk

_JOINER = "\u200d"

Place = tuple[int, int]
"""The number of a piece, and a code point in it, composed."""


def overflow_of(pieces: Sequence[Piece], config: Config) -> Place:
    """Of the first sign that does not fit, in a text that is too long."""
    left = config.limit
    for number, piece in enumerate(pieces):
        if piece.weight > left:
            return number, walk(composed(piece), piece.urls, config, left)[1]
        left -= piece.weight
    raise ValueError("the text fits")


def invalid_of(pieces: Sequence[Piece]) -> Place | None:
    """Of the first sign that X refuses."""
    for number, piece in enumerate(pieces):
        if not piece.is_sendable:
            return number, first_invalid(composed(piece))
    return None


def composed(piece: Piece) -> str:
    return piece.text if piece.text.isascii() else unicodedata.normalize("NFC", piece.text)


def units_before(pieces: Sequence[Piece], place: Place) -> int:
    """How many UTF-16 units of the composed text stand before a place."""
    number, at = place
    return sum([piece.composed_units for piece in pieces[:number]]) + units_of(
        composed(pieces[number])[:at]
    )


def point_of(pieces: Sequence[Piece], place: Place) -> int:
    """The place as a code point of the text as it was written."""
    number, at = place
    before = sum([len(piece.text) for piece in pieces[:number]])
    written = pieces[number].text
    if composed(pieces[number]) == written:
        return before + at
    lengths = range(len(written) + 1)
    return before + bisect_right(lengths, at, key=lambda end: _length(written[:end])) - 1


def torn(pieces: Sequence[Piece], config: Config) -> int:
    """The code point from which on a text is too long, were it inside a letter or an emoji."""
    return point_of(pieces, overflow_of(pieces, config))


def _length(written: str) -> int:
    return len(unicodedata.normalize("NFC", written))


def untorn(text: str, at: int) -> int:
    """The nearest place at or before `at` where no letter loses its marks, and no emoji a part."""
    while 0 < at < len(text) and (
        unicodedata.category(text[at])[0] == "M"
        or _JOINER in text[at - 1 : at + 1]
        or text[at - 1 : at + 1] == "\r\n"
    ):
        at -= 1
    return at
