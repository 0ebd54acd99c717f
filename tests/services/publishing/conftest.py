"""A queue with a scripted X behind it: no network, no practice X, a clock moved by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from services.accounts.accounts import Account, Accounts, Way
from services.clock import SteppedClock
from services.errors import AppError
from services.media.pictures import Picture, PictureStore
from services.paths import Paths
from services.publishing.drafts import DraftPart, Drafts
from services.publishing.outbox import Outbox
from services.publishing.post_options import PostOptions
from services.publishing.posts import LateRule, Post
from services.publishing.publisher import Publisher
from services.publishing.slots import Slots
from services.settings import Settings
from services.store.database import Database
from services.x_api.client import (
    NO_EXTRAS,
    CreatedPost,
    Extras,
    PostPage,
    UploadedMedia,
    User,
    XPost,
)

MEDIA_LIFE = 86_400
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40


@dataclass
class FakeX:
    """Keeps what it was asked to. `trouble` maps a call's name to what happens at its next calls:

    an error is raised and nothing is done; (error,) does it first and raises then; None works.
    Own posts show `lag` seconds after they were made, those in `hidden` never.
    """

    clock: SteppedClock
    posts: list[XPost] = field(default_factory=list)
    extras: dict[str, Extras] = field(default_factory=dict)
    alt_texts: dict[str, str] = field(default_factory=dict)
    uploads: list[bytes] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    trouble: dict[str, list[Any]] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    lag: int = 0
    during: Callable[[str], None] | None = None

    def texts(self) -> list[str]:
        return [post.text for post in self.posts]

    def me(self) -> User:
        return self._do("me", lambda: User("42", "shop", "Shop"))

    def create_post(
        self,
        text: str,
        *,
        media_ids: tuple[str, ...] = (),
        reply_to: str | None = None,
        extras: Extras = NO_EXTRAS,
    ) -> CreatedPost:
        def create() -> CreatedPost:
            post_id = str(9_000 + len(self.posts))
            self.extras[post_id] = extras
            self.posts.append(
                XPost(
                    id=post_id,
                    text=text.replace("&", "&amp;"),
                    author_id="42",
                    created_at=self.clock.now(),
                    conversation_id=reply_to or post_id,
                    parent_id=reply_to,
                    media_keys=media_ids,
                    poll_ids=(post_id,) if extras.poll else (),
                )
            )
            return CreatedPost(post_id, text)

        return self._do("create", create)

    def upload_image(self, data: bytes, mime: str) -> UploadedMedia:
        def upload() -> UploadedMedia:
            self.uploads.append(data)
            return UploadedMedia(f"m{len(self.uploads)}", self.clock.now() + MEDIA_LIFE)

        return self._do("upload", upload)

    def upload_video(
        self, path: Path, mime: str, *, told: Callable[[int, int], None]
    ) -> UploadedMedia:
        def upload() -> UploadedMedia:
            data = path.read_bytes()
            told(len(data) // 2, len(data))
            told(len(data), len(data))
            self.uploads.append(data)
            return UploadedMedia(f"v{len(self.uploads)}", self.clock.now() + MEDIA_LIFE)

        return self._do("video", upload)

    def set_alt_text(self, media_id: str, text: str) -> None:
        self._do("alt", lambda: self.alt_texts.__setitem__(media_id, text))

    def own_posts(
        self,
        user_id: str,
        *,
        since: int | None = None,
        until: int | None = None,
        limit: int = 100,
        owner_metrics: bool = False,
    ) -> PostPage:
        assert user_id == "42"

        def read() -> PostPage:
            until = self.clock.now() - self.lag
            seen = [
                post
                for post in self.posts
                if post.id not in self.hidden and post.created_at <= until
            ]
            more = "more" if len(seen) > limit else None
            return PostPage(tuple(reversed(seen))[:limit], next_token=more)

        return self._do("own_posts", read)

    def _do(self, name: str, work: Callable[[], Any]) -> Any:
        self.calls.append(name)
        if self.during is not None:
            self.during(name)
        waiting = self.trouble.get(name)
        what = waiting.pop(0) if waiting else None
        if isinstance(what, BaseException):
            raise what
        result = work()
        if isinstance(what, tuple):
            raise what[0]
        return result


class FakeClients:
    def __init__(self, x: FakeX) -> None:
        self.x = x
        self.refusal: AppError | None = None

    def for_account(self, account: Account) -> FakeX:
        if self.refusal is not None:
            raise self.refusal
        return self.x

    def check_whole(self, account: Account, cost: int, *, posts: int, answers: int) -> None:
        """There is credit for everything."""

    def go_on(self, account: Account) -> None:
        """Nothing was stopped."""


@dataclass
class Desk:
    """The publishing rooms on one data folder."""

    database: Database
    clock: SteppedClock
    accounts: Accounts
    account: Account
    x: FakeX
    clients: FakeClients
    pictures: PictureStore
    drafts: Drafts
    outbox: Outbox
    slots: Slots
    publisher: Publisher

    def queue(
        self,
        *texts: str,
        pictures: tuple[tuple[str, str], ...] = (),
        due_in: int = 0,
        late_rule: LateRule = LateRule.USUAL,
        options: PostOptions | None = None,
    ) -> Post:
        """Queues a post, or a thread; the pictures belong to the first part."""
        draft = self.drafts.new(self.account.id)
        parts = [DraftPart(text) for text in texts]
        parts[0] = DraftPart(texts[0], pictures)
        self.drafts.save(draft.id, parts=tuple(parts), options=options)
        return self.outbox.enqueue(draft.id, due_at=self.clock.now() + due_in, late_rule=late_rule)

    def picture(self, mark: bytes = b"") -> Picture:
        return self.pictures.add_known(
            PNG + mark, name="cup.png", mime="image/png", width=4, height=4
        )

    def publish(self, *, asked: bool = False) -> tuple[Post, ...]:
        return self.publisher.publish_due(account_id=self.account.id, asked=asked)


def open_desk(paths: Paths, database: Database, clock: SteppedClock, way: Way) -> Desk:
    settings = Settings(database)
    accounts = Accounts(database, clock, settings, paths)
    own = accounts.start_own_shop(handle="shop", zone="Europe/Madrid")
    database.connection.execute(
        "UPDATE account SET way = ?, x_user_id = '42' WHERE id = ?", (way, own.id)
    )
    x = FakeX(clock)
    clients: Any = FakeClients(x)
    pictures = PictureStore(paths, database, clock)
    outbox = Outbox(database, clock, accounts)
    slots = Slots(database, clock)
    publisher = Publisher(
        paths, clock, database, accounts, clients, pictures, outbox, slots, settle=30
    )
    drafts = Drafts(database, clock)
    return Desk(
        database,
        clock,
        accounts,
        accounts.get(own.id),
        x,
        clients,
        pictures,
        drafts,
        outbox,
        slots,
        publisher,
    )


@pytest.fixture
def desk(paths: Paths, database: Database, clock: SteppedClock) -> Desk:
    return open_desk(paths, database, clock, Way.CONNECTED)


@pytest.fixture
def by_hand_desk(paths: Paths, database: Database, clock: SteppedClock) -> Desk:
    return open_desk(paths, database, clock, Way.BY_HAND)
