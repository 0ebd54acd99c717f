"""Free slots handed out one after the other, to posts that come in time: each only once."""

from __future__ import annotations

from collections.abc import Iterator

from services.publishing.post_options import PostKind
from services.publishing.slots import SlotTime, choose


class SlotSupply:
    """By the rule of Slots.next_free, but the slots are read once for many posts."""

    def __init__(self, free: Iterator[SlotTime]) -> None:
        """`free`: in time."""
        self._free = free
        self._read: list[SlotTime] = []

    def is_empty(self, after: int) -> bool:
        """No slot is left that is later."""
        self._forget(after)
        return self._next(0, after) is None

    def take(self, after: int, kind: PostKind) -> SlotTime | None:
        """The first one later than `after`; never an earlier `after` than before."""
        self._forget(after)
        slot = choose(self._later(after), kind, after=after)
        if slot is not None:
            self._read.remove(slot)
        return slot

    def _later(self, after: int) -> Iterator[SlotTime]:
        place = 0
        while (slot := self._next(place, after)) is not None:
            yield slot
            place += 1

    def _forget(self, until: int) -> None:
        while self._read and self._read[0].due_at <= until:
            del self._read[0]

    def _next(self, place: int, after: int) -> SlotTime | None:
        while len(self._read) <= place:
            slot = next(self._free, None)
            if slot is None:
                return None
            if slot.due_at > after:
                self._read.append(slot)
        return self._read[place]
