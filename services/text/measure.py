"""How long a post is to X, and what X will link in it.

X's rules, version 3: the ranges below weigh 1, all else 2, a link 23, an emoji 2; counted in NFC
(docs.x.com/fundamentals/counting-characters). Positions are code points; Qt counts UTF-16 units,
so the editor converts (widgets/utf16.py).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from services.text.emoji import SEQUENCE, has_sequences
from services.text.links import find_links
from services.text.tags import find_hashtags, find_mentions

LIMIT = 280
LINK_WEIGHT = 23
EMOJI_WEIGHT = 2
_HEAVY = re.compile("[^\x00-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]+")


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]`, in code points. A tag's and a mention's text include their sign."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Measured:
    weighted_length: int
    limit: int = LIMIT
    hashtags: tuple[Span, ...] = ()
    links: tuple[Span, ...] = ()
    mentions: tuple[Span, ...] = ()
    overflow: int | None = None
    """Code point from which on the text is too long; None while it fits."""

    @property
    def has_link(self) -> bool:
        return bool(self.links)

    @property
    def left(self) -> int:
        """Below 0 when it is too long."""
        return self.limit - self.weighted_length

    @property
    def fits(self) -> bool:
        return self.weighted_length <= self.limit


def measure(text: str, *, limit: int = LIMIT) -> Measured:
    links = tuple(find_links(text))
    length = len(links) * LINK_WEIGHT + sum(_weigh(piece) for piece in _between(text, links))
    return Measured(
        weighted_length=length,
        limit=limit,
        hashtags=_spans(text, _apart(find_hashtags(text), links)),
        links=_spans(text, links),
        mentions=_spans(text, _apart(find_mentions(text), links)),
        overflow=_overflow(text, links, limit) if length > limit else None,
    )


def _spans(text: str, places: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end, text[start:end]) for start, end in places)


def _apart(
    places: Iterator[tuple[int, int]], links: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The places that touch no link; both run in order, so one walk is enough."""
    kept = []
    upcoming = iter(links)
    link = next(upcoming, None)
    for start, end in places:
        while link and link[1] <= start:
            link = next(upcoming, None)
        if not link or end <= link[0]:
            kept.append((start, end))
    return kept


def _between(text: str, links: Sequence[tuple[int, int]]) -> Iterator[str]:
    at = 0
    for start, end in links:
        yield text[at:start]
        at = end
    yield text[at:]


def _weigh(text: str) -> int:
    """The weight of text without links."""
    if "\r\n" in text:
        text = text.replace("\r\n", "\n")
    if text.isascii():
        return len(text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if len(text) == 1:
        return 2 if _HEAVY.match(text) else 1
    emoji = 0
    if has_sequences(text):
        text, emoji = SEQUENCE.subn("", text)
    return emoji * EMOJI_WEIGHT + len(text) + sum(map(len, _HEAVY.findall(text)))


def _overflow(text: str, links: Sequence[tuple[int, int]], limit: int) -> int:
    """Walks from the start and stops at the limit: a long paste costs no more than a short one."""
    joined = has_sequences(text)
    used = at = 0
    ends = dict(links)
    while at < len(text):
        end = ends.get(at)
        weight = LINK_WEIGHT if end else 0
        if end is None:
            end = _end_of_sign(text, at, joined=joined)
            weight = _weigh(text[at:end])
        if used + weight > limit:
            return at
        used += weight
        at = end
    return at


def _end_of_sign(text: str, at: int, *, joined: bool) -> int:
    """The end of what must not be torn: an emoji sequence, or a letter with its marks."""
    if joined and (match := SEQUENCE.match(text, at)):
        return match.end()
    end = at + 1
    if text[at] == "\r" and text[end : end + 1] == "\n":
        return end + 1
    while end < len(text) and text[end] > "\u02ff" and unicodedata.combining(text[end]):
        end += 1
    return end
