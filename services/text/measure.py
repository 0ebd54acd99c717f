"""How long a post is to X, and what X will link in it, exactly.

The rules are twitter-text's (tests/services/text/test_against_npm.py holds this against the
original), with all emoji and top-level domains known since. Positions are code points; entities
have them in UTF-16 units too, as Qt counts.

Text comes as `clean` gives it: two halves of a sign are one, and a line's end is one sign.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import floor

from services.text.entities import Entity, Kind, moved, reply_to
from services.text.pieces import PIECE, Piece, measure_piece, measure_pieces
from services.text.weight import Config

CONFIGS = {
    1: Config(limit=140, wide=False, emoji=False),
    2: Config(emoji=False),
    3: Config(),
}
STANDARD = CONFIGS[3]
LONG = Config(limit=25_000)
"""For those whom X allows long posts. Whether X weighs these is not documented: it is the safe
side."""
LIMIT = STANDARD.limit


@dataclass(frozen=True, slots=True)
class Parsed:
    """What `parse` found in a text, to the last sign."""

    weighted_length: int
    valid: bool
    """What twitter-text says: not empty, not too long, no sign that X refuses."""
    permillage: int
    """How full it is; 1000 is the limit."""
    valid_range_end: int
    """The last UTF-16 unit that is valid, as twitter-text counts: 0 also where none is."""
    overflow: int | None
    """Code point from which on the text is too long; None while it fits."""
    entities: tuple[Entity, ...]
    """In order, never overlapping."""
    reply_to: str | None
    """Whom the post answers, by the name it begins with."""
    config: Config
    pieces: tuple[Piece, ...] = field(compare=False, repr=False)
    """For the next `parse`."""

    @property
    def limit(self) -> int:
        return self.config.limit

    @property
    def links(self) -> tuple[Entity, ...]:
        return self.of_kind(Kind.URL)

    @property
    def hashtags(self) -> tuple[Entity, ...]:
        return self.of_kind(Kind.HASHTAG)

    @property
    def mentions(self) -> tuple[Entity, ...]:
        """Without lists: `@name/list` tells nobody."""
        return self.of_kind(Kind.MENTION)

    def of_kind(self, kind: Kind) -> tuple[Entity, ...]:
        return tuple(one for one in self.entities if one.kind is kind)

    @property
    def has_link(self) -> bool:
        return any(one.kind is Kind.URL for one in self.entities)

    @property
    def left(self) -> int:
        """Below 0 when it is too long."""
        return self.config.limit - self.weighted_length

    @property
    def fits(self) -> bool:
        return self.weighted_length <= self.config.limit


def parse(text: str, *, config: Config = STANDARD, before: Parsed | None = None) -> Parsed:
    """`before`: of the text as it was a moment ago. The answer is the same without it, but in a
    long post later.
    """
    if len(text) <= PIECE:
        piece = measure_piece(text, config)
        if piece.is_sendable and piece.weight <= config.limit:
            return _fitting(text, (piece,), piece.weight, piece.units, piece.entities, config)
        pieces = [piece]
    else:
        known = before.pieces if before is not None and before.config == config else ()
        pieces = measure_pieces(text, config, known)
    weight = sum([piece.weight for piece in pieces])
    units = sum([piece.units for piece in pieces])
    fitting = _fitting(text, tuple(pieces), weight, units, _entities(pieces), config)
    if fitting.fits and all([piece.is_sendable for piece in pieces]):
        return fitting
    return _cut_off(text, fitting)


def load_tables() -> None:
    """What is otherwise loaded at the first link, tag or emoji somebody types: some 10 ms."""
    parse("example.com www.例え.jp @name #tag #چای $TAG 🧑🏿‍🚀")


def _fitting(
    text: str,
    pieces: tuple[Piece, ...],
    weight: int,
    units: int,
    entities: tuple[Entity, ...],
    config: Config,
) -> Parsed:
    """As if all of the text could be sent."""
    return Parsed(
        weight,
        0 < weight <= config.limit,
        floor(weight / config.limit * 1000),
        max(units - 1, 0),
        None,
        entities,
        reply_to(text),
        config,
        pieces,
    )


def _entities(pieces: Sequence[Piece]) -> tuple[Entity, ...]:
    found: list[Entity] = []
    points = units = 0
    for piece in pieces:
        if piece.entities:
            found += moved(piece.entities, points, units)
        points += len(piece.text)
        units += piece.units
    return tuple(found)


def _cut_off(text: str, parsed: Parsed) -> Parsed:
    """With the places from which on it is too long, or not valid."""
    from services.text.cut import invalid_of, overflow_of, point_of, units_before, untorn

    pieces = parsed.pieces
    over = overflow_of(pieces, parsed.config) if not parsed.fits else None
    invalid = invalid_of(pieces)
    first = min(place for place in (over, invalid) if place is not None)
    units = sum([piece.units for piece in pieces])
    composed_units = sum([piece.composed_units for piece in pieces])
    return replace(
        parsed,
        valid=parsed.valid and invalid is None,
        valid_range_end=max(units_before(pieces, first) - 1, 0) + units - composed_units,
        overflow=untorn(text, point_of(pieces, over)) if over is not None else None,
    )
