"""Writes down each step of sending a post, at once and durably, so that any death can be mended."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from services.clock import Clock
from services.errors import AppError, OutcomeUnknown, Rejected
from services.publishing import order, waits
from services.publishing.moves import finish, move
from services.publishing.posts import Attachment, Part, Post, read_post, read_posts
from services.publishing.states import State
from services.store.database import Database

if TYPE_CHECKING:
    from services.x_api.client import UploadedMedia


class Records:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def claim(
        self, account_id: str, *, asked: bool, besides: frozenset[str] = frozenset()
    ) -> Post | None:
        with self._database.transaction(durable=True) as connection:
            now = self._clock.now()
            post_id = order.claim(connection, account_id, now=now, asked=asked, besides=besides)
            return None if post_id is None else read_post(connection, post_id)

    def recover(self) -> tuple[Post, ...]:
        """What was being sent when its sender died is in doubt. Only with the send lock in hand."""
        with self._database.transaction(durable=True) as connection:
            stranded = read_posts(connection, "state = 'sending'", ())
            for post in stranded:
                # A death is no trouble of X's: it makes no later try wait longer.
                now = self._clock.now()
                self._doubt(connection, post.id, OutcomeUnknown.__name__, now, tries=post.tries)
        return tuple(self._read(post.id) for post in stranded)

    def uploaded(self, attachment: Attachment, media: UploadedMedia) -> None:
        self._note(
            "UPDATE attachment SET x_media_id = ?, media_expires_at = ?, alt_text_set = 0 "
            "WHERE id = ?",
            (media.id, media.expires_at, attachment.id),
        )

    def described(self, attachment: Attachment) -> None:
        self._note("UPDATE attachment SET alt_text_set = 1 WHERE id = ?", (attachment.id,))

    def forget_media(self, part: Part) -> None:
        """X does not know the media ids any longer."""
        self._note(
            "UPDATE attachment SET x_media_id = NULL, media_expires_at = NULL, alt_text_set = 0 "
            "WHERE part_id = ?",
            (part.id,),
        )

    def asking(self, part: Part) -> None:
        """From here on the part may be on X."""
        self._note("UPDATE part SET attempted_at = ? WHERE id = ?", (self._clock.now(), part.id))

    def surely_not_there(self, part: Part) -> None:
        self._note("UPDATE part SET attempted_at = NULL WHERE id = ?", (part.id,))

    def created(self, post: Post, part: Part, x_post_id: str) -> Post:
        """Files the part's id, our own copy of what is on X, and `sent` after the last part."""
        now = self._clock.now()
        with self._database.transaction(durable=True) as connection:
            connection.execute(
                "UPDATE part SET x_post_id = ?, sent_at = ? WHERE id = ?", (x_post_id, now, part.id)
            )
            _file_own_post(connection, post, part, x_post_id, now)
            if not read_post(connection, post.id).left:
                finish(connection, post.id, now=now)
        return self._read(post.id)

    def all_there(self, post: Post) -> Post:
        with self._database.transaction(durable=True) as connection:
            finish(connection, post.id, now=self._clock.now())
        return self._read(post.id)

    def wait(self, post: Post, error: AppError, wait: waits.Wait) -> Post:
        """Back to the queue, or to the owner, with the reason."""
        with self._database.transaction(durable=True) as connection:
            move(
                connection,
                post.id,
                wait.state,
                now=self._clock.now(),
                reason=error.name,
                reason_detail=wait.detail,
                next_try_at=wait.next_try_at,
                tries=post.tries + 1,
            )
        return self._read(post.id)

    def doubt(self, post: Post, error: AppError, look_at: int) -> Post:
        detail = error.reason.value if isinstance(error, Rejected) else None
        with self._database.transaction(durable=True) as connection:
            self._doubt(
                connection, post.id, error.name, look_at, detail=detail, tries=post.tries + 1
            )
        return self._read(post.id)

    def not_found_yet(self, post: Post, look_at: int) -> Post:
        now = self._clock.now()
        self._note(
            "UPDATE post SET absent_reads = absent_reads + 1, next_try_at = ?, "
            "doubtful_since = min(coalesce(doubtful_since, ?), ?) "
            "WHERE id = ? AND state = 'checking'",
            (look_at, now, now, post.id),
        )
        return self._read(post.id)

    def could_not_look(self, post: Post, error: AppError, look_at: int) -> Post:
        self._note(
            "UPDATE post SET tries = tries + 1, next_try_at = ?, reason_detail = ? "
            "WHERE id = ? AND state = 'checking'",
            (look_at, error.name, post.id),
        )
        return self._read(post.id)

    def absent(self, post: Post, part: Part, next_try_at: int) -> Post:
        """Surely not on X: back in the queue, and sent again."""
        with self._database.transaction(durable=True) as connection:
            connection.execute("UPDATE part SET attempted_at = NULL WHERE id = ?", (part.id,))
            reads = post.absent_reads + 1
            # Nothing of it is on X: days later it is late like any other.
            self._requeue(
                connection,
                post.id,
                next_try_at=next_try_at,
                absent_reads=reads,
                attempted_at=None,
            )
            # Its hour has come once: by a clock that was ahead, and has been put back, it is due.
            connection.execute(
                "UPDATE post SET due_at = ?, due_wall = NULL, due_zone = NULL "
                "WHERE id = ? AND due_at > ?",
                (self._clock.now(), post.id, self._clock.now()),
            )
        return self._read(post.id)

    def go_on(self, post: Post) -> Post:
        """No longer in doubt, and with parts still to send."""
        with self._database.transaction(durable=True) as connection:
            # With a part on X it goes on, however late.
            self._requeue(connection, post.id, next_try_at=None, attempted_at=None)
        return self._read(post.id)

    def ask_owner(self, post: Post, reason: str, detail: str | None = None) -> Post:
        with self._database.transaction(durable=True) as connection:
            move(
                connection,
                post.id,
                State.NEEDS_YOU,
                now=self._clock.now(),
                reason=reason,
                reason_detail=detail,
                next_try_at=None,
            )
        return self._read(post.id)

    def _doubt(
        self,
        connection: sqlite3.Connection,
        post_id: str,
        reason: str,
        look_at: int,
        *,
        tries: int,
        detail: str | None = None,
    ) -> None:
        now = self._clock.now()
        move(
            connection,
            post_id,
            State.CHECKING,
            now=now,
            reason=reason,
            reason_detail=detail,
            next_try_at=look_at,
            doubtful_since=now,
            absent_reads=0,
            tries=tries,
        )

    def _requeue(self, connection: sqlite3.Connection, post_id: str, **columns: int | None) -> None:
        move(connection, post_id, State.QUEUED, now=self._clock.now(), **columns)

    def _note(self, sql: str, values: tuple[object, ...]) -> None:
        with self._database.transaction(durable=True) as connection:
            connection.execute(sql, values)

    def _read(self, post_id: str) -> Post:
        return read_post(self._database.connection, post_id)


def _file_own_post(
    connection: sqlite3.Connection, post: Post, part: Part, x_post_id: str, now: int
) -> None:
    """So that the conversation and the figures know it before X is asked again."""
    from services.text.measure import parse

    place = next(number for number, one in enumerate(post.parts) if one.id == part.id)
    before = [one.x_post_id for one in post.parts[:place]]
    parent = before[-1] if before else post.reply_to_x_id
    conversation = before[0] if before else x_post_id
    if post.reply_to_x_id is not None:
        conversation = _conversation_of(connection, post) or conversation
    connection.execute(
        "INSERT OR IGNORE INTO own_post(account_id, x_post_id, x_conversation_id, x_parent_id, "
        "text, pictures, has_link, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            post.account_id,
            x_post_id,
            conversation,
            parent,
            part.text,
            len(part.attachments),
            int(parse(part.text).has_link),
            now,
        ),
    )


def _conversation_of(connection: sqlite3.Connection, post: Post) -> str | None:
    row = connection.execute(
        "SELECT x_conversation_id FROM inbox_item WHERE id = ?", (post.answers_item,)
    ).fetchone()
    return None if row is None else str(row["x_conversation_id"])
