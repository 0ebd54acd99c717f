"""Which post goes next. Nobody overtakes: what holds one post back holds the account's queue.

A doubtful post, too, holds the rest back until it is known where it is; it takes a minute.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

OWNER_MENDS = (
    "SignInNeeded",
    "KeychainTrouble",
    "OutOfCredit",
    "BudgetReached",
    "MonthlyCap",
)
"""Pauses that end when the owner does something; then the wait is skipped (`asked`)."""
WHOLE_ACCOUNT = (*OWNER_MENDS, "RateLimited", "Offline")
PATIENT_TRIES = 4
"""A post that X trips over this often no longer holds back the others."""


def quoted(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


_RESTS = f"""
  {{0}}.next_try_at IS NOT NULL AND {{0}}.next_try_at > :now
  AND NOT (:asked AND {{0}}.reason IN ({quoted(OWNER_MENDS)}))
"""

_NEXT = f"""
SELECT post.id FROM post
WHERE post.account_id = :account_id AND post.state = 'queued' AND post.due_at <= :now
  AND NOT ({_RESTS.format("post")})
  AND NOT EXISTS (
    SELECT 1 FROM post AS other
    WHERE other.account_id = :account_id
      AND (other.state = 'checking'
        OR other.state = 'queued' AND other.due_at <= :now AND {_RESTS.format("other")}
           AND (other.reason IN ({quoted(WHOLE_ACCOUNT)}) OR other.tries < {PATIENT_TRIES})))
ORDER BY post.due_at, post.queued_at, post.rowid LIMIT 1
"""  # noqa: S608  # our own names


def claim(connection: sqlite3.Connection, account_id: str, *, now: int, asked: bool) -> str | None:
    """Marks the next due post as being sent, atomically; its id. In the caller's transaction."""
    row = connection.execute(
        "UPDATE post SET state = 'sending', attempted_at = :now, changed_at = :now "  # noqa: S608
        f"WHERE state = 'queued' AND id = ({_NEXT}) RETURNING id",
        {"account_id": account_id, "now": now, "asked": asked},
    ).fetchone()
    return None if row is None else str(row["id"])
