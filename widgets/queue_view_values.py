"""What a long list of posts is made of: light entries, and how one looks once it is seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from PySide6.QtGui import QIcon, QImage

from widgets.post_card import StateTone


class EntryKind(Enum):
    HEAD = "head"
    """A day, or another group."""
    POST = "post"
    FREE = "free"
    """A free time, dotted."""
    FOOT = "foot"
    """Room under the last row."""


class Entry(NamedTuple):
    """`key` comes back in signals. `movable`: it can be dragged; `fixed`: nor chosen."""

    kind: EntryKind
    key: str = ""
    movable: bool = False
    fixed: bool = False


FOOT = Entry(EntryKind.FOOT)
STOPS = (EntryKind.POST, EntryKind.FREE)
"""Where the keyboard stops."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A small sign with a word, at the row's end: "3 parts"."""

    text: str
    icon: QIcon = field(default_factory=QIcon, compare=False)


@dataclass(frozen=True, slots=True)
class LineValue:
    """A post as a row; of a head, its name in `words`.

    `picture` names its first one, "" for none; `pictured` keeps its place.

    `dot` is the tone of its kind, "" for none. `over`: it went out, and is drawn quietly.
    """

    time: str
    words: str = ""
    spoken: str = ""
    state: str = ""
    tone: StateTone = StateTone.QUIET
    icon: QIcon = field(default_factory=QIcon, compare=False)
    marks: tuple[Mark, ...] = ()
    picture: str = ""
    pictured: bool = False
    dot: str = ""
    over: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row was put: between two posts ("" at an end), or on a free time."""

    above: str = ""
    below: str = ""
    free: str = ""


Look = Callable[[Entry], LineValue]
Picture = Callable[[str], QImage | None]
"""The small picture of that name, or None while it is not at hand."""
