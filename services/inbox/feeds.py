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
from uuid import uuid4

from services.clock import DAY, Clock
from services.inbox.items import Inbox
from services.inbox.triage import topic_of
from services.inbox.values import Item
from services.store.database import Database
from services.text.clean import clean

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
_OVERLAP = 3_600_000 << 22
"""An hour in X's ids, which count milliseconds above their lowest 22 bits."""
CUSTOMER_KEPT = 7 * DAY
"""How long a customer's name and handle are taken as known: looking one up costs $0.01."""
_USERS_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Checked:
    """`new`: words that were not here before, oldest first. Each word is new to one check only.

    `first`: the account's first read, so most of what is new is history and no news.
    """

    new: tuple[Item, ...]
    checked_at: int
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
            new = [
                item_id
                for post in sorted(mentions, key=_by_time)
                if (item_id := _insert(connection, account.id, post, people, now, settled))
            ]
            _advance(connection, account.id, page, whole=whole, now=now)
        inbox = Inbox(self._database, self._clock)
        return Checked(tuple(inbox.item(item_id) for item_id in new), now, first)


def _by_time(post: XPost) -> tuple[int, int]:
    return post.created_at, int(post.id)


def _insert(
    connection: sqlite3.Connection,
    account_id: str,
    post: XPost,
    people: dict[str, User],
    now: int,
    settled: int,
) -> str | None:
    """The new item's id, or None when the word is here already."""
    item_id = str(uuid4())
    settled_at = now if post.created_at < settled else None
    text = plain_text(post.text)
    added = connection.execute(
        "INSERT INTO inbox_item(id, account_id, kind, x_id, x_conversation_id, x_parent_id, "
        "customer_id, text, lang, topic, created_at, received_at, read_at, done_at) "
        "VALUES (?, ?, 'mention', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (account_id, x_id) DO NOTHING",
        (
            item_id,
            account_id,
            post.id,
            post.conversation_id,
            post.parent_id,
            _customer(connection, account_id, post.author_id, people, now),
            text,
            post.lang,
            topic_of(text, post.lang),
            post.created_at,
            now,
            settled_at,
            settled_at,
        ),
    )
    return item_id if added.rowcount else None


def _customer(
    connection: sqlite3.Connection,
    account_id: str,
    x_user_id: str,
    people: dict[str, User],
    now: int,
) -> str:
    """Our id of the person, made or brought up to date when X told us about them."""
    user = people.get(x_user_id)
    handle, name = (user.handle, clean(user.name)[0]) if user else ("", "")
    row = connection.execute(
        """
        INSERT INTO customer(id, account_id, x_user_id, handle, name, first_seen_at, looked_up_at)
        VALUES (:id, :account, :x_user, :handle, :name, :now, :looked)
        ON CONFLICT (account_id, x_user_id) DO UPDATE SET
          handle = iif(:looked, :handle, handle), name = iif(:looked, :name, name),
          looked_up_at = max(looked_up_at, :looked)
        RETURNING id
        """,
        {
            "id": str(uuid4()),
            "account": account_id,
            "x_user": x_user_id,
            "handle": handle,
            "name": name,
            "now": now,
            "looked": now if user else 0,
        },
    ).fetchone()
    return str(row["id"])


def _advance(
    connection: sqlite3.Connection, account_id: str, page: PostPage, *, whole: bool, now: int
) -> None:
    """Moves the cursor, never back. A read that was cut off marks from when on it is whole."""
    connection.execute(
        """
        INSERT INTO feed_cursor(account_id, feed, since_id, whole_since, checked_at)
        VALUES (:account, :feed, :since, :whole_since, :now)
        ON CONFLICT (account_id, feed) DO UPDATE SET
          since_id = iif(CAST(:since AS INTEGER) > coalesce(CAST(since_id AS INTEGER), 0),
                         :since, since_id),
          whole_since = max(whole_since, :whole_since),
          checked_at = max(checked_at, :now)
        """,
        {
            "account": account_id,
            "feed": MENTIONS,
            "since": _next_since_id(page, whole=whole),
            "whole_since": 0 if whole else min(post.created_at for post in page.posts),
            "now": now,
        },
    )


def _next_since_id(page: PostPage, *, whole: bool) -> str | None:
    """An hour behind the newest id; where the read was cut off, not before the oldest."""
    if not page.posts:
        return None
    numbers = [int(post.id) for post in page.posts]
    floor = 0 if whole else min(numbers) - 1
    return str(max(floor, max(numbers) - _OVERLAP))


def plain_text(text: str) -> str:
    """X's text for showing: the three signs it escapes as they were, nothing unusable."""
    shown = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return clean(shown)[0]
