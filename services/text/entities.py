"""Mentions, lists, hashtags and cashtags: what X links in a post besides addresses.

Each is found from its sign. Like twitter-text's own, a match takes one sign before it, and what it
takes is gone for the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from services.text.tables import classes
from services.text.urls import Url

_AT_SIGNS = "@＠"
_SPACES = classes.SPACES + classes.SPACES_BMP
_NAME = r"[A-Za-z0-9_]{1,20}+"
_LIST = r"/[A-Za-z][A-Za-z0-9_\-]{0,24}+"
_MENTION = re.compile(
    r"[@＠](?:(?<![A-Za-z0-9_!#$%&*@＠].)|(?<=[^A-Za-z0-9_+~.\-][rR][tT].)|(?<=^[rR][tT].))"
    rf"{_NAME}({_LIST})?+",
    re.DOTALL,
)
_REPLY = re.compile(rf"[{_SPACES}]*+[@＠]({_NAME})")
_LATIN = re.compile(f"[{classes.LATIN_BMP}]")
_CASHTAG = (
    rf"\$(?<![^{_SPACES}].)[A-Za-z]{{1,6}}(?:[._][A-Za-z]{{1,2}})?"
    rf"(?=[{classes.AFTER_CASHTAG}{classes.AFTER_CASHTAG_BMP}]|\Z)"
)
_WIDE_CASHTAG = re.compile(_CASHTAG, re.DOTALL)
# In ASCII none of the three can reach into another: one search finds them in order. A name after
# "-" may be cut off from a list before it, which only the long way sees.
_ASCII = re.compile(
    r"(#)(?<![0-9A-Za-z_&].)[0-9_]*+[A-Za-z][0-9A-Za-z_]*+(?!#|://)"
    r"|@(?:(?<![A-Za-z0-9_!#$%&*@].)|(?<=[^A-Za-z0-9_+~.\-][rR][tT].)|(?<=^[rR][tT].))"
    rf"{_NAME}()({_LIST})?+(?!@|://)"
    rf"|({_CASHTAG})",
    re.DOTALL,
)


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


_FIRST_EMOJI, _LAST_EMOJI = "\U0001f000", "\U0001ffff"
_new = tuple.__new__  # Thrice as quick as calling the class.
_ASCII_KINDS = (Kind.URL, Kind.HASHTAG, Kind.MENTION, Kind.LIST, Kind.CASHTAG)


def entities_of(text: str, urls: list[Url], *, is_bmp: bool = True) -> tuple[Entity, ...]:
    """All of them in order; where two overlap, the first. `is_bmp`: nothing is above U+FFFF."""
    if text.isascii() and "-@" not in text:
        found = _in_ascii(text) if "@" in text or "#" in text or "$" in text else []
    else:
        found = sorted(_anywhere(text))
    if urls:
        links = [
            _new(Entity, (start, end, Kind.URL, text[start:end], start, end))
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
        found.append(_new(Entity, (start, end, kind, word, units, end16)))
        at, units = end, end16
    return tuple(found)


def moved(entities: tuple[Entity, ...], points: int, units: int) -> list[Entity]:
    """The same, in a text that has so much before them."""
    return [
        _new(Entity, (start + points, end + points, kind, text, start16 + units, end16 + units))
        for start, end, kind, text, start16, end16 in entities
    ]


def units_of(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) >> 1


def reply_to(text: str) -> str | None:
    """The name a post begins with, without its sign: to X it answers them."""
    match = _REPLY.match(text)
    return match[1] if match and not _ends_no_mention(text, match.end()) else None


def _in_ascii(text: str) -> list[Entity]:
    found = []
    for match in _ASCII.finditer(text):
        start, end = match.span()
        kind = _ASCII_KINDS[match.lastindex or 0]
        found.append(_new(Entity, (start, end, kind, match[0], start, end)))
    return found


def _anywhere(text: str) -> Iterator[Entity]:
    if "@" in text or "＠" in text:
        yield from _mentions(text)
    if "#" in text or "＃" in text:
        yield from _hashtags(text)
    if "$" in text:
        for match in _WIDE_CASHTAG.finditer(text):
            yield _entity(text, match.start(), match.end(), Kind.CASHTAG)


def _entity(text: str, start: int, end: int, kind: Kind) -> Entity:
    return _new(Entity, (start, end, kind, text[start:end], start, end))


def _places(text: str, sign: str, wide: str) -> list[int]:
    """Of a sign and its wide twin: finding them one by one is quicker than a pattern for both."""
    found = []
    at = text.find(sign)
    while at >= 0:
        found.append(at)
        at = text.find(sign, at + 1)
    return sorted(found + _places(text, wide, wide)) if sign != wide and wide in text else found


def _mentions(text: str) -> Iterator[Entity]:
    last = -1
    for start in _places(text, "@", "＠"):
        match = _MENTION.match(text, start)
        if match is None:
            continue
        end = match.end()
        if start != last and not _ends_no_mention(text, end):
            yield _entity(text, start, end, Kind.LIST if match[1] else Kind.MENTION)
        last = end


def _ends_no_mention(text: str, end: int) -> bool:
    """Whether what follows says that this was no mention."""
    after = text[end : end + 1]
    if after == " " or not after:
        return False
    if after == ":":
        return text.startswith("://", end)
    return after in _AT_SIGNS or (after > "\x7f" and _LATIN.match(after) is not None)


def _hashtags(text: str) -> Iterator[Entity]:
    last = -1
    for start in _places(text, "#", "＃"):
        if start == last or not _may_stand_before(text, start):
            continue
        if text[start + 1 : start + 2] in ("\ufe0f", "\u20e3"):
            continue
        end = _end_of_hashtag(text, start + 1)
        if end:
            last = end
            if text[end : end + 1] not in ("#", "＃") and not text.startswith("://", end):
                yield _entity(text, start, end, Kind.HASHTAG)


def _may_stand_before(text: str, start: int) -> bool:
    if start == 0:
        return True
    before = text[start - 1]
    if before in " \n\ufe0e\ufe0f":
        return True
    if before == "&" or "\ud800" <= before <= "\udfff":
        return False
    signs, _ = _sign_patterns(high=before > "\uffff")
    return signs.match(before) is None


def _end_of_hashtag(text: str, at: int) -> int:
    """Of one with a letter in it, or 0."""
    signs, others = _sign_patterns(high=False)
    run = signs.match(text, at)
    end = run.end() if run else at
    after = text[end : end + 1]
    if after > "\uffff" and not _FIRST_EMOJI <= after <= _LAST_EMOJI:
        signs, others = _sign_patterns(high=True)
        run = signs.match(text, at)
    return run.end() if run and not others.fullmatch(run[0]) else 0


@cache
def _sign_patterns(*, high: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """All that may stand in a hashtag, and what of it is no letter.

    Signs above U+FFFF are tested range by range, which is slow: few texts need them.
    """
    letters = classes.TAG_LETTERS + classes.TAG_LETTERS_BMP
    others = classes.TAG_OTHERS + classes.TAG_OTHERS_BMP
    if high:
        letters += classes.TAG_LETTERS_ABOVE
        others += classes.TAG_OTHERS_ABOVE
    return re.compile(f"[{letters}{others}]++"), re.compile(f"[{others}]++")
