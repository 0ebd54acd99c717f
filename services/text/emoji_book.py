"""Every emoji of the picker, its name, and the search for one in six languages.

The words come from Unicode's CLDR (resources/generate/emoji_names.py). Loaded when the picker first
opens.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from services.text.fold import folded

LANGUAGES = ("en", "es", "ar", "fa", "ja", "zh")
TONE = "~"
"""Stands in the table where a skin tone goes."""
TONES = ("", "\U0001f3fb", "\U0001f3fc", "\U0001f3fd", "\U0001f3fe", "\U0001f3ff")
"""None, and from light to dark."""
GROUPS = 9

_KANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
"""Katakana as hiragana: a name is found in either."""
_FILE = Path(__file__).resolve().parents[2] / "resources" / "text" / "emoji.tsv"
_LEAST_INSIDE = 3
"""Letters of a query that are looked for within words too; of Han and kana one is enough."""


@dataclass(frozen=True, slots=True)
class Emoji:
    sign: str
    group: int
    """0 to 8, as Unicode orders them: faces, people, nature, food, places, play, things, signs,
    flags."""
    names: tuple[str, ...]
    """In the order of LANGUAGES."""
    toned: str = ""
    """With TONE where a skin tone goes; empty if it has none."""

    def in_tone(self, tone: str) -> str:
        return self.toned.replace(TONE, tone) if tone and self.toned else self.sign

    def name(self, language: str) -> str:
        at = LANGUAGES.index(language) if language in LANGUAGES else 0
        return self.names[at]


class EmojiBook:
    def __init__(self, text: str) -> None:
        """`text`: the table."""
        count = len(LANGUAGES)
        rows = [line.split("\t") for line in text.splitlines()]
        self.all = tuple(
            Emoji(row[0], int(row[2]), tuple(row[3 : 3 + count]), row[1]) for row in rows
        )
        self._words = [[row[3 + count + n] for row in rows] for n in range(count)]

    @cached_property
    def by_sign(self) -> dict[str, Emoji]:
        """Toned ones too."""
        found = {one.in_tone(tone): one for one in self.all if one.toned for tone in TONES}
        return found | {one.sign: one for one in self.all}

    def find(self, query: str) -> list[Emoji]:
        """Those that all words of the query speak of, in whatever language.

        First where a word of the name is the very word asked for, then where one begins with it,
        then by the keywords.
        """
        words = folded(query).translate(_KANA).split()
        if not words:
            return []
        best: dict[int, int] = {}
        for index in self._indexes:
            found = index.find(words)
            for number, rank in found.items():
                if rank < best.get(number, 9):
                    best[number] = rank
        return [self.all[number] for number in sorted(best, key=lambda at: (best[at], at))]

    @cached_property
    def _indexes(self) -> list[_Index]:
        return [_Index(words) for words in self._words]


class _Index:
    """The words of all emoji in one language, in one text: a search of it runs in C."""

    def __init__(self, rows: Sequence[str]) -> None:
        lines = [f" {row.replace(';', ' ; ')} \n" for row in rows]
        self._text = "".join(lines).translate(_KANA)
        self._starts = [0, *accumulate(map(len, lines))]

    def find(self, words: Sequence[str]) -> dict[int, int]:
        """The rank of each emoji that has all the words: the worst of its words' ranks."""
        found = self._ranks(words[0])
        for word in words[1:]:
            more = self._ranks(word)
            found = {at: max(rank, more[at]) for at, rank in found.items() if at in more}
        return found

    def _ranks(self, word: str) -> dict[int, int]:
        ranks: dict[int, int] = {}
        self._look(f" {word} ", ranks, in_name=0, in_keyword=1)
        self._look(f" {word}", ranks, in_name=2, in_keyword=3)
        if len(word) >= _LEAST_INSIDE or not word.isascii():
            self._look(word, ranks, in_name=4, in_keyword=4)
        return ranks

    def _look(self, needle: str, ranks: dict[int, int], *, in_name: int, in_keyword: int) -> None:
        text, starts = self._text, self._starts
        at = text.find(needle)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            is_name = text.find(";", starts[number], at) < 0
            rank = in_name if is_name else in_keyword
            if rank < ranks.get(number, 9):
                ranks[number] = rank
            at = text.find(needle, starts[number + 1] - 1)


def load_book() -> EmojiBook:
    return EmojiBook(_FILE.read_text("utf-8"))
