"""What the owner says of a post in doubt, having compared it with what X shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.accounts.accounts import Accounts, Way
from services.clock import Clock
from services.publishing import look_alikes
from services.publishing.doubt import UNCLEAR, answered_by, part_in_doubt
from services.publishing.filed import part_of
from services.publishing.look_alikes import LookAlike
from services.publishing.outbox import Outbox
from services.publishing.posts import LateRule, Post, read_post
from services.publishing.records import Records
from services.publishing.states import State
from services.store.database import Database

if TYPE_CHECKING:
    from services.x_api.ledger import Ledger


class DoubtAnswers:
    def __init__(
        self,
        database: Database,
        clock: Clock,
        accounts: Accounts,
        outbox: Outbox,
        ledger: Ledger,
    ) -> None:
        self._database = database
        self._accounts = accounts
        self._outbox = outbox
        self._ledger = ledger
        self._records = Records(database, clock)

    def look_alikes(self, post_id: str) -> tuple[LookAlike, ...]:
        """What X showed that may be it, newest first."""
        return look_alikes.read(self._database.connection, post_id)

    def it_is_there(self, post_id: str, x_post_id: str, *, go_on_at: int) -> Post:
        """Files the part with its id, as X billed it; what is left of a thread goes at `go_on_at`.

        A post that went on meanwhile, and an id that stands with another part, change nothing.
        """
        with self._database.transaction(durable=True) as connection:
            post = read_post(connection, post_id)
            part = part_in_doubt(post)
            doubtful = post.state is State.NEEDS_YOU and post.reason == UNCLEAR
            taken = part_of(connection, x_post_id, post.account_id) is not None
            if not doubtful or part is None or taken:
                return post
            after = self._records.created(post, part, x_post_id)
            if self._accounts.get(post.account_id).way is Way.CONNECTED:
                seen = {one.x_post_id: one.created_at for one in self.look_alikes(post_id)}
                self._ledger.book_post(
                    post.account_id,
                    part.text,
                    answered_by(post, part),
                    x_post_id=x_post_id,
                    at=seen.get(x_post_id),
                )
            if after.state is State.NEEDS_YOU:
                self._outbox.enqueue(post_id, due_at=go_on_at, late_rule=LateRule.SEND)
            return read_post(connection, post_id)
