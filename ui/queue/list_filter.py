"""What of the queue the list shows: pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from services.publishing.post_options import PostKind
from services.publishing.queue_rows import QueueRow
from services.publishing.states import State

KindOf = Callable[[QueueRow], PostKind]


class Shown(Enum):
    ALL = "all"
    NEEDS_YOU = "needs_you"
    WAITS = "waits"
    CHECKING = "checking"
    SENT = "sent"
    """What went out lately, in place of what is to come."""


class Trait(Enum):
    PICTURES = "pictures"
    THREAD = "thread"
    POLL = "poll"
    LINK = "link"

    def of(self, row: QueueRow) -> bool:
        match self:
            case Trait.PICTURES:
                return row.pictures > 0
            case Trait.THREAD:
                return row.parts > 1
            case Trait.POLL:
                return row.has_poll
            case Trait.LINK:
                return row.has_link


@dataclass(frozen=True, slots=True)
class ListFilter:
    """Everything asked for must fit; of several kinds, one. "" of an id: any."""

    words: str = ""
    shown: Shown = Shown.ALL
    kinds: frozenset[PostKind] = frozenset()
    traits: frozenset[Trait] = frozenset()
    campaign_id: str = ""
    import_id: str = ""

    @property
    def narrows(self) -> bool:
        return self != ListFilter()

    @property
    def further(self) -> int:
        """How many are set behind the Filter button."""
        return len(self.kinds) + len(self.traits) + bool(self.campaign_id) + bool(self.import_id)


def fitting(
    rows: Iterable[QueueRow],
    asked: ListFilter,
    *,
    found: frozenset[str],
    kept_waiting: frozenset[str],
    kind_of: KindOf,
) -> tuple[QueueRow, ...]:
    """`found`: the posts with the words asked for. `kind_of` is asked last: it reads the words."""
    return tuple(
        row
        for row in rows
        if (not asked.words or row.id in found)
        and _in_state(row, asked.shown, kept_waiting)
        and all(trait.of(row) for trait in asked.traits)
        and asked.campaign_id in ("", row.campaign_id)
        and asked.import_id in ("", row.import_id)
        and (not asked.kinds or kind_of(row) in asked.kinds)
    )


def counts_of(rows: Iterable[QueueRow], kept_waiting: frozenset[str]) -> dict[Shown, int]:
    rows = tuple(rows)
    states = Counter([row.state for row in rows])
    waits = [
        row.id in kept_waiting or row.next_try_at is not None
        for row in rows
        if row.state is State.QUEUED
    ]
    return {
        Shown.ALL: len(rows),
        Shown.NEEDS_YOU: states[State.NEEDS_YOU],
        Shown.WAITS: sum(waits),
        Shown.CHECKING: states[State.CHECKING],
    }


def _in_state(row: QueueRow, shown: Shown, kept_waiting: frozenset[str]) -> bool:
    if shown is Shown.NEEDS_YOU:
        return row.state is State.NEEDS_YOU
    if shown is Shown.CHECKING:
        return row.state is State.CHECKING
    if shown is Shown.WAITS:
        held = row.id in kept_waiting or row.next_try_at is not None
        return row.state is State.QUEUED and held
    return True
