"""A small X that lists mentions as X does, and an account to read them into."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from services.accounts.accounts import Accounts
from services.clock import SteppedClock
from services.inbox.feeds import Feeds
from services.inbox.items import Inbox
from services.publishing.outbox import Outbox
from services.store.database import Database
from services.x_api.client import PostPage, User, XPost
from tests.own_account import OWN_ID, OneClient


@dataclass
class FakeX:
    """Mentions by id, newest first; what was asked is kept."""

    posts: dict[str, XPost] = field(default_factory=dict)
    people: dict[str, User] = field(default_factory=dict)
    asked: list[tuple[str | None, int, bool]] = field(default_factory=list)
    looked_up: list[tuple[str, ...]] = field(default_factory=list)

    def says(
        self,
        number: int,
        text: str,
        *,
        at: int,
        author: str = "ana",
        thread: str | None = None,
        parent: str | None = None,
        lang: str = "en",
    ) -> XPost:
        post = XPost(
            id=str(number),
            text=text,
            author_id=author,
            created_at=at,
            conversation_id=thread or str(number),
            parent_id=parent,
            lang=lang,
        )
        self.posts[post.id] = post
        self.people.setdefault(author, User(id=author, handle=author, name=author.title()))
        return post

    def mentions(
        self,
        user_id: str,
        *,
        since_id: str | None = None,
        limit: int = 100,
        with_users: bool = True,
    ) -> PostPage:
        assert user_id == OWN_ID
        self.asked.append((since_id, limit, with_users))
        after = int(since_id or 0)
        found = sorted(
            (post for post in self.posts.values() if int(post.id) > after),
            key=lambda post: -int(post.id),
        )[:limit]
        return PostPage(posts=tuple(found), newest_id=found[0].id if found else None)

    def users(self, x_user_ids: tuple[str, ...]) -> tuple[User, ...]:
        self.looked_up.append(x_user_ids)
        return tuple(self.people[one] for one in x_user_ids if one in self.people)


@pytest.fixture
def x() -> FakeX:
    return FakeX()


@pytest.fixture
def feeds(database: Database, clock: SteppedClock, accounts: Accounts, x: FakeX) -> Feeds:
    return Feeds(database, clock, accounts, OneClient(x))  # type: ignore[arg-type]  # a stand-in


@pytest.fixture
def inbox(database: Database, clock: SteppedClock) -> Inbox:
    return Inbox(database, clock)


@pytest.fixture
def outbox(database: Database, clock: SteppedClock) -> Outbox:
    return Outbox(database, clock)
