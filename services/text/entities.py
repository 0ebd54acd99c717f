"""What X links in a post, with its place."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from services.text.urls import Url


class Kind(StrEnum):
    URL = "url"
    MENTION = "mention"
    LIST = "list"
    HASHTAG = "hashtag"
    CASHTAG = "cashtag"


class Entity(NamedTuple):
    """`text[start:end]` in code points. A named tuple, because a post may hold hundreds."""

    start: int
    end: int
    kind: Kind
    text: str
    """With its sign; a list's with the name it belongs to."""
    start16: int
    """In UTF-16 units, as Qt counts."""
    end16: int


new = tuple.__new__  # Thrice as quick as calling the class.


_SIGNS = "@#$＠＃"


def entities_of(text: str, urls: list[Url], *, is_bmp: bool = True) -> tuple[Entity, ...]:
    """All of them in order; where two overlap, the first. `is_bmp`: nothing is above U+FFFF."""
    found: list[Entity] = []
    if any(map(text.__contains__, _SIGNS)):
        from services.text.signs import find_signs

        found = find_signs(text)
    if urls:
        links = [
            new(Entity, (start, end, Kind.URL, text[start:end], start, end))
            for start, end, _ in urls
        ]
        found = sorted(links + found) if found else links
    if not found:
        return ()
    return tuple(_apart(found)) if is_bmp else _with_units(text, _apart(found))


def _apart(found: list[Entity]) -> list[Entity]:
    last = 0
    for one in found:
        if one[0] < last:
            return _without_overlaps(found)
        last = one[1]
    return found


def _without_overlaps(found: list[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    last = 0
    for one in found:
        if one.start >= last:
            kept.append(one)
            last = one.end
    return kept


def _with_units(text: str, entities: list[Entity]) -> tuple[Entity, ...]:
    found = []
    at = units = 0
    for start, end, kind, word, _, _ in entities:
        units += units_of(text[at:start])
        end16 = units + units_of(word)
        found.append(new(Entity, (start, end, kind, word, units, end16)))
        at, units = end, end16
    return tuple(found)


def moved(entities: tuple[Entity, ...], points: int, units: int) -> list[Entity]:
    """The same, in a text that has so much before them."""
    return [
        new(Entity, (start + points, end + points, kind, text, start16 + units, end16 + units))
        for start, end, kind, text, start16, end16 in entities
    ]


def units_of(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) >> 1


def reply_to(text: str) -> str | None:
    """The name a post begins with, without its sign: to X it answers them."""
    if "@" not in text and "＠" not in text:
        return None
    from services.text.signs import answered_name

    return answered_name(text)
