"""What the owner posted on X's own page: a thread part by part, and links given or mended later."""

from __future__ import annotations

from services.clock import Clock
from services.publishing.filed import file_link, part_of
from services.publishing.moves import finish
from services.publishing.posts import BY_HAND, Post, read_post
from services.publishing.states import State
from services.store.database import Database


class HandParts:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def posted(self, post_id: str, x_post_id: str | None) -> Post:
        """The next part is on X, by the owner's word; after the last one the post is sent.

        Without an `x_post_id` it is not sent again either, and what follows it answers nothing we
        know of. A post that went on meanwhile is left alone.
        """
        now = self._clock.now()
        with self._database.transaction(durable=True) as connection:
            post = read_post(connection, post_id)
            if post.state not in (State.QUEUED, State.NEEDS_YOU) or not post.left:
                return post
            connection.execute("UPDATE part SET sent_at = ? WHERE id = ?", (now, post.left[0].id))
            if x_post_id is not None:
                file_link(connection, post.left[0].id, x_post_id, post.account_id)
            if len(post.left) == 1:
                finish(connection, post_id, now=now)
            else:
                connection.execute(
                    "UPDATE post SET reason = ?, reason_detail = NULL, opened_at = NULL, "
                    "changed_at = ? WHERE id = ?",
                    (BY_HAND, now, post_id),
                )
        return self._get(post_id)

    def set_link(self, post_id: str, x_post_id: str, *, place: int = 0) -> Post:
        """Of a part that is on X: the link that was not given, or was another's."""
        with self._database.transaction(durable=True) as connection:
            post = read_post(connection, post_id)
            part = post.parts[place]
            if part.is_on_x:
                file_link(connection, part.id, x_post_id, post.account_id)
        return self._get(post_id)

    def filed_with(self, x_post_id: str, account_id: str) -> str | None:
        """The account's post that has this link already."""
        return part_of(self._database.connection, x_post_id, account_id)

    def _get(self, post_id: str) -> Post:
        return read_post(self._database.connection, post_id)
