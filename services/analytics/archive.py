"""Keeps what X forgets: one reading of the own posts a UTC day.

X gives the owner's figures (link and profile clicks) for 30 days only. Each sample reads the
posts of the last 30 days with them, and once more, publicly, those that have passed that age
since the sample before: their last reading. The first sample reads 60 days, so that 28 days can
stand beside the 28 before from the start; of the older half X tells no clicks any more, and no
clicks are kept for it, which is not the same as none.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from services.analytics.archive_rows import keep_day, keep_post, keep_reading
from services.clock import DAY, Clock, utc_day
from services.errors import AnswerNotUnderstood
from services.store.database import Database

if TYPE_CHECKING:
    from services.accounts.accounts import Account, Accounts
    from services.media.pictures import PictureStore
    from services.x_api.client import User, XClient, XPost
    from services.x_api.clients import Clients

OWNER_SPAN = 30 * DAY
FIRST_SPAN = 60 * DAY
_MARGIN = 300
"""X's clock may be ahead of ours; a post older than 30 days would empty the whole page."""
_MOST = 3_200
"""X lists no more than the newest 3,200."""
_SOON = 900


class Archive:
    def __init__(
        self,
        database: Database,
        clock: Clock,
        accounts: Accounts,
        clients: Clients,
        *,
        pictures: PictureStore,
    ) -> None:
        self._database = database
        self._clock = clock
        self._accounts = accounts
        self._clients = clients
        self._pictures = pictures

    def due(self, account_id: str) -> bool:
        """Whether X should be read: not yet this UTC day, or something was published since.

        Always False for an account without a way to X.
        """
        from services.accounts.accounts import Way

        if self._accounts.get(account_id).way is Way.BY_HAND:
            return False
        now = self._clock.now()
        last = self._last(account_id)
        if last is None or last["utc_day"] != utc_day(now):
            return True
        return now - last["taken_at"] >= _SOON and self._published_since(
            account_id, last["taken_at"]
        )

    def days_since_last(self, account_id: str) -> int:
        """UTC days since the last reading; very many when there was none."""
        last = self._last(account_id)
        return _MOST if last is None else utc_day(self._clock.now()) - int(last["utc_day"])

    def sample(self, account_id: str) -> None:
        """In the fetch lane. Raises AppError as X does; then nothing has changed here."""
        account = self._accounts.get(account_id)
        client = self._clients.for_account(account)
        account = self._accounts.identify(account, client)
        now = self._clock.now()
        last = self._last(account_id)
        if last is None and self._keep_past(account, now):
            last = self._last(account_id)
        owned_since = now - OWNER_SPAN + _MARGIN
        reads_from = now - FIRST_SPAN
        if last is not None:
            reads_from = max(reads_from, last["taken_at"] - OWNER_SPAN)
        posts = _read(account, client, owned_since, reads_from)
        known = last is not None and last["utc_day"] == utc_day(now)
        user = None if known else _counted(client.me())
        if user is not None:
            self._accounts.note_tier(account_id, user)
        with self._database.transaction() as connection:
            for post in posts:
                keep_post(connection, account_id, post)
                if post.metrics is not None:
                    keep_reading(connection, account_id, post.id, post.metrics, now)
            keep_day(connection, account_id, user, reads_from, now)
        from services.publishing.from_x import index_own_posts

        index_own_posts(self._database, account_id)

    def _keep_past(self, account: Account, now: int) -> bool:
        """The sample shop is shown as if its figures had been kept all along."""
        from services.accounts.accounts import Way

        if account.way is not Way.PRACTICE:
            return False
        from services.analytics.practice_past import keep_past

        x = self._clients.practice_x()
        keep_past(self._database, account.id, x, now, pictures=self._pictures)
        return True

    def _last(self, account_id: str) -> sqlite3.Row | None:
        row: sqlite3.Row | None = self._database.connection.execute(
            "SELECT utc_day, taken_at FROM account_day WHERE account_id = ? "
            "ORDER BY utc_day DESC LIMIT 1",
            (account_id,),
        ).fetchone()
        return row

    def _published_since(self, account_id: str, moment: int) -> bool:
        row = self._database.connection.execute(
            "SELECT 1 FROM post WHERE account_id = ? AND state = 'sent' AND sent_at >= ? LIMIT 1",
            (account_id, moment),
        ).fetchone()
        return row is not None


def _read(account: Account, client: XClient, owned_since: int, reads_from: int) -> list[XPost]:
    user_id = account.x_user_id or ""
    owned = client.own_posts(user_id, since=owned_since, limit=_MOST, owner_metrics=True)
    older = client.own_posts(user_id, since=reads_from, until=owned_since, limit=_MOST)
    return [*owned.posts, *older.posts]


def _counted(user: User) -> User:
    if user.followers is None or user.following is None or user.posts is None:
        raise AnswerNotUnderstood("the account came without its counts")
    return user
