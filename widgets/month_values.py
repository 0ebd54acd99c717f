"""What a month shows of each day."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QImage


@dataclass(frozen=True, slots=True)
class MonthLine:
    """A post in one line. `kind`: the colour, of the palette, of what it is for; `tone`: the one
    of its state where that is not simply Queued."""

    id: str
    time: str
    text: str
    kind: str = ""
    tone: str = ""
    picture: QImage | None = None
    over: bool = False
    movable: bool = False


@dataclass(frozen=True, slots=True)
class MonthDay:
    """`key` comes back with the signals. `lines`: the first posts of the day, in time.

    `free` is the time of the day's next free place, "" for none, and `free_key` what stands for it.
    `more[n]` says how many posts are not shown where n lines are. `note` names a closed day.
    """

    key: str
    head: str
    spoken: str
    lines: tuple[MonthLine, ...] = ()
    count: int = 0
    more: tuple[str, ...] = ()
    today: bool = False
    other: bool = False
    over: bool = False
    closed: bool = False
    note: str = ""
    free: str = ""
    free_key: str = ""
