"""Words as search compares them: without case, accents, vowel marks and ways of writing a letter.

Han, kana and Hangul have no gaps between words: a run of them is written as overlapping pairs and
as single signs, and a query of two signs or more asks for the pairs (architecture.md, Data). All
words are of signs that SQLite's `unicode61` knows; what is newer than its tables, and each emoji,
is written as its number.

Arabic writes "and", "with", "for", "like" and "the" as a part of the next word, Persian its plural
and "mī" with or without a gap: such a word is kept as it stands, and without them besides. That
can only find more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

MOST_ASKED = 24
"""Words of a query; a pasted novel is no query."""
_LONGEST_QUERY = 400

_LETTERS = {
    "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ە": "ه", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا",
    "\u200c": " ", "ـ": "", "ß": "ss",
}  # fmt: skip
"""Arabic and Persian forms of one letter; the non-joiner parts words, the lengthening is none."""

_VOICED = "\u3099\u309a"
"""Kana marks: か and が are two letters, not one with an accent."""

_VOICELESS = re.compile(f"[{_VOICED}]")
"""What is left of them where no letter took them up."""

# Han, kana and Hangul, after NFKD and NFC.
_PAIRED = (
    "\u1100-\u11ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
    "\uf900-\ufaff\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
_RUN = re.compile(f"[{_PAIRED}]+|[^ {_PAIRED}]+")
_ENDS = r"\n.!?\u3002\uff01\uff1f"
_PIECES = re.compile(rf"[^{_ENDS}]*[{_ENDS}]+|[^{_ENDS}]+")
"""Lines and sentences: no word goes on beyond their end."""
_IS_PAIRED = re.compile(f"[{_PAIRED}]")


_ARABIC = re.compile("[\u0621-\u06ff]{4,}")
_PARTED = re.compile("(?<=[\u0621-\u06ff])\u200c(?=[\u0621-\u06ff])")
"""The non-joiner inside a Persian word, which many write without it."""
_LEAST = 3
"""Letters of a word without what is attached to it: fewer would be found in half of all words."""
_LEAST_VERB = 4
_PLURALS = ("هایی", "های", "ها")


class _Signs(dict[int, str]):
    """What each sign becomes, worked out when it is first met: `translate` then runs in C."""

    def __missing__(self, code: int) -> str:
        made = self[code] = _sign(chr(code))
        return made


_SIGNS = _Signs()


def folded(text: str) -> str:
    """Letters, digits and gaps alone."""
    if text.isascii():
        return text.lower().translate(_SIGNS)
    # Letters of another style, as in mathematics, get their case only once they are plain.
    plain = unicodedata.normalize("NFKD", text.casefold()).casefold().translate(_SIGNS)
    return _VOICELESS.sub("", unicodedata.normalize("NFC", plain))


def index_words(*texts: str) -> str:
    """Each word of the texts once, as `post_words` keeps them."""
    words: dict[str, None] = {}
    for text in texts:
        words.update(_words_in(text))
    return " ".join(words)


@lru_cache(maxsize=128)
def _words_in(text: str) -> dict[str, None]:
    """Kept, since a save folds the parts again that it leaves as they were."""
    words: dict[str, None] = {}
    for piece in _PIECES.findall(text):
        words.update(_words_of(piece))
        joined = _PARTED.sub("", piece)
        if joined != piece:
            words.update(_words_of(joined))
    return words


def match_query(query: str) -> str:
    """The query as an FTS5 expression that asks for all its words; the last may be a beginning.

    Empty when there is no word in it. Nothing that FTS5 reads as its own syntax is left.
    """
    asked = match_words(query)
    terms = [f'"{word}"' for word in asked]
    if asked and not _IS_PAIRED.match(asked[-1]):
        terms[-1] += "*"
    return " ".join(terms)


def match_words(query: str) -> tuple[str, ...]:
    """The words that are asked for, as `index_words` writes them."""
    return tuple(_asked(query[:_LONGEST_QUERY]))[:MOST_ASKED]


@lru_cache(maxsize=1_024)
def _words_of(piece: str) -> dict[str, None]:
    """Kept, since a save a second folds again what has not changed but for a sentence."""
    words: dict[str, None] = {}
    for run in dict.fromkeys(_RUN.findall(folded(piece))):
        if _IS_PAIRED.match(run):
            words.update(dict.fromkeys(map("".join, pairwise(run))))
            words.update(dict.fromkeys(run))
        else:
            words[run] = None
            if _ARABIC.fullmatch(run):
                words.update(dict.fromkeys(_bare(run)))
    return words


def _bare(word: str) -> Iterator[str]:
    """An Arabic or Persian word without what may be attached to it, which is said as well."""
    for rest in _without_particles(word):
        if len(rest) >= _LEAST:
            yield rest
    for plural in _PLURALS:
        if word.endswith(plural) and len(word) - len(plural) >= _LEAST:
            yield from (word.removesuffix(plural), plural)
    for verb in ("نمی", "می"):
        if word.startswith(verb) and len(word) - len(verb) >= _LEAST_VERB:
            yield from (verb, word.removeprefix(verb))


def _without_particles(word: str) -> Iterator[str]:
    """Each step of و or ف, then ب, ک or ل, then ال; "for the" is لل."""
    steps = [word]
    if word[0] in "وف":
        steps.append(word[1:])
    for step in steps[:]:
        if step.startswith("لل"):
            steps += [f"ا{step[1:]}", step[1:]]
        elif step[:1] in tuple("بکل"):
            steps.append(step[1:])
    steps += [step[2:] for step in steps if step.startswith("ال")]
    return iter(steps[1:])


def _asked(query: str) -> Iterator[str]:
    for run in _RUN.findall(folded(query)):
        if _IS_PAIRED.match(run) and len(run) > 1:
            yield from map("".join, pairwise(run))
        else:
            yield run


def _sign(sign: str) -> str:
    known = _LETTERS.get(sign)
    if known is not None:
        return known
    kind = unicodedata.category(sign)
    if sign in _VOICED:
        return sign
    if kind[0] == "M" or kind == "Cf":
        return ""
    if kind == "Nd":
        return str(unicodedata.decimal(sign))
    if kind in ("So", "Cn", "Co"):
        return f" u{ord(sign):x} "
    if kind[0] not in "LN":
        return " "
    return sign if _is_old(sign) else f"u{ord(sign):x}"


def _is_old(sign: str) -> bool:
    """Known since Unicode 3.2, and so to any SQLite."""
    return bool(_IS_PAIRED.match(sign)) or unicodedata.ucd_3_2_0.category(sign) != "Cn"
