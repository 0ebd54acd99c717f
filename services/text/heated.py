"""Whether a text reads as said in anger, in the six languages of the program.

An insult is anger by itself, and so is more than one angry face or a whole line in capitals. All
else only tells together with another sign: capitals, hard words, `!!!`. Where there is joy, thanks
or a sale, capitals, marks and hard words are not counted at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from services.text.heat_words import LANGUAGES
from services.text.places import Folded, Span, fold_places
from services.text.shouting import shouted
from services.text.word_rules import languages_in, rule

ENOUGH = 2


class Heat(StrEnum):
    CAPITALS = "capitals"
    INSULT = "insult"
    HARD_WORDS = "hard_words"
    MARKS = "marks"
    """Exclamation marks in a row, with question marks or without."""
    FACES = "faces"
    """Emoji that are angry."""


@dataclass(frozen=True, slots=True)
class Found:
    reason: Heat
    start: int
    """In code points."""
    end: int
    weight: int


_NOT_WORDS = re.compile(r"https?://\S+|www\.\S+|(?<!\w)[@＠#＃$]\w+")
_MARKS = re.compile(r"(?:\s?[!！‼⁉]){3,}|[!?！？؟‼⁉]{2,}")
_SHOUTS = "!！‼⁉"
_ASKS = "?？؟"
_FURIOUS = "🤬🖕"
_FACES = re.compile("[😡😠👿💢😤🤬🖕]")
_GLAD = re.compile(
    "[❤♥💕💖💗💛💚💙💜🧡🤎🖤🤍😍🥰😻🤩👏🙌👍✨🌸🌹💐😊☺🙏🫶🎉🎊🥳🎂🎁😀😄😁😆😂🤣😅🙂😉🥹]"
)


def heated(text: str) -> tuple[Found, ...]:
    """All signs of anger, in their order; none at all when together they are too few to say."""
    bare = _NOT_WORDS.sub(_blank, text)
    folded = fold_places(bare)
    languages = tuple(languages_in(bare, folded.text))
    insults, hard, merry = _words(folded, languages)
    found = [*insults, *_faces(bare)]
    if not merry and not _GLAD.search(bare):
        found += [*hard, *_capitals(bare), *_marks(bare)]
    if sum(one.weight for one in found) < ENOUGH:
        return ()
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _words(folded: Folded, languages: tuple[str, ...]) -> tuple[list[Found], list[Found], bool]:
    """Insults, hard words outside them, and whether there is joy or a sale."""
    left = _without(folded.text, languages, "INNOCENT")
    merry = any(_rule(language, "MERRY").search(left) for language in languages)
    insults = _matches(folded, left, languages, "INSULTS")
    rest = _without(left, languages, "INSULTS")
    hard = _matches(folded, rest, languages, "HARD")
    return (
        [Found(Heat.INSULT, start, end, ENOUGH) for start, end in insults],
        [Found(Heat.HARD_WORDS, start, end, 1) for start, end in hard],
        merry,
    )


def _without(text: str, languages: tuple[str, ...], words: str) -> str:
    """With blanks for what a list matches: all else stays in its place."""
    for language in languages:
        text = _rule(language, words).sub(_blank, text)
    return text


def _matches(folded: Folded, text: str, languages: tuple[str, ...], words: str) -> list[Span]:
    """Where a list matches, each stretch once though two languages know the word."""
    found = sorted(
        match.span()
        for language in languages
        for match in _rule(language, words).finditer(text)
        if match[0]
    )
    apart: list[Span] = []
    for start, end in found:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return [folded.span(start, end) for start, end in apart]


def _faces(text: str) -> list[Found]:
    return [
        Found(Heat.FACES, match.start(), match.end(), ENOUGH if match[0] in _FURIOUS else 1)
        for match in _FACES.finditer(text)
    ]


def _capitals(text: str) -> list[Found]:
    found = shouted(text)
    return [] if found is None else [Found(Heat.CAPITALS, found.start, found.end, found.weight)]


def _marks(text: str) -> list[Found]:
    """They weigh once however many there are."""
    loud = (match for match in _MARKS.finditer(text) if _is_loud(match[0]))
    return [
        Found(Heat.MARKS, match.start(), match.end(), int(place == 0))
        for place, match in enumerate(loud)
    ]


def _is_loud(marks: str) -> bool:
    """`!!!` is, and `?!`; not `??`. Not asked of the pattern, which would read each run anew."""
    shouts = sum(map(marks.count, _SHOUTS))
    return shouts > 2 or "‼‼" in marks or (shouts > 0 and any(map(marks.count, _ASKS)))


@cache
def _rule(language: str, words: str) -> re.Pattern[str]:
    return rule(language, getattr(LANGUAGES[language], words))
