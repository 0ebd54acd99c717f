"""Fill-ins: `{product}` stands for what is not known yet when a text is written.

A name is any words between two braces, on one line and at most 40 signs; case does not count.
`{{` is a brace that stays, and so is the `}}` that closes it. Any other brace is broken: it is
told with its place, and filling leaves it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

LONGEST_NAME = 40
_BRACE = re.compile("[{}]")
_NO_NAME = re.compile(r"[!-&(-,./:-@\[-^`|~]")
"""ASCII signs but for letters, digits, the hyphen, the apostrophe and the low line."""

PRODUCT = "product"
PRICE = "price"
LINK = "link"
NAME = "name"
"""What the program can fill by itself."""


class Fault(StrEnum):
    UNCLOSED = "unclosed"
    """`{a`: nothing closes it."""
    EMPTY = "empty"
    """`{}`"""
    STRAY = "stray"
    """`}`: nothing opened it."""


@dataclass(frozen=True, slots=True)
class FillIn:
    """`start` and `end` in code points, both braces within; `name` folded for comparing."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Broken:
    fault: Fault
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Brace:
    """A doubled brace: it stands for one."""

    sign: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FillIns:
    fill_ins: tuple[FillIn, ...]
    broken: tuple[Broken, ...]
    braces: tuple[Brace, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Each once, as they come."""
        return tuple(dict.fromkeys(one.name for one in self.fill_ins))


def read(text: str) -> FillIns:
    """All braces of any text at all."""
    found: list[FillIn | Broken | Brace] = []
    place, kept_open = _next(text, 0), 0
    while place >= 0:
        if text.startswith("{{", place):
            kept_open += 1
            one: FillIn | Broken | Brace = Brace("{", place, place + 2)
        elif text[place] == "{":
            one = _opened(text, place)
        elif kept_open and text.startswith("}}", place):
            kept_open -= 1
            one = Brace("}", place, place + 2)
        else:
            one = Broken(Fault.STRAY, place, place + 1)
        found.append(one)
        place = _next(text, one.end)
    return FillIns(
        tuple(one for one in found if isinstance(one, FillIn)),
        tuple(one for one in found if isinstance(one, Broken)),
        tuple(one for one in found if isinstance(one, Brace)),
    )


def fill(text: str, values: Mapping[str, str]) -> str:
    """`values` by folded name; a fill-in without a value stays, and so does what is broken."""
    every = read(text)
    changes = [(one.start, one.end, values.get(one.name)) for one in every.fill_ins]
    changes += [(one.start, one.end, one.sign) for one in every.braces]
    pieces, done = [], 0
    for start, end, value in sorted(changes, key=lambda change: change[0]):
        pieces += [text[done:start], text[start:end] if value is None else value]
        done = end
    return "".join([*pieces, text[done:]])


def unresolved(text: str) -> tuple[str, ...]:
    """The fill-ins of a post that still wait for their words, as written, each once.

    A face such as {^_^} is none, nor is anything without a letter.
    """
    return tuple(dict.fromkeys(text[one.start : one.end] for one in waiting(text)))


def waiting(text: str) -> tuple[FillIn, ...]:
    """All of them, as they come."""
    if "{" not in text:
        return ()
    return tuple(one for one in read(text).fill_ins if _is_name(one.name))


def _is_name(name: str) -> bool:
    return any(sign.isalpha() for sign in name) and _NO_NAME.search(name) is None


def _next(text: str, start: int) -> int:
    """Where the next brace stands, from `start` on; -1 for none."""
    found = _BRACE.search(text, start)
    return -1 if found is None else found.start()


def _opened(text: str, start: int) -> FillIn | Broken:
    inner = text[start + 1 : start + LONGEST_NAME + 2]
    stop = next((n for n, sign in enumerate(inner) if sign in "{}\n"), -1)
    if stop < 0 or inner[stop] != "}":
        return Broken(Fault.UNCLOSED, start, start + 1)
    name = " ".join(inner[:stop].casefold().split())
    end = start + stop + 2
    return FillIn(name, start, end) if name else Broken(Fault.EMPTY, start, end)
