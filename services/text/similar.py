"""Posts whose words are nearly the same.

Compared is what a post says: words alone, folded, without links, handles, hashtags, emoji and
punctuation. So two posts that share no more than a link or their tags are not similar, and one that
differs in case, spaces or emoji is. What is left of very short posts ("Good morning") is too little
to say; of very long ones the beginning is compared.

The share asked for is 0.8. In short posts that much is in common though the hours, the day or the
goods are others: up to LONG letters, the same numbers, days and words are asked for beside
(services/text/telling_apart.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from time import sleep
from typing import NamedTuple

from services.text.fold import folded
from services.text.telling_apart import told_apart

SIMILAR = 0.8
"""Share of signs two posts have in common, in their order (rapidfuzz's `ratio`)."""

_FEWEST = 12
"""Letters; a sign of Han, kana or Hangul says as much as two."""
_MOST = 1_000
AT_ONCE = 100
"""Texts looked at before other threads get their turn: Python would let them wait far longer."""

# Begins with signs that are seldom met, so that it passes quickly over letters.
_NOT_WORDS = re.compile(
    r"[:@＠#＃$\u2190-\u2bff\U0001f000-\U0001faff]"
    r"(?:(?<=:)//\S+|(?<=[@＠#＃$])(?<!\w.)\w+|(?<=[^:@＠#＃$]))"
)
_WIDE = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


class Alike(NamedTuple):
    place: int
    """In the texts handed in."""
    ratio: float
    """0 to 1."""


class Essences:
    """What texts say, remembered by their words from one comparison to the next."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def of(self, texts: Iterable[str]) -> list[str]:
        """What is not asked for any more is forgotten."""
        before, wanted = self._known, list(texts)
        known: dict[str, str] = {}
        for place, text in enumerate(wanted):
            if place % AT_ONCE == 0:
                sleep(0)
            said = before.get(text)
            known[text] = essence(text) if said is None else said
        self._known = known
        return [known[text] for text in wanted]


def essence(text: str) -> str:
    """Empty where too little is said to compare."""
    bare = text[: 2 * _MOST].replace("https://", "://").replace("http://", "://")
    said = " ".join(folded(_NOT_WORDS.sub(" ", bare)).split())[:_MOST]
    letters = len(said) - said.count(" ")
    enough = letters >= _FEWEST or letters + len(_WIDE.findall(said)) >= _FEWEST
    return said if enough else ""


def similar(text: str, others: Sequence[str]) -> Alike | None:
    """The one of `others` that is most like `text`, if any is nearly the same; else the first."""
    return most_alike(essence(text), [essence(other) for other in others])


def most_alike(said: str, others: Sequence[str]) -> Alike | None:
    """As `similar`, of essences."""
    if not said:
        return None
    from rapidfuzz import fuzz, process

    best: Alike | None = None
    least = SIMILAR * 100
    left = iter(enumerate(others))
    while some := dict(islice(left, AT_ONCE)):
        sleep(0)
        found = process.extract(said, some, scorer=fuzz.ratio, score_cutoff=least, limit=None)
        for other, score, place in found:
            if (best is None or score / 100 > best.ratio) and not told_apart(said, other):
                best = Alike(place, score / 100)
                least = score
                break
    return best
