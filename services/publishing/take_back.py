"""What the owner said of a post that goes by hand, taken back within the seconds for Undo."""

from __future__ import annotations

import sqlite3

from services.clock import Clock
from services.publishing.moves import move
from services.publishing.posts import Post, read_post
from services.publishing.states import State
from services.store.database import Database

_SLACK = 2
"""Seconds: times are whole ones, and the offer is made when "posted" is on disk."""


class TakeBack:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def posted(self, before: Post, *, asked_at: int, within: int) -> Post:
        """It, or a part of it, is not on X after all: the post needs the owner as `before`.

        `asked_at`: when the owner pressed, at most `within` seconds after the word. What anybody
        but the owner says is on X stays there: a part that X took from us, or showed us since.
        """
        with self._database.transaction(durable=True) as connection:
            post = read_post(connection, before.id)
            said = [
                now.sent_at or 0
                for now, was in zip(post.parts, before.parts, strict=False)
                if now.is_on_x and not was.is_on_x
            ]
            known = post.state in (State.SENT, State.NEEDS_YOU) and bool(said)
            if not known or asked_at - max(said) > within + _SLACK or _x_has_it(connection, post):
                return post
            for part in before.parts:
                connection.execute(
                    "UPDATE part SET x_post_id = ?, sent_at = ? WHERE id = ?",
                    (part.x_post_id, part.sent_at, part.id),
                )
            self._needs_owner(connection, before, sent=post.state is State.SENT)
        return self._get(before)

    def later(self, before: Post) -> Post:
        """Not put off after all: its time has come, as `before`. Left alone once it goes out."""
        with self._database.transaction(durable=True) as connection:
            post = read_post(connection, before.id)
            if post.state is not State.QUEUED or post.attempted_at is not None:
                return post
            move(
                connection,
                before.id,
                State.NEEDS_YOU,
                now=self._clock.now(),
                opened_at=before.opened_at,
                reason=before.reason,
                reason_detail=before.reason_detail,
                due_at=before.due_at,
                due_wall=before.due_wall,
                due_zone=before.due_zone,
                late_rule=before.late_rule,
                even_closed=int(before.even_closed),
                moved_from=before.moved_from,
                tries=before.tries,
                attempted_at=before.attempted_at,
            )
        return self._get(before)

    def _needs_owner(self, connection: sqlite3.Connection, before: Post, *, sent: bool) -> None:
        columns: dict[str, str | int | None] = {
            "reason": before.reason,
            "reason_detail": before.reason_detail,
            "next_try_at": before.next_try_at,
            "opened_at": before.opened_at,
        }
        now = self._clock.now()
        if sent:
            move(connection, before.id, State.NEEDS_YOU, now=now, sent_at=None, **columns)
            return
        names = ", ".join(f"{name} = ?" for name in columns)
        connection.execute(
            f"UPDATE post SET {names}, changed_at = ? WHERE id = ?",  # noqa: S608  # names are ours
            (*columns.values(), now, before.id),
        )

    def _get(self, post: Post) -> Post:
        return read_post(self._database.connection, post.id)


def _x_has_it(connection: sqlite3.Connection, post: Post) -> bool:
    row = connection.execute(
        "SELECT 1 FROM part JOIN own_post ON own_post.x_post_id = part.x_post_id "
        "AND own_post.account_id = ? WHERE part.post_id = ?",
        (post.account_id, post.id),
    ).fetchone()
    return row is not None
