"""Hashtags and mentions, found from their sign: what X links, in every script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_SIGN = re.compile("[#＃]")
# Signs inside a tag that are neither letters nor digits: joiners of Persian and Indic writing,
# Hebrew and Tibetan marks, the Japanese middle dot (twitter-text, hashtagSpecialChars).
_SPECIAL = frozenset("_\u200c\u200d\ua67e\u05be\u05f3\u05f4～〜゛゜゠・〃་༌·")
_MENTION = re.compile(
    "(?<![A-Za-z0-9_!#$%&*@＠])[@＠][A-Za-z0-9_]{1,20}"
    "(?![@＠\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]|://)"
)


def find_hashtags(text: str) -> Iterator[tuple[int, int]]:
    """Start (at the sign) and end of each tag that has a letter, in code points."""
    at = 0
    while match := _SIGN.search(text, at):
        start = match.start()
        at = end = _end_of_tag(text, start + 1)
        if end > start + 1 and _may_stand(text, start, end):
            yield start, end


def find_mentions(text: str) -> Iterator[tuple[int, int]]:
    """Start (at the sign) and end of each @name, in code points."""
    if "@" in text or "＠" in text:
        for match in _MENTION.finditer(text):
            yield match.span()


def _end_of_tag(text: str, at: int) -> int:
    # Keycap `#️⃣`: the sign belongs to an emoji.
    if text[at : at + 1] in ("\ufe0f", "\u20e3"):
        return at
    while at < len(text) and _in_tag(text[at]):
        at += 1
    return at


def _in_tag(sign: str) -> bool:
    return sign.isalnum() or sign in _SPECIAL or unicodedata.category(sign)[0] == "M"


def _may_stand(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start] if start else ""
    if before == "&" or (before and before not in "\ufe0e\ufe0f" and _in_tag(before)):
        return False
    if text[end : end + 1] in ("#", "＃") or text.startswith("://", end):
        return False
    return any(sign.isalpha() or sign in _SPECIAL - {"_"} for sign in text[start + 1 : end])
