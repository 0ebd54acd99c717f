"""What the posts around now are for: Sell, Help, People, Ask.

Counted are twenty: those sent last and those that go next, half and half, or more of one where
there are few of the other. So a queue that only sells is seen before it goes out, a long queue does
not hide what readers have just read, and no draft counts before the owner means to send it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from services.publishing.post_options import PostKind

COUNTED = 20
FEWEST = 6
"""Of fewer posts nothing is said: a new shop begins with what it sells."""
KINDS = (PostKind.SELL, PostKind.HELP, PostKind.PEOPLE, PostKind.ASK)
MOST_PRAISE = 2

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Mix:
    sell: int = 0
    help: int = 0
    people: int = 0
    ask: int = 0

    @property
    def total(self) -> int:
        return self.sell + self.help + self.people + self.ask

    @property
    def mostly_sells(self) -> bool:
        return self.total >= FEWEST and 2 * self.sell > self.total

    @property
    def shortest(self) -> PostKind:
        """The kind there is least of, but selling: what the next post could be."""
        return min(KINDS[1:], key=self.count)

    def count(self, kind: PostKind) -> int:
        return {
            PostKind.SELL: self.sell,
            PostKind.HELP: self.help,
            PostKind.PEOPLE: self.people,
            PostKind.ASK: self.ask,
        }.get(kind, 0)


def mix_of(kinds: Iterable[PostKind]) -> Mix:
    counts = Counter(kinds)
    return Mix(*(counts[kind] for kind in KINDS))


def around_now(sent: list[_T], waiting: list[_T]) -> list[_T]:
    """`sent` newest first, `waiting` next first; each at least twenty where there are so many."""
    ahead = waiting[: max(COUNTED // 2, COUNTED - len(sent))]
    return [*ahead, *sent[: COUNTED - len(ahead)]]
