"""Chosen wall-clock times, worked out again where a zone's rules have changed since."""

from __future__ import annotations

from services.clock import forget_zones, from_wall, is_zone, to_wall
from services.store.database import Database


class WallTimes:
    """The wall-clock time is what the owner chose; the UTC second is only what followed from it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rework(self) -> list[str]:
        """Ids of the waiting posts that are due at another second by the rules of today.

        A time that still reads as chosen stays to the second: one that was given with an offset,
        or the later one of a doubled hour, would else become another.
        """
        forget_zones()
        changed: list[tuple[int, str]] = []
        for row in self._database.connection.execute(
            "SELECT id, due_at, due_wall, due_zone FROM post WHERE state = 'queued' "
            "AND attempted_at IS NULL AND due_wall IS NOT NULL AND due_zone IS NOT NULL "
            "AND account_id NOT IN (SELECT id FROM account WHERE removed_at IS NOT NULL)"
        ).fetchall():
            wall, zone = row["due_wall"], row["due_zone"]
            if not is_zone(zone) or to_wall(row["due_at"], zone) == wall:
                continue
            due_at = from_wall(wall, zone)
            if due_at != row["due_at"]:
                changed.append((due_at, row["id"]))
        if changed:
            with self._database.transaction(durable=True) as connection:
                connection.executemany(
                    "UPDATE post SET due_at = ? WHERE id = ? AND state = 'queued'", changed
                )
        return [post_id for _, post_id in changed]
