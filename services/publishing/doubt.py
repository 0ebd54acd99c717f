"""Settles doubtful posts: looks among the account's own posts before anything is sent again.

Found is sent. Not found by two reads, the last one after the settling time, is sent again: X's
timeline lags seconds behind what X accepted. What is unclear is for the owner.
"""

from __future__ import annotations

from services.accounts.accounts import Account, Way
from services.clock import DAY, Clock
from services.errors import (
    AnswerNotUnderstood,
    AppError,
    OutcomeUnknown,
    Rejected,
    StorageTrouble,
)
from services.publishing import look_alikes, waits
from services.publishing.crash_points import CrashPoints, Point
from services.publishing.matching import CLOCKS_APART, Found, Unclear, look_for
from services.publishing.part_extras import extras_of
from services.publishing.posts import LOOK_ALIKE, Part, Post
from services.publishing.records import Records
from services.publishing.states import State
from services.store.database import Database
from services.x_api.client import XClient, XPost
from services.x_api.ledger import Ledger

SLACK = DAY
"""How far back before the attempt is read: this computer's clock may be hours off X's."""
FIRST_POST_ON_X = 1_142_974_214
"""21 March 2006: X refuses to look further back."""
NEWEST = 100
MOST = 3_200
"""X shows no more of an account."""
UNCLEAR = "Unclear"
_MOST_FAILED_LOOKS = 6
_READS_NEEDED = 2


class Doubts:
    def __init__(
        self,
        database: Database,
        clock: Clock,
        records: Records,
        ledger: Ledger,
        crash_points: CrashPoints,
        *,
        settle: int,
    ) -> None:
        self._database = database
        self._clock = clock
        self._records = records
        self._ledger = ledger
        self._crash_points = crash_points
        self._settle = settle

    def settle(self, post: Post, account: Account, client: XClient) -> Post:
        """One look at X for a post in `checking`. Raises no AppError but StorageTrouble."""
        part = part_in_doubt(post)
        if part is None:
            return self._nothing_in_doubt(post)
        try:
            verdict = self._look(post, part, account, client)
        except StorageTrouble:
            raise
        except AppError as error:
            return self.could_not_look(post, error)
        self._crash_points.reach(Point.DURING_CHECKING)
        if isinstance(verdict, Found):
            return self._found(post, part, verdict, account)
        if isinstance(verdict, Unclear):
            with self._database.transaction(durable=True) as connection:
                look_alikes.keep(connection, post.id, verdict.posts)
                return self._records.ask_owner(post, UNCLEAR, LOOK_ALIKE)
        return self._absent(post, part)

    def first_look(self) -> int:
        """When a post that has just become doubtful is looked for."""
        return self._clock.now() + self._gap

    def could_not_look(self, post: Post, error: AppError) -> Post:
        """It stays in doubt, unless looking will never help."""
        hopeless = isinstance(error, Rejected) or (
            isinstance(error, AnswerNotUnderstood) and post.tries >= _MOST_FAILED_LOOKS
        )
        if hopeless:
            return self._records.ask_owner(post, UNCLEAR, error.name)
        now = self._clock.now()
        look_at = waits.next_try(error, now=now, tries=post.tries, settle=self._settle)
        return self._records.could_not_look(post, error, look_at)

    @property
    def _gap(self) -> int:
        """Between two looks: 5 s of 30."""
        return -(-self._settle // 6)

    def _look(
        self, post: Post, part: Part, account: Account, client: XClient
    ) -> Found | Unclear | None:
        return look_for(
            part,
            answered_by(post, part),
            self._own_posts(part.attempted_at or 0, account.x_user_id or "", client),
            self._known(account.id),
            has_poll=extras_of(post, part).poll is not None,
        )

    def _own_posts(self, attempted_at: int, user_id: str, client: XClient) -> tuple[XPost, ...]:
        """All since the attempt at least; they are billed once a day, however often read."""
        since = min(attempted_at, self._clock.now()) - SLACK
        start = since if since > FIRST_POST_ON_X else None
        page = client.own_posts(user_id, since=start, limit=NEWEST)
        if page.next_token is not None and page.posts[-1].created_at > since + SLACK - CLOCKS_APART:
            page = client.own_posts(user_id, since=start, limit=MOST)
        return page.posts

    def _known(self, account_id: str) -> frozenset[str]:
        """What stands with a part already, of this account of X, however often it is here."""
        rows = self._database.connection.execute(
            "SELECT x_post_id FROM part JOIN post ON post.id = post_id "
            "WHERE x_post_id IS NOT NULL AND account_id IN (SELECT id FROM account "
            "WHERE id = ?1 OR x_user_id = (SELECT x_user_id FROM account WHERE id = ?1))",
            (account_id,),
        )
        return frozenset(row["x_post_id"] for row in rows)

    def _nothing_in_doubt(self, post: Post) -> Post:
        """It died before X was asked: nothing can be there that is not written down."""
        if not post.left:
            return self._records.all_there(post)
        return self._records.go_on(post)

    def _found(self, post: Post, part: Part, found: Found, account: Account) -> Post:
        """X billed it, although no answer said so."""
        x_post_id = found.post.id
        with self._database.transaction(durable=True):
            after = self._records.created(post, part, x_post_id)
            if account.way is Way.CONNECTED:
                answered = answered_by(post, part)
                self._ledger.book_post(
                    account.id,
                    part.text,
                    answered,
                    x_post_id=x_post_id,
                    at=found.post.created_at,
                )
        return self._records.go_on(after) if after.state is State.CHECKING else after

    def _absent(self, post: Post, part: Part) -> Post:
        now = self._clock.now()
        # A clock that was put back since may have noted a time that is yet to come.
        rests_until = min(post.doubtful_since or now, now) + self._settle
        if now < rests_until or post.absent_reads + 1 < _READS_NEEDED:
            return self._records.not_found_yet(post, max(rests_until, now + self._gap))
        if post.reason == Rejected.__name__:
            return self._records.ask_owner(post, post.reason, post.reason_detail)
        return self._records.absent(post, part, self._next_try(post, now))

    def _next_try(self, post: Post, now: int) -> int:
        if post.reason == OutcomeUnknown.__name__:
            return now
        asked_at = min(post.attempted_at or now, now)
        return max(now, asked_at + waits.backoff(post.tries - 1, self._settle))


def part_in_doubt(post: Post) -> Part | None:
    return next(
        (part for part in post.left if part.attempted_at is not None),
        None,
    )


def answered_by(post: Post, part: Part) -> str | None:
    """The X id that this part answers: the part before it, or what the post is an answer to."""
    place = next(number for number, one in enumerate(post.parts) if one.id == part.id)
    return post.parts[place - 1].x_post_id if place else post.reply_to_x_id
