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
_EAST_ASIA = "\u2e80"
_IN_COLOURS = "\ufe0f"
_ROUGHLY = 5
"""Signs by which names may differ and still be about as long."""
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

    def find(self, query: str, *, usual: Sequence[str] = ()) -> list[Emoji]:
        """Those that all words of the query speak of, in whatever language.

        First where a word of the name is the very word asked for, then where one begins with it,
        then by the keywords. Of those that are alike in that the `usual` signs come first, and the
        shorter the name the sooner. A query that is an emoji finds itself.
        """
        same = self._bare.get(_bare(query))
        if same is not None:
            return [same]
        words = folded(query).translate(_KANA).split()
        if not words:
            return []
        best: dict[int, tuple[int, int]] = {}
        for index in self._indexes:
            for number, rank in index.find(words).items():
                found = (rank, index.spare(number, words))
                best[number] = min(found, best.get(number, found))
        order = {sign: place for place, sign in enumerate(usual)}

        def before(at: int) -> tuple[int, int, int, int]:
            (rank, spare), place = best[at], order.get(self.all[at].sign, len(order))
            return (rank, 0, spare, place) if place < len(order) else (rank, 1, 0, at)

        return [self.all[number] for number in sorted(best, key=before)]

    @cached_property
    def _bare(self) -> dict[str, Emoji]:
        return {_bare(sign): one for sign, one in self.by_sign.items()}

    @cached_property
    def _indexes(self) -> list[_Index]:
        return [_Index(words) for words in self._words]


def _bare(sign: str) -> str:
    """However it was copied: with the mark that asks for colours or without, and spaces."""
    return sign.strip().replace(_IN_COLOURS, "")


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

    def spare(self, number: int, words: Sequence[str]) -> int:
        """About how much more its name says than the words that were asked for."""
        start = self._starts[number]
        name = self._text[start : self._text.find(";", start, self._starts[number + 1])].strip()
        more = max(len(name) - len(" ".join(words)), 0)
        return -(-more // _ROUGHLY)

    def _ranks(self, word: str) -> dict[int, int]:
        ranks: dict[int, int] = {}
        self._look(f" {word} ", ranks, in_name=0, in_keyword=1)
        self._look(f" {word}", ranks, in_name=2, in_keyword=3)
        if len(word) >= _LEAST_INSIDE or not word.isascii():
            inside: dict[int, int] = {}
            self._look(word, inside, in_name=0, in_keyword=4)
            for number, rank in inside.items():
                known = ranks.get(number, 4)
                # Words of Han and kana are not parted: a keyword tells what a name is made of.
                whole = word >= _EAST_ASIA and rank == 0 and known == 1
                ranks[number] = 0 if whole else min(known, 4)
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
