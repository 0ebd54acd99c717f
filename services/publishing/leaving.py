"""Posts and answers the owner sent a moment ago, when the program is to end before they went.

Their seconds for Undo are not over, so nothing of them was called. The owner says what becomes of
them: sent at once, or taken back.
"""

from __future__ import annotations

from collections.abc import Iterable

from services.accounts.accounts import Accounts
from services.clock import Clock
from services.publishing.outbox import Outbox
from services.publishing.posts import Post, read_posts
from services.publishing.publisher import Publisher
from services.publishing.states import State, quoted
from services.store.database import Database


def about_to_go(database: Database, accounts: Accounts, *, now: int) -> tuple[Post, ...]:
    """What was sent "now" and can still be taken back: a time of their own they never had."""
    ids = quoted(account.id for account in accounts.of_this_run())
    return read_posts(
        database.connection,
        f"account_id IN ({ids}) AND state = 'queued' AND due_wall IS NULL AND due_at > ? "
        "AND attempted_at IS NULL",
        (now,),
    )


class Leaving:
    """In the `send` lane."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        outbox: Outbox,
        publisher: Publisher,
    ) -> None:
        self._database = database
        self._clock = clock
        self._outbox = outbox
        self._publisher = publisher

    def send(self, posts: Iterable[Post]) -> tuple[Post, ...]:
        """Now, and no later: the posts as they are then. Raises StorageTrouble."""
        moved = [self._outbox.move(post.id, due_at=self._clock.now()) for post in posts]
        self._publisher.publish_due()
        return tuple(self._outbox.get(post.id) for post in moved)

    def begin_anew(self, posts: Iterable[Post], seconds: int) -> tuple[Post, ...]:
        """They go so many seconds from now: the owner stays. Raises StorageTrouble."""
        due_at = self._clock.now() + seconds
        return tuple(self._outbox.move(post.id, due_at=due_at) for post in posts)

    def take_back(self, posts: Iterable[Post]) -> tuple[Post, ...]:
        """A post is a draft again, an answer is begun and unsent. Raises StorageTrouble."""
        return tuple(self._take_back(post) for post in posts)

    def _take_back(self, post: Post) -> Post:
        if post.answers_item is None:
            return self._outbox.move_back_to_draft(post.id)
        with self._database.transaction(durable=True) as connection:
            taken = self._outbox.delete(post.id)
            if taken.state is State.DELETED:
                connection.execute(
                    "INSERT OR IGNORE INTO answer_draft"
                    "(account_id, x_conversation_id, customer_id, text, changed_at) "
                    "SELECT account_id, x_conversation_id, customer_id, ?, ? FROM inbox_item "
                    "WHERE id = ?",
                    (post.text, self._clock.now(), post.answers_item),
                )
        return taken
