"""What X would charge: by resource, each once per UTC day (x_platform.md §1.1).

Micro-dollars. A call that is refused costs nothing. The program keeps its own book; this one is
there to be compared with it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from services.clock import utc_day


class Priced(StrEnum):
    POST_READ = "post_read"
    OWNED_READ = "owned_read"
    USER_READ = "user_read"
    CREATE = "create"
    CREATE_WITH_LINK = "create_with_link"
    ANSWER = "answer"
    DELETE = "delete"
    MEDIA_METADATA = "media_metadata"


COSTS = {
    Priced.POST_READ: 5_000,
    Priced.OWNED_READ: 1_000,
    Priced.USER_READ: 10_000,
    Priced.CREATE: 15_000,
    Priced.CREATE_WITH_LINK: 200_000,
    Priced.ANSWER: 10_000,
    Priced.DELETE: 10_000,
    Priced.MEDIA_METADATA: 5_000,
}
_READS = frozenset({Priced.POST_READ, Priced.OWNED_READ, Priced.USER_READ})


@dataclass(frozen=True, slots=True)
class Line:
    """One day's charges of one kind."""

    utc_day: int
    kind: str
    count: int
    cost: int


def charge(
    db: sqlite3.Connection, now: int, what: Priced, resources: Iterable[tuple[str, int]]
) -> None:
    """`resources` are (sort, id): `("post", 123)`. A read one is billed once a UTC day, whatever
    the road it came by."""
    day = utc_day(now)
    for sort, number in resources:
        name = f"{sort} {number}"
        if what in _READS and _billed(db, day, name):
            continue
        db.execute(
            "INSERT INTO charge (utc_day, at, kind, resource, cost) VALUES (?, ?, ?, ?, ?)",
            (day, now, what.value, name if what in _READS else "", COSTS[what]),
        )


def lines(db: sqlite3.Connection) -> tuple[Line, ...]:
    rows = db.execute(
        "SELECT utc_day, kind, count(*), sum(cost) FROM charge GROUP BY 1, 2 ORDER BY 1, 2"
    )
    return tuple(Line(*row) for row in rows)


def total(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT coalesce(sum(cost), 0) FROM charge").fetchone()[0])


def _billed(db: sqlite3.Connection, day: int, name: str) -> bool:
    found = db.execute("SELECT 1 FROM charge WHERE utc_day = ? AND resource = ?", (day, name))
    return found.fetchone() is not None
