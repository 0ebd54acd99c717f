"""Reads what one stretch of days of the queue shows: never the whole queue for a week of it."""

from __future__ import annotations

from dataclasses import dataclass

from services.clock import Clock
from services.publishing import order
from services.publishing.outbox import WAITING
from services.publishing.posts import Post, read_posts
from services.publishing.states import State, quoted
from services.store.database import Database

_MOMENTS = f"""
SELECT id, due_at AS at, state FROM post
WHERE account_id = :account AND state IN ({quoted(WAITING)}) AND answers_item IS NULL
  AND due_at >= :since AND due_at < :until
UNION ALL
SELECT id, coalesce(sent_at, due_at) AS at, state FROM post
WHERE account_id = :account AND state = 'sent' AND answers_item IS NULL
  AND sent_at >= :since AND sent_at < :until
ORDER BY at, id
"""  # noqa: S608  # our own names


@dataclass(frozen=True, slots=True)
class Moment:
    """A post and when it stands in the calendar: when it went out, else when it is due."""

    post_id: str
    at: int
    state: State


class Planned:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def between(self, account_id: str, since: int, until: int) -> tuple[Post, ...]:
        """Posts that are due, or went out, in these seconds; whole, without answers."""
        due = read_posts(
            self._database.connection,
            f"account_id = ? AND state IN ({quoted(WAITING)}) AND due_at >= ? AND due_at < ? "
            "AND answers_item IS NULL",
            (account_id, since, until),
        )
        sent = read_posts(
            self._database.connection,
            "account_id = ? AND state = 'sent' AND sent_at >= ? AND sent_at < ? "
            "AND answers_item IS NULL",
            (account_id, since, until),
            order="sent_at DESC, post.rowid DESC",
        )
        return (*due, *sent)

    def pressing(self, account_id: str) -> tuple[Post, ...]:
        """What has to do with now: needs the owner, is under way, or is due; answers too."""
        return read_posts(
            self._database.connection,
            "account_id = ? AND (state IN ('needs_you', 'sending', 'checking') "
            "OR state = 'queued' AND due_at <= ?)",
            (account_id, self._clock.now()),
        )

    def moments(self, account_id: str, since: int, until: int) -> tuple[Moment, ...]:
        """All of `between`, in time, without their words."""
        rows = self._database.connection.execute(
            _MOMENTS, {"account": account_id, "since": since, "until": until}
        )
        return tuple(Moment(row["id"], row["at"], State(row["state"])) for row in rows)

    def some(self, ids: tuple[str, ...]) -> tuple[Post, ...]:
        """These, whole; at most a few hundred."""
        marks = ", ".join("?" * len(ids))
        return read_posts(self._database.connection, f"post.id IN ({marks})", ids)

    def stopped_by(self, account_id: str) -> tuple[str, str] | None:
        """Why all that is due waits: the reason and its detail."""
        return order.stopped_by(self._database.connection, account_id, now=self._clock.now())

    def has_any(self, account_id: str) -> bool:
        """Something waits, whenever it is due."""
        row = self._database.connection.execute(
            f"SELECT 1 FROM post WHERE account_id = ? AND state IN ({quoted(WAITING)}) LIMIT 1",  # noqa: S608  # ours
            (account_id,),
        ).fetchone()
        return row is not None
