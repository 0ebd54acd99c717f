"""The queue: which posts wait, which one goes next, and every move the owner can make.

All moves follow the one table of states.py, in durable transactions. What is already being sent is
left to the publisher: a move that comes too late changes nothing and returns the post as it is.
"""

from __future__ import annotations

import sqlite3

from services.accounts.accounts import Accounts
from services.clock import DAY, Clock
from services.errors import Refusal, Rejected
from services.ids import new_id
from services.publishing import order
from services.publishing.moves import finish, may_be_on_x, move, state_of
from services.publishing.posts import BY_HAND, LateRule, Post, read_post, read_posts
from services.publishing.ready import check_ready
from services.publishing.states import State, quoted
from services.store.database import Database
from services.text.clean import clean

DUPLICATE_DAYS = 90
WAITING = (State.QUEUED, State.SENDING, State.CHECKING, State.NEEDS_YOU)


class DuplicatePost(Rejected):
    """The same words are in the queue, or on X since less than 90 days; `of` is that post."""

    def __init__(self, of: str) -> None:
        super().__init__(Refusal.DUPLICATE, f"the same as post {of}")
        self.of = of


class Outbox:
    def __init__(self, database: Database, clock: Clock, accounts: Accounts | None = None) -> None:
        """`accounts` says for whom this run sends; without it, for all but scripts' accounts."""
        self._database = database
        self._clock = clock
        self._accounts = accounts

    def enqueue(
        self,
        post_id: str,
        *,
        due_at: int,
        due_wall: str | None = None,
        due_zone: str | None = None,
        late_rule: LateRule = LateRule.USUAL,
        even_closed: bool = False,
    ) -> Post:
        """Puts a draft, or a post that needed the owner, in the queue.

        `due_wall` and `due_zone` are the wall-clock time the owner chose, if one was chosen;
        `even_closed`: knowing that the shop is closed then.
        Raises DuplicatePost, and NotReady for what X would surely refuse.
        """
        now = self._clock.now()
        with self._database.transaction(durable=True) as connection:
            post = read_post(connection, post_id)
            if post.state not in (State.DRAFT, State.NEEDS_YOU):
                return post
            check_ready(post)
            if post.answers_item is None:
                same = self.duplicates(post.account_id, post.text, but=post_id)
                if same is not None:
                    raise DuplicatePost(same)
            move(
                connection,
                post_id,
                State.QUEUED,
                now=now,
                due_at=due_at,
                due_wall=due_wall,
                due_zone=due_zone,
                late_rule=late_rule,
                even_closed=int(even_closed),
                moved_from=None,
                queued_at=now,
                next_try_at=None,
                tries=0,
                reason=None,
                reason_detail=None,
                attempted_at=None,
            )
            connection.execute(
                "UPDATE part SET attempted_at = NULL WHERE post_id = ? AND x_post_id IS NULL",
                (post_id,),
            )
        return self.get(post_id)

    def enqueue_answer(self, account_id: str, item_id: str, text: str, due_at: int) -> Post:
        """Queues an answer to an inbox item, and takes its words out of what was only begun.

        Answers are never moved to a slot for being late.
        """
        now = self._clock.now()
        post_id = new_id()
        with self._database.transaction(durable=True) as connection:
            item = connection.execute(
                "SELECT x_id FROM inbox_item WHERE id = ? AND account_id = ?", (item_id, account_id)
            ).fetchone()
            if item is None:
                raise KeyError(item_id)
            connection.execute(
                "INSERT INTO post(id, account_id, state, answers_item, reply_to_x_id, created_at, "
                "changed_at) VALUES (?, ?, 'draft', ?, ?, ?, ?)",
                (post_id, account_id, item_id, item["x_id"], now, now),
            )
            connection.execute(
                "INSERT INTO part(id, post_id, position, text) VALUES (?, ?, 0, ?)",
                (new_id(), post_id, clean(text)[0]),
            )
            connection.execute(
                "DELETE FROM answer_draft WHERE (account_id, x_conversation_id, customer_id) = "
                "(SELECT account_id, x_conversation_id, customer_id FROM inbox_item WHERE id = ?)",
                (item_id,),
            )
            return self.enqueue(post_id, due_at=due_at, late_rule=LateRule.SEND)

    def move(
        self,
        post_id: str,
        *,
        due_at: int,
        due_wall: str | None = None,
        due_zone: str | None = None,
        reason: str | None = None,
        late_rule: LateRule | None = None,
        even_closed: bool = False,
        moved_from: int | None = None,
    ) -> Post:
        """The owner's other time for a post that waits; `late_rule` None leaves the post's own.

        `reason` and `moved_from` are for taking a move back: put_off.py has the program's moves.
        """
        now = self._clock.now()
        with self._database.transaction(durable=True) as connection:
            connection.execute(
                "UPDATE post SET due_at = ?, due_wall = ?, due_zone = ?, reason = ?, "
                "reason_detail = NULL, next_try_at = NULL, attempted_at = NULL, queued_at = ?, "
                "late_rule = coalesce(?, late_rule), even_closed = ?, moved_from = ?, "
                "changed_at = ? WHERE id = ? AND state = 'queued'",
                (
                    *(due_at, due_wall, due_zone, reason, now, late_rule),
                    *(even_closed, moved_from, now, post_id),
                ),
            )
        return self.get(post_id)

    def set_late_rule(self, post_id: str, rule: LateRule) -> Post:
        """For a post that waits."""
        with self._database.transaction(durable=True) as connection:
            connection.execute(
                "UPDATE post SET late_rule = ? WHERE id = ? AND state = 'queued'", (rule, post_id)
            )
        return self.get(post_id)

    def move_back_to_draft(self, post_id: str) -> Post:
        """Undo, and Edit. A post with any part on X, or perhaps there, stays where it is."""
        return self._take_out(post_id, State.DRAFT)

    def delete(self, post_id: str) -> Post:
        """Here alone. `Drafts.undelete` takes it back."""
        return self._take_out(post_id, State.DELETED)

    def opened_on_x(self, post_id: str) -> Post:
        """X's own page is about to be opened for it: from here on the owner says what became of it.

        A post that was still to come is due now. Written first, so that nobody posts it twice.
        """
        now = self._clock.now()
        with self._database.transaction(durable=True) as connection:
            if state_of(connection, post_id) is State.QUEUED:
                move(connection, post_id, State.NEEDS_YOU, now=now, reason=BY_HAND, due_at=now)
            self._set_opened(connection, post_id, now)
        return self.get(post_id)

    def not_posted(self, post_id: str) -> Post:
        """The owner did not post it on X's page: it needs them as before."""
        with self._database.transaction(durable=True) as connection:
            self._set_opened(connection, post_id, None)
        return self.get(post_id)

    def mark_posted_by_hand(self, post_id: str, link: str | None = None) -> Post:
        """The owner says it is on X. A link to it is filed with its first unsent part.

        From the queue, too: a mistaken "it is not there" then sends nothing a second time.
        """
        now = self._clock.now()
        x_post_id = post_id_in(link) if link else None
        with self._database.transaction(durable=True) as connection:
            post = self.get(post_id)
            if post.state not in (State.QUEUED, State.NEEDS_YOU):
                return post
            finish(connection, post_id, now=now)
            if x_post_id is not None and post.left:
                from services.publishing.filed import file_link

                file_link(connection, post.left[0].id, x_post_id, post.account_id)
            connection.execute(
                "UPDATE part SET sent_at = ? WHERE post_id = ? AND sent_at IS NULL", (now, post_id)
            )
        return self.get(post_id)

    def get(self, post_id: str) -> Post:
        """Raises KeyError when there is none."""
        return read_post(self._database.connection, post_id)

    def list(self, account_id: str, *, states: tuple[State, ...] = WAITING) -> tuple[Post, ...]:
        """In the order they are sent."""
        return read_posts(
            self._database.connection,
            f"account_id = ? AND state IN ({quoted(states)})",
            (account_id,),
        )

    def sent_since(self, account_id: str, since: int) -> tuple[Post, ...]:
        """Newest first."""
        return read_posts(
            self._database.connection,
            "account_id = ? AND state = 'sent' AND sent_at >= ?",
            (account_id, since),
            order="sent_at DESC, post.rowid DESC",
        )

    def next_due(self, account_id: str | None = None) -> int | None:
        """When something can be sent or looked for next, of one account or of all this run's.

        UTC seconds, perhaps past; None when nothing waits, or while a post is being sent.
        """
        now = self._clock.now()
        connection = self._database.connection
        times = [
            order.next_due(connection, one, now=now) for one in self._accounts_asked(account_id)
        ]
        return min((time for time in times if time is not None), default=None)

    def any_in(self, *states: State) -> bool:
        """A post of any account. One in `sending` is being sent, or its sender was killed."""
        row = self._database.connection.execute(
            f"SELECT EXISTS (SELECT 1 FROM post WHERE state IN ({quoted(states)}))"  # noqa: S608  # ours
        ).fetchone()
        return bool(row[0])

    def has_due(self, now: int, account_id: str | None = None) -> bool:
        """Something can be sent or looked for, or a dead sender left something."""
        due = self.next_due(account_id)
        return (due is not None and due <= now) or self.any_in(State.SENDING)

    def duplicates(self, account_id: str, text: str, *, but: str | None = None) -> str | None:
        """The post with exactly these words that waits, or went out within 90 days.

        Ours by its id; one known only from X by its id there, whatever X made of its links and
        pictures (duplicates.py). Answers are no duplicates.
        """
        words = text.strip()
        if not words:
            return None
        since = self._clock.now() - DUPLICATE_DAYS * DAY
        row = self._database.connection.execute(
            "SELECT post.id FROM part JOIN post ON post.id = part.post_id "
            "WHERE part.position = 0 AND post.account_id = ?1 AND post.id IS NOT ?4 "
            "AND post.answers_item IS NULL AND instr(part.text, ?2) "
            "AND trim(part.text, char(32, 9, 10, 13)) = ?2 "
            "AND (post.state IN ('queued', 'sending', 'checking', 'needs_you') "
            "     OR post.state = 'sent' AND post.sent_at > ?3) LIMIT 1",
            (account_id, words, since, but),
        ).fetchone()
        if row is not None:
            return str(row[0])
        from services.publishing.duplicates import same_on_x

        return same_on_x(self._database.connection, account_id, words, since=since)

    def _accounts_asked(self, account_id: str | None) -> tuple[str, ...]:
        if account_id is not None:
            return (account_id,)
        if self._accounts is not None:
            return tuple(account.id for account in self._accounts.of_this_run())
        rows = self._database.connection.execute(
            "SELECT id FROM account WHERE x_url IS NULL AND removed_at IS NULL"
        )
        return tuple(row["id"] for row in rows)

    def _set_opened(self, connection: sqlite3.Connection, post_id: str, at: int | None) -> None:
        connection.execute(
            "UPDATE post SET opened_at = ? WHERE id = ? AND state = 'needs_you'", (at, post_id)
        )

    def _take_out(self, post_id: str, target: State) -> Post:
        with self._database.transaction(durable=True) as connection:
            waits = state_of(connection, post_id) in (State.QUEUED, State.NEEDS_YOU)
            on_x = target is State.DRAFT and may_be_on_x(connection, post_id)
            if waits and not on_x:
                move(connection, post_id, target, now=self._clock.now())
        return self.get(post_id)


def post_id_in(link: str) -> str | None:
    """The id in a link to a post on X."""
    from services.x_api.post_links import read_post_link

    found = read_post_link(link)
    return None if found is None else found.x_post_id
