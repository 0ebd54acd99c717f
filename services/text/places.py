"""A text in its folded form that still knows where each of its signs stood.

Folded: lower case, no accents on letters, Arabic and Persian letters in one form, width and
presentation forms undone. What is dropped (joiners, vowel marks, selectors) has no place.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

Span = tuple[int, int]
"""`text[start:end]` in code points."""

_ARABIC_FORMS = str.maketrans("أإآٱىيئکكةۀؤ", "اااایییککههو")
_TAKEN_OUT = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0f]"
)
_KANA = re.compile("[\u3040-\u30ff]")


@dataclass(frozen=True, slots=True)
class Folded:
    text: str
    places: tuple[Span, ...] | None
    """Of each sign of `text`, with the marks on it; None where each stands where it stood."""

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of `text`, at least one sign, stands in what it was folded from."""
        if self.places is None:
            return start, end
        return self.places[start][0], self.places[end - 1][1]


def fold_places(text: str) -> Folded:
    if text.isascii():
        return Folded(text.lower(), None)
    signs: list[str] = []
    places: list[Span] = []
    for place, sign in enumerate(text):
        folded = _folded(sign)
        if not folded and places and unicodedata.combining(sign):
            places[-1] = (places[-1][0], place + 1)
        for one in folded:
            signs.append(one)
            places.append((place, place + 1))
    return Folded("".join(signs), tuple(places))


def fold_entry(entry: str) -> str:
    """As a text, but leaves the signs of a regular expression as they are."""
    return _TAKEN_OUT.sub("", entry).translate(_ARABIC_FORMS)


@lru_cache(maxsize=4096)
def _folded(sign: str) -> str:
    if sign.isascii():
        return sign.lower()
    if sign == "’":
        return "'"
    if _TAKEN_OUT.match(sign):
        return ""
    whole = unicodedata.normalize("NFKC", sign.translate(_ARABIC_FORMS))
    if _KANA.search(whole):
        # Accents of kana tell letters apart; they are no ornament.
        return whole.casefold()
    parts = unicodedata.normalize("NFKD", whole).translate(_ARABIC_FORMS)
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return unicodedata.normalize("NFC", bare).casefold()
