"""Mentions, lists, hashtags and cashtags: each is found from its sign.

Like twitter-text's own, a match takes one sign before it, and what it takes is gone for the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from services.text.entities import Entity, Kind, new
from services.text.tables import classes

_AT_SIGNS = "@＠"
_SPACES = classes.SPACES + classes.SPACES_BMP
_NAME = r"[A-Za-z0-9_]{1,20}+"
_LIST = r"/[A-Za-z][A-Za-z0-9_\-]{0,24}+"
_CASHTAG = r"\$(?<![^{spaces}].)[A-Za-z]{{1,6}}(?:[._][A-Za-z]{{1,2}})?(?=[{after}]|\Z)"


# In ASCII none of the three can reach into another: one search finds them in order. A name after
# "-" may be cut off from a list before it, which only the long way sees.
@cache
def _ascii() -> re.Pattern[str]:
    return re.compile(
        r"(#)(?<![0-9A-Za-z_&].)[0-9_]*+[A-Za-z][0-9A-Za-z_]*+(?!#|://)"
        r"|@(?:(?<![A-Za-z0-9_!#$%&*@].)|(?<=[^A-Za-z0-9_+~.\-][rR][tT].)|(?<=^[rR][tT].))"
        rf"{_NAME}()({_LIST})?+(?!@|://)"
        rf"|({_CASHTAG.format(spaces=classes.SPACES, after=classes.AFTER_CASHTAG)})",
        re.DOTALL,
    )


_ASCII_RUN = re.compile("[0-9A-Za-z_]++")
_LETTER = re.compile("[A-Za-z]")
_FIRST_EMOJI, _LAST_EMOJI = "\U0001f000", "\U0001ffff"
_ASCII_KINDS = (Kind.URL, Kind.HASHTAG, Kind.MENTION, Kind.LIST, Kind.CASHTAG)


def find_signs(text: str) -> list[Entity]:
    """In order; in UTF-16 they are placed by the caller."""
    if text.isascii() and "-@" not in text:
        return _in_ascii(text)
    return sorted(_anywhere(text))


def answered_name(text: str) -> str | None:
    match = _reply().match(text)
    return match[1] if match and not _ends_no_mention(text, match.end()) else None


def _in_ascii(text: str) -> list[Entity]:
    if not any(sign in text for sign in "#@$"):
        return []
    found = []
    for match in _ascii().finditer(text):
        start, end = match.span()
        kind = _ASCII_KINDS[match.lastindex or 0]
        found.append(new(Entity, (start, end, kind, match[0], start, end)))
    return found


def _anywhere(text: str) -> Iterator[Entity]:
    if "@" in text or "＠" in text:
        yield from _mentions(text)
    if "#" in text or "＃" in text:
        yield from _hashtags(text)
    if "$" in text:
        for match in _cashtag().finditer(text):
            yield _entity(text, match.start(), match.end(), Kind.CASHTAG)


def _entity(text: str, start: int, end: int, kind: Kind) -> Entity:
    return new(Entity, (start, end, kind, text[start:end], start, end))


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
    mention = _mention()
    for start in _places(text, "@", "＠"):
        match = mention.match(text, start) if start != last else None
        if match is None:
            continue
        last = match.end()
        if not _ends_no_mention(text, last):
            yield _entity(text, start, last, Kind.LIST if match[1] else Kind.MENTION)


def _ends_no_mention(text: str, end: int) -> bool:
    """Whether what follows says that this was no mention."""
    after = text[end : end + 1]
    if after == " " or not after:
        return False
    if after == ":":
        return text.startswith("://", end)
    return after in _AT_SIGNS or (after > "\x7f" and _latin().match(after) is not None)


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
    if before.isascii():
        return not (before.isalnum() or before in "_&")
    if before in "\ufe0e\ufe0f":
        return True
    if "\ud800" <= before <= "\udfff":
        return False
    signs, _ = _sign_patterns(high=before > "\uffff")
    return signs.match(before) is None


def _end_of_hashtag(text: str, at: int) -> int:
    """Of one with a letter in it, or 0. What only wide patterns tell is asked of them alone."""
    run = _ASCII_RUN.match(text, at)
    end = run.end() if run else at
    if text[end : end + 1].isascii():
        return end if run and _LETTER.search(run[0]) else 0
    signs, others = _sign_patterns(high=False)
    run = signs.match(text, at)
    end = run.end() if run else at
    after = text[end : end + 1]
    if after > "\uffff" and not _FIRST_EMOJI <= after <= _LAST_EMOJI:
        signs, others = _sign_patterns(high=True)
        run = signs.match(text, at)
    return run.end() if run and not others.fullmatch(run[0]) else 0


@cache
def _mention() -> re.Pattern[str]:
    return re.compile(
        r"[@＠](?:(?<![A-Za-z0-9_!#$%&*@＠].)|(?<=[^A-Za-z0-9_+~.\-][rR][tT].)|(?<=^[rR][tT].))"
        rf"{_NAME}({_LIST})?+",
        re.DOTALL,
    )


@cache
def _reply() -> re.Pattern[str]:
    return re.compile(rf"[{_SPACES}]*+[@＠]({_NAME})")


@cache
def _latin() -> re.Pattern[str]:
    return re.compile(f"[{classes.LATIN_BMP}]")


@cache
def _cashtag() -> re.Pattern[str]:
    after = classes.AFTER_CASHTAG + classes.AFTER_CASHTAG_BMP
    return re.compile(_CASHTAG.format(spaces=_SPACES, after=after), re.DOTALL)


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
