"""What was taken out of a text and what was put in, word by word.

Lines are compared first, then the sentences between those that are the same, then their words: a
long text costs little, since only what differs is looked at more closely.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import takewhile

_SIGNS = (
    "\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
"""Han and kana: each is a word of its own."""
_MARKS = "\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
_ENDS = ".!?\u3002\uff01\uff1f\u061f\u2026"
_POINTS = "!-/:-@\\[-`{-~\u3001\u3002\uff01\uff1f\u300c-\u300f\u30fb\u060c\u061b\u061f\u2026"
_LINES = re.compile(r"\n+|[^\n]+")
_SENTENCES = re.compile(rf"[^{_ENDS}]*[{_ENDS}]+\s*|[^{_ENDS}]+")
_WORDS = re.compile(rf"\n|[^\S\n]+|[{_SIGNS}][{_MARKS}]*|[{_POINTS}]|[^\s{_SIGNS}{_POINTS}]+")
_LEVELS = (_LINES, _SENTENCES, _WORDS)
_CLOSELY = 40_000
"""Pairs of words that are compared each with each: some ms at the worst."""

_AROUND = 200

Match = tuple[int, int, int]
"""Where it begins in the one and in the other, and how many units are the same."""


class Change(StrEnum):
    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    change: Change
    text: str


def compare(before: str, after: str) -> tuple[Piece, ...]:
    """All of both: without what was added it is `before`, without what was removed `after`."""
    return tuple(_gathered(_compare(before, after, 0)))


def in_short(pieces: Sequence[Piece], *, most: int) -> tuple[Piece, ...]:
    """Of very long texts what a window can show: the changes with what stands around them.

    Up to some `most` signs; "…" stands for what is left out.
    """
    found: list[Piece] = []
    left = most
    for piece in pieces:
        if left <= 0:
            found.append(Piece(Change.SAME, "…"))
            break
        kept = _AROUND if piece.change is Change.SAME else 5 * _AROUND
        text = piece.text
        if len(text) > 2 * kept:
            text = f"{text[:kept]} … {text[-kept:]}"
        found.append(Piece(piece.change, text))
        left -= len(text)
    return tuple(found)


def _compare(before: str, after: str, level: int) -> Iterator[Piece]:
    if not before or not after or level == len(_LEVELS):
        yield Piece(Change.REMOVED, before)
        yield Piece(Change.ADDED, after)
        return
    old, new = _LEVELS[level].findall(before), _LEVELS[level].findall(after)
    at = to = 0
    closely = level == len(_LEVELS) - 1
    for place, other, size in (*_matches(old, new, closely=closely), (len(old), len(new), 0)):
        yield from _compare("".join(old[at:place]), "".join(new[to:other]), level + 1)
        yield Piece(Change.SAME, "".join(old[place : place + size]))
        at, to = place + size, other + size


def _matches(old: Sequence[str], new: Sequence[str], *, closely: bool) -> Iterator[Match]:
    shorter = min(len(old), len(new))
    start = _alike(old, new, shorter)
    end = _alike(old[::-1], new[::-1], shorter - start)
    inner, other = old[start : len(old) - end], new[start : len(new) - end]
    small = closely and len(inner) * len(other) <= _CLOSELY
    found = _by_difflib(inner, other) if small else _by_what_is_there_once(inner, other)
    yield 0, 0, start
    for place, there, size in found:
        yield start + place, start + there, size
    yield len(old) - end, len(new) - end, end


def _alike(old: Sequence[str], new: Sequence[str], most: int) -> int:
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))
    return min(sum(1 for _pair in pairs), most)


def _by_difflib(old: Sequence[str], new: Sequence[str]) -> Iterator[Match]:
    yield from SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()


def _by_what_is_there_once(old: Sequence[str], new: Sequence[str]) -> Iterator[Match]:
    """What both have exactly once, in the longest row that stands in the same order in both."""
    counts = Counter(new)
    places = {unit: place for place, unit in enumerate(new) if counts[unit] == 1}
    mine = Counter(old)
    pairs = [(n, places[unit]) for n, unit in enumerate(old) if mine[unit] == 1 and unit in places]
    ends: list[int] = []
    chains: list[tuple[tuple[int, int], int]] = []
    last_of: list[int] = []
    for pair in pairs:
        length = bisect_left(ends, pair[1])
        chains.append((pair, last_of[length - 1] if length else -1))
        ends[length : length + 1] = [pair[1]]
        last_of[length : length + 1] = [len(chains) - 1]
    row: list[tuple[int, int]] = []
    link = last_of[-1] if last_of else -1
    while link >= 0:
        pair, link = chains[link]
        row.append(pair)
    for place, other in reversed(row):
        yield place, other, 1


def _gathered(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Neighbours as one, what was removed first; a gap between two changed words is changed, too:
    a sentence written anew is read in one piece and not in a rain of words.
    """
    removed = added = gap = same = ""
    for piece in pieces:
        if piece.change is Change.SAME:
            if (removed or added) and not gap and piece.text.isspace() and "\n" not in piece.text:
                gap = piece.text
            elif piece.text:
                yield from _changed(removed, added)
                same += gap + piece.text
                removed = added = gap = ""
        elif piece.text:
            if same:
                yield Piece(Change.SAME, same)
                same = ""
            removed, added, gap = removed + gap, added + gap, ""
            if piece.change is Change.REMOVED:
                removed += piece.text
            else:
                added += piece.text
    yield from _changed(removed, added)
    if same + gap:
        yield Piece(Change.SAME, same + gap)


def _changed(removed: str, added: str) -> Iterator[Piece]:
    if removed:
        yield Piece(Change.REMOVED, removed)
    if added:
        yield Piece(Change.ADDED, added)
