"""X's ids carry their time: milliseconds since November 2010, shifted left by 22 bits."""

from __future__ import annotations

import sqlite3

_FIRST_MS = 1_288_834_974_657
_SHIFT = 22


def id_at(seconds: int) -> int:
    """The smallest id of that second."""
    return max(0, seconds * 1000 - _FIRST_MS) << _SHIFT


def next_id(db: sqlite3.Connection, now: int) -> int:
    """An id for something that happens now, greater than every id given before."""
    row = db.execute("SELECT value FROM fact WHERE key = 'last_id'").fetchone()
    number = max(id_at(now), int(row[0]) + 1 if row else 0)
    db.execute("INSERT OR REPLACE INTO fact (key, value) VALUES ('last_id', ?)", (str(number),))
    return number
