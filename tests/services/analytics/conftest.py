"""An account with figures to write down by hand, and a small X that tells metrics as X does."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any
from uuid import uuid4

import pytest

from services.accounts.accounts import Account, Accounts
from services.analytics.archive import Archive
from services.analytics.report import Report
from services.clock import DAY, SteppedClock, utc_day
from services.media.pictures import PictureStore
from services.paths import Paths
from services.store.database import Database
from services.x_api.client import Metrics, PostPage, User, XPost
from tests.own_account import OWN_ID, OneClient


@dataclass
class FakeX:
    clock: SteppedClock
    posts: dict[str, XPost] = field(default_factory=dict)
    followers: int | None = 1_000
    has_premium: bool | None = False
    asked: list[tuple[str, Any]] = field(default_factory=list)

    def published(
        self, x_post_id: str, *, at: int, text: str = "post", parent: str | None = None
    ) -> None:
        self.posts[x_post_id] = XPost(
            id=x_post_id,
            text=text,
            author_id=OWN_ID,
            created_at=at,
            conversation_id=x_post_id,
            parent_id=parent,
        )

    def me(self) -> User:
        self.asked.append(("me", None))
        return User(
            id=OWN_ID,
            handle="tea",
            name="Tea",
            followers=self.followers,
            following=5,
            posts=9,
            has_premium=self.has_premium,
        )

    def own_posts(
        self,
        user_id: str,
        *,
        since: int | None = None,
        until: int | None = None,
        limit: int = 100,
        owner_metrics: bool = False,
    ) -> PostPage:
        """Each post is seen ten times a day; a click a day while X still tells clicks."""
        now = self.clock.now()
        assert user_id == OWN_ID
        assert since is not None
        assert not owner_metrics or since > now - 30 * DAY, "X would answer with nothing"
        self.asked.append(("own_posts", (since, until, owner_metrics)))
        found = []
        for post in self.posts.values():
            if post.created_at < since or (until is not None and post.created_at >= until):
                continue
            age = 1 + (now - post.created_at) // DAY
            own = (age, age, age) if owner_metrics else (None, None, None)
            metrics = Metrics(10 * age, age, 0, 0, 0, 0, *own)
            found.append(replace(post, metrics=metrics))
        return PostPage(posts=tuple(sorted(found, key=lambda one: -one.created_at))[:limit])


@dataclass
class Books:
    """Writes down posts, readings and the rest as if they had come from X."""

    database: Database
    account_id: str

    def post(self, x_post_id: str, *, at: int, parent: str | None = None, text: str = "") -> None:
        with self.database.transaction() as connection:
            connection.execute(
                "INSERT INTO own_post(account_id, x_post_id, x_conversation_id, x_parent_id, "
                "text, created_at) VALUES (?, ?, ?, ?, ?, ?)",
                (self.account_id, x_post_id, x_post_id, parent, text or x_post_id, at),
            )

    def reading(
        self, x_post_id: str, *, at: int, seen: int, likes: int = 0, clicks: int | None = None
    ) -> None:
        owners = (clicks, clicks, clicks)
        with self.database.transaction() as connection:
            connection.execute(
                "INSERT INTO post_snapshot VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, 0, ?, ?, ?)",
                (self.account_id, x_post_id, utc_day(at), at, seen, likes, *owners),
            )

    def day(self, *, at: int, followers: int = 100, reads_from: int | None = None) -> None:
        with self.database.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO account_day VALUES (?, ?, ?, ?, 1, 1, ?)",
                (self.account_id, utc_day(at), at, followers, reads_from),
            )

    def heard(self, *, checked_at: int, whole_since: int = 0) -> None:
        with self.database.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO feed_cursor VALUES (?, 'mentions', '1', ?, ?)",
                (self.account_id, whole_since, checked_at),
            )

    def mention(self, number: int, *, at: int, thread: str = "t", customer: str = "ana") -> str:
        item_id = str(uuid4())
        with self.database.transaction() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO customer(id, account_id, x_user_id, handle, name, "
                "first_seen_at, looked_up_at) VALUES (?, ?, ?, ?, ?, 0, 0)",
                (customer, self.account_id, customer, customer, customer),
            )
            connection.execute(
                "INSERT INTO inbox_item(id, account_id, kind, x_id, x_conversation_id, "
                "customer_id, text, created_at, received_at) "
                "VALUES (?, ?, 'mention', ?, ?, ?, ?, ?, ?)",
                (item_id, self.account_id, str(number), thread, customer, f"w{number}", at, at),
            )
        return item_id

    def sent(
        self, *, at: int, item: str | None = None, x_post_id: str | None = None, text: str = "ours"
    ) -> str:
        """A post or an answer sent from here."""
        post_id = str(uuid4())
        with self.database.transaction() as connection:
            connection.execute(
                "INSERT INTO post(id, account_id, state, answers_item, created_at, changed_at, "
                "sent_at) VALUES (?, ?, 'sent', ?, ?, ?, ?)",
                (post_id, self.account_id, item, at, at, at),
            )
            connection.execute(
                "INSERT INTO part(id, post_id, position, text, x_post_id, sent_at) "
                "VALUES (?, ?, 0, ?, ?, ?)",
                (str(uuid4()), post_id, text, x_post_id, at),
            )
        return post_id


@pytest.fixture
def x(clock: SteppedClock) -> FakeX:
    return FakeX(clock)


@pytest.fixture
def archive(
    database: Database, clock: SteppedClock, accounts: Accounts, paths: Paths, x: FakeX
) -> Archive:
    client: Any = OneClient(x)
    pictures = PictureStore(paths, database, clock)
    return Archive(database, clock, accounts, client, pictures=pictures)


@pytest.fixture
def report(database: Database, clock: SteppedClock, accounts: Accounts) -> Report:
    return Report(database, clock, accounts)


@pytest.fixture
def books(database: Database, account: Account) -> Books:
    return Books(database, account.id)
