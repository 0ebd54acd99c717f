"""A text too long for one post as the parts of a thread, cut at the ends of sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from services.text.cut import torn, untorn
from services.text.measure import STANDARD, Parsed, parse
from services.text.weight import Config

# A sentence's end and the quotes or brackets that close after it. In Latin and Arabic script white
# space follows: for want of it, or of a capital, "3.14", "e.g. this" and links stay whole.
_SENTENCE = re.compile(r"[.!?…؟۔]+[\"'»”’)\]]*(?=\s+(?![a-z]))|[。！？｡]+[」』）】”’]*")
_PARAGRAPH = re.compile(r"\n+")
_CLAUSE = re.compile(r"[,;:—،؛](?=\s)|[、，；：]")
_WORD = re.compile(r"(?=\s)")
_KINDS = (_PARAGRAPH, _SENTENCE, _CLAUSE, _WORD)
_LEAST = 0.4
"""A paragraph's end, or a sentence's, is worth a shorter part, but not one shorter than this."""
_AHEAD = 64
MOST_PARTS = 25
"""Of a thread that is made here. X documents no limit; other schedulers take no more either."""


def split(
    text: str, *, config: Config = STANDARD, spare: int = 0, most: int | None = None
) -> tuple[str, ...]:
    """Parts that each fit, with all the words in their order; white space at the cuts goes.

    Cut at the last end of a paragraph or sentence that fits, else of a clause, else between words,
    else where it stops fitting, never inside a letter, an emoji, a link, a tag or a name. `spare`:
    the weight kept free in every part, for its number. Empty when it takes more than `most` parts.
    """
    room = config._replace(limit=config.limit - spare)
    parts: list[str] = []
    rest = text.strip()
    while rest:
        if len(parts) == most:
            return ()
        end = _end_of_part(rest, room)
        parts.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return tuple(parts) or ("",)


def _end_of_part(text: str, room: Config) -> int:
    parsed = _beyond(text, room)
    if parsed.overflow is None:
        return len(text)
    most = parsed.overflow
    for end in _ends(text[: most + 1], most):
        if end and not _inside(parsed, end):
            return _fitting(text, end, room)
    return _fitting(text, _forced(text, parsed, most), room)


def _beyond(text: str, room: Config) -> Parsed:
    """Of enough of the text to know where the room ends; a long link weighs little."""
    ahead = room.limit * 2 + _AHEAD
    parsed = parse(text[:ahead], config=room)
    while parsed.overflow is None and ahead < len(text):
        ahead *= 2
        parsed = parse(text[:ahead], config=room)
    return parsed


def _ends(text: str, most: int) -> Iterator[int]:
    """Where it could be cut, the best first; 0 where that kind of end is not near enough."""
    least = int(most * _LEAST)
    for kind in _KINDS:
        yield _last(kind, text, least, most)
    yield _last(_WORD, text, 0, most)


def _last(kind: re.Pattern[str], text: str, least: int, most: int) -> int:
    ends = [match.end() for match in kind.finditer(text)]
    place = bisect_right(ends, most)
    return ends[place - 1] if place and ends[place - 1] > least else 0


def _inside(parsed: Parsed, end: int) -> bool:
    return any(one.start < end < one.end for one in parsed.entities)


def _forced(text: str, parsed: Parsed, most: int) -> int:
    """Before a link, a tag or a name; one that is too long for any part is torn, as is a letter
    with a thousand marks."""
    around = next((one.start for one in parsed.entities if one.start < most < one.end), 0)
    return around or untorn(text, most) or _torn(parsed)


def _torn(parsed: Parsed) -> int:
    return max(torn(parsed.pieces, parsed.config), 1)


def _fitting(text: str, end: int, room: Config) -> int:
    """Alone a stretch can weigh more than it did in its text: a link may end elsewhere."""
    while end > 1 and (alone := parse(text[:end].rstrip(), config=room)).overflow is not None:
        end = max(min(alone.overflow or _torn(alone), end - 1), 1)
    return end
