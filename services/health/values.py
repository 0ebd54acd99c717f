"""What a check of this computer found: facts, and how serious they are. No sentences."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from services.clock import DAY
from services.errors import KeychainProblem, StorageProblem

CLOCK_NOTE, CLOCK_TROUBLE = 30, 300
"""Seconds apart from X's clock. Past the second one X may take no sign-in, and times are wrong."""
LITTLE_SPACE, NO_SPACE = 500 * 1024**2, 50 * 1024**2
"""Bytes free on the disk of the data folder."""
_COPY_DAYS = 3


class State(StrEnum):
    GOOD = "good"
    NOTE = "note"
    """Goes on, or may soon be trouble."""
    TROUBLE = "trouble"
    """Something does not work until the owner does something."""
    UNKNOWN = "unknown"
    """Nothing has shown it yet."""


@dataclass(frozen=True, slots=True)
class KeyringHealth:
    """`name`: the store's own, "" where there is none. `problem`: None when it keeps secrets.

    `done_without`: whoever is signed in is so until Shoplark ends, and needs no store until then.
    """

    name: str
    problem: KeychainProblem | None = None
    done_without: bool = False

    @property
    def state(self) -> State:
        if self.problem is None:
            return State.GOOD
        return State.NOTE if self.done_without else State.TROUBLE


@dataclass(frozen=True, slots=True)
class ClockHealth:
    """`ahead`: so many seconds this computer's clock is before X's, less than 0 behind it; None
    where X has not said. `told_at`: when it said so. `impossible`: before Shoplark was made.
    """

    now: int
    ahead: int | None = None
    told_at: int | None = None
    impossible: bool = False

    @property
    def state(self) -> State:
        if self.impossible:
            return State.TROUBLE
        if self.ahead is None:
            return State.UNKNOWN
        if abs(self.ahead) > CLOCK_TROUBLE:
            return State.TROUBLE
        return State.NOTE if abs(self.ahead) > CLOCK_NOTE else State.GOOD


@dataclass(frozen=True, slots=True)
class DiskHealth:
    """Bytes: `free` on the disk, None where it does not say; `used` by Shoplark's own data.

    `problem`: why nothing can be written to the data folder.
    """

    free: int | None
    used: int
    problem: StorageProblem | None = None

    @property
    def state(self) -> State:
        if self.problem is not None or (self.free is not None and self.free < NO_SPACE):
            return State.TROUBLE
        if self.free is None:
            return State.UNKNOWN
        return State.NOTE if self.free < LITTLE_SPACE else State.GOOD


@dataclass(frozen=True, slots=True)
class DatabaseHealth:
    """`size` in bytes; `step`: its last migration; `copied_day`: the UTC day of the newest daily
    copy, in seconds. `whole`: None until it is looked through anew; at each start it was.
    """

    now: int
    size: int
    step: int
    copied_day: int | None = None
    whole: bool | None = None
    problem: StorageProblem | None = None

    @property
    def is_old(self) -> bool:
        return self.copied_day is not None and self.now - self.copied_day > _COPY_DAYS * DAY

    @property
    def state(self) -> State:
        if self.problem is not None or self.whole is False:
            return State.TROUBLE
        return State.NOTE if self.is_old else State.GOOD


@dataclass(frozen=True, slots=True)
class SenderHealth:
    """`other_computer`: the folder is sent from another one. `busy`: another process sends now."""

    other_computer: bool = False
    busy: bool = False

    @property
    def state(self) -> State:
        if self.other_computer:
            return State.TROUBLE
        return State.NOTE if self.busy else State.GOOD


@dataclass(frozen=True, slots=True)
class Version:
    """`number` is "" where it cannot be told."""

    name: str
    number: str
