"""Reads what is new on X into the inbox: all pages since the last id, stored once.

The rows, their customers and the cursor are one transaction, after the last answer has come: a
run that is cut short has read nothing. Own posts are never items.

X may list a mention late, with an id older than one already read. So the cursor stays an hour
behind the newest word seen, and what comes again is known by its id. Read again within one UTC
day it costs nothing (x_platform.md §1.1).
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from services.clock import DAY, Clock
from services.inbox.arrivals import advance, keep_word
from services.inbox.items import Inbox
from services.inbox.values import Item
from services.store.database import Database

if TYPE_CHECKING:
    from services.accounts.accounts import Account, Accounts
    from services.x_api.client import PostPage, User, XClient, XPost
    from services.x_api.clients import Clients

MENTIONS = "mentions"
FIRST_READ = 100
HISTORY = 14 * DAY
"""Words older than this at the first read are history: they arrive read and done."""
MOST_AT_ONCE = 800
"""X keeps no more than the newest 800 mentions."""
CUSTOMER_KEPT = 7 * DAY
"""How long a customer's name and handle are taken as known: looking one up costs $0.01."""
_USERS_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Checked:
    """`new`: words that were not here before, oldest first. Each word is new to one check only.

    `first`: the account's first read, so most of what is new is history and no news.
    """

    new: tuple[Item, ...]
    first: bool = False


class Feeds:
    """Used from the fetch lane. Two checks at once are safe: the database decides what is new."""

    def __init__(
        self, database: Database, clock: Clock, accounts: Accounts, clients: Clients
    ) -> None:
        self._database = database
        self._clock = clock
        self._accounts = accounts
        self._clients = clients

    def check(self, account_id: str) -> Checked:
        """One poll. Raises AppError as X does; then nothing has changed here."""
        account = self._accounts.get(account_id)
        client = self._clients.for_account(account)
        account = self._accounts.identify(account, client)
        cursor = self._cursor(account_id)
        limit = FIRST_READ if cursor is None else MOST_AT_ONCE
        page = client.mentions(
            account.x_user_id or "",
            since_id=None if cursor is None else cursor["since_id"],
            limit=limit,
            with_users=False,
        )
        mentions = [post for post in page.posts if post.author_id != account.x_user_id]
        people = self._look_up(account, client, page, mentions)
        return self._keep(
            account, page, mentions, people, first=cursor is None, whole=len(page.posts) < limit
        )

    def _cursor(self, account_id: str) -> sqlite3.Row | None:
        row: sqlite3.Row | None = self._database.connection.execute(
            "SELECT since_id FROM feed_cursor WHERE account_id = ? AND feed = ?",
            (account_id, MENTIONS),
        ).fetchone()
        return row

    def _look_up(
        self, account: Account, client: XClient, page: PostPage, mentions: list[XPost]
    ) -> dict[str, User]:
        """Asks X only for authors of new words whom we do not know, or have not for a week."""
        authors = dict.fromkeys(
            post.author_id for post in mentions if not self._is_here(account.id, post.id)
        )
        wanted = [
            one for one in authors if one not in page.users and not self._is_known(account.id, one)
        ]
        people = dict(page.users)
        for start in range(0, len(wanted), _USERS_AT_ONCE):
            found = client.users(tuple(wanted[start : start + _USERS_AT_ONCE]))
            people |= {user.id: user for user in found}
        return people

    def _is_here(self, account_id: str, x_id: str) -> bool:
        row = self._database.connection.execute(
            "SELECT 1 FROM inbox_item WHERE account_id = ? AND x_id = ?", (account_id, x_id)
        ).fetchone()
        return row is not None

    def _is_known(self, account_id: str, x_user_id: str) -> bool:
        row = self._database.connection.execute(
            "SELECT 1 FROM customer WHERE account_id = ? AND x_user_id = ? AND looked_up_at > ?",
            (account_id, x_user_id, self._clock.now() - CUSTOMER_KEPT),
        ).fetchone()
        return row is not None

    def _keep(
        self,
        account: Account,
        page: PostPage,
        mentions: list[XPost],
        people: dict[str, User],
        *,
        first: bool,
        whole: bool,
    ) -> Checked:
        now = self._clock.now()
        settled = now - HISTORY if first else 0
        with self._database.transaction() as connection:
            kept = [
                keep_word(connection, account.id, post, people, now=now, settled=settled)
                for post in sorted(mentions, key=_by_time)
            ]
            advance(connection, account.id, MENTIONS, page, whole=whole, now=now)
        inbox = Inbox(self._database, self._clock)
        return Checked(tuple(inbox.item(item_id) for item_id in kept if item_id), first)


def _by_time(post: XPost) -> tuple[int, int]:
    return post.created_at, int(post.id)
