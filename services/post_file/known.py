"""What a row of a file is looked at with: what is known of the shop, and what the owner wishes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path

from services.post_file.values import Said
from services.publishing.slots import SlotTime
from services.text.measure import STANDARD
from services.text.weight import Config


def _open(_day: date) -> None:
    """The shop of a test: never closed."""


@dataclass(frozen=True, slots=True)
class Known:
    """`said`: texts that wait or went out lately. `folder`: where pictures are looked for.

    `free`: the free slots to come, in time, each given once. `closed`: the name of what closes the
    shop on a day, "" where it has none; None while it is open.
    """

    now: int
    zone: str
    config: Config = STANDARD
    said: Mapping[str, Said] = field(default_factory=dict)
    folder: Path = Path()
    free: Iterable[SlotTime] = ()
    closed: Callable[[date], str | None] = _open
    is_file: Callable[[Path], bool] = Path.is_file


class OnClosed(Enum):
    """What becomes of a row whose day is a closed one."""

    LEFT_OUT = "left_out"
    TO_SLOTS = "to_slots"
    POSTED = "posted"


@dataclass(frozen=True, slots=True)
class Wishes:
    """`only_slots`: the file's times are left aside. `past_to_slots`: those that are over are."""

    only_slots: bool = False
    past_to_slots: bool = False
    closed: OnClosed = OnClosed.LEFT_OUT
