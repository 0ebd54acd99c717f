"""What came to the token addresses, and what became of it: no secret is in it, only marks."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from enum import StrEnum

from services.x_api.practice.oauth_tokens import Held, mark_of


class Outcome(StrEnum):
    ISSUED = "issued"
    ROTATED = "rotated"
    REUSED = "reused"
    """A used refresh token came again: its family has ended."""
    REFUSED = "refused"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class LogLine:
    """`grant`: authorization_code, refresh_token or revoke. `mark` is of the code or token that was
    sent; `family` is 0 where it is none of ours. `outcome` is one of Outcome."""

    at: int
    grant: str
    mark: str
    family: int
    outcome: str


def note(
    db: sqlite3.Connection, now: int, grant: str, secret: str, held: Held | None, outcome: Outcome
) -> None:
    db.execute(
        "INSERT INTO token_log (at, grant_type, mark, family, outcome) VALUES (?, ?, ?, ?, ?)",
        (now, grant, mark_of(secret), held.family if held else 0, outcome.value),
    )


def lines(db: sqlite3.Connection) -> tuple[LogLine, ...]:
    """Oldest first."""
    rows = db.execute(
        "SELECT at, grant_type, mark, family, outcome FROM token_log ORDER BY id"
    ).fetchall()
    return tuple(LogLine(*row) for row in rows)
