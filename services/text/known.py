"""The tables, made ready at first need: a program that opens on an empty post loads none of them.

Tests put older data in the place of these functions, so they are called through the module.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"


@cache
def endings() -> frozenset[str]:
    """Top-level domains in ASCII, lower case."""
    from services.text.tables.endings import PLAIN

    return frozenset(PLAIN.split(" "))


@cache
def other_endings() -> Mapping[str, tuple[str, ...]]:
    """The rest, as `upper` gives them, by their first sign, in the order they are tried."""
    from services.text.tables.endings import OTHERS

    return by_first_sign(OTHERS.split(" "))


def by_first_sign(names: list[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name in map(upper, names):
        found[name[0]] = (*found.get(name[0], ()), name)
    return found


def upper(text: str) -> str:
    """As JavaScript folds: sign by sign, and nothing becomes an ASCII letter that was none."""
    if text.isascii():
        return text.upper()
    return "".join(map(_upper, text))


def _upper(sign: str) -> str:
    great = sign.upper()
    return great if len(great) == 1 and great.isascii() == sign.isascii() else sign


@cache
def emoji() -> frozenset[str]:
    """Every emoji of more than one code point."""
    from services.text.tables.emoji import SEQUENCES

    found = {f"{key}{sign}\u20e3" for key in "0123456789#*" for sign in ("", "\ufe0f")}
    for line in SEQUENCES.replace("+", "\u200d").replace("!", "\ufe0f").split(" "):
        if "*" in line:
            found.update(_toned(line))
        else:
            found.add(line)
    return frozenset(found)


@cache
def lengths(signs: frozenset[str]) -> Mapping[str, tuple[int, ...]]:
    """How long those of the `signs` are that begin with three code points, the longest first."""
    found: dict[str, set[int]] = {}
    for sign in signs:
        if len(sign) > 2:
            found.setdefault(sign[:3], set()).add(len(sign))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in found.items()}


def _toned(line: str) -> Iterator[str]:
    """A line of the table with each skin tone in each place (see its docstring)."""
    differing, line = line.startswith("~"), line.removeprefix("~")
    for first in _TONES:
        begun = line.replace("*", first, 1)
        if "*" not in begun:
            yield begun
            continue
        for second in _TONES:
            if second != first or not differing:
                yield begun.replace("*", second)
