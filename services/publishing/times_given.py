"""Another time, given by the program to posts that wait, with the reason that the owner is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from services.clock import in_zone, to_wall
from services.publishing.posts import Post
from services.publishing.slots import SlotTime
from services.store.database import Database

WAITS = "account_id = ? AND state = 'queued' AND attempted_at IS NULL AND answers_item IS NULL"
"""SQL over `post`: those that may be given another time."""


@dataclass(frozen=True, slots=True)
class Given:
    post: Post
    slot: SlotTime
    reason: str
    detail: str | None = None


def give(database: Database, moves: Sequence[Given], *, now: int) -> None:
    """Their place among equals stays: `queued_at` is as it was. So does each post's own zone,
    in which its time may come back (`moved_from`).
    """
    if not moves:
        return
    rows: list[tuple[object, ...]] = []
    for one in moves:
        zone = one.post.due_zone or one.slot.zone
        due_at = one.slot.due_at
        wall = one.slot.wall if zone == one.slot.zone else to_wall(due_at, zone)
        rows.append((due_at, wall, zone, one.reason, one.detail, now, one.post.id))
    with database.transaction(durable=True) as connection:
        connection.executemany(
            "UPDATE post SET due_at = ?, due_wall = ?, due_zone = ?, reason = ?, "
            "reason_detail = ?, next_try_at = NULL, attempted_at = NULL, "
            "moved_from = coalesce(moved_from, due_at), changed_at = ? "
            "WHERE id = ? AND state = 'queued'",
            rows,
        )


def day_of(seconds: int, zone: str) -> date:
    return in_zone(seconds, zone).date()
