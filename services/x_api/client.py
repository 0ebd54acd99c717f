"""What the shop asks of X: the protocol `XClient` and the frozen values it speaks in.

Ids are text, times UTC seconds. A count X did not send is None, never 0. Every method may raise
the AppErrors of services/errors.py that concern X, and nothing else from the outside.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

Told = Callable[[int, int], None]
"""Hears how far an upload is: bytes done, and all of them."""


@dataclass(frozen=True, slots=True)
class User:
    id: str
    handle: str
    name: str
    followers: int | None = None
    following: int | None = None
    posts: int | None = None
    has_premium: bool | None = None
    """Any tier of X Premium; X tells it of the account itself alone, else None."""
    verified: bool | None = None
    """X's tick of any colour; None where it was not asked."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """Lifetime totals of one post. The last three are the owner's own and end after 30 days."""

    impressions: int
    likes: int
    reposts: int
    replies: int
    quotes: int
    bookmarks: int
    engagements: int | None = None
    link_clicks: int | None = None
    profile_clicks: int | None = None


@dataclass(frozen=True, slots=True)
class XPost:
    """A post as X holds it; `text` is X's (t.co links, `&amp;` escaped)."""

    id: str
    text: str
    author_id: str
    created_at: int
    conversation_id: str
    parent_id: str | None = None
    quoted_id: str | None = None
    lang: str = ""
    media_keys: tuple[str, ...] = ()
    poll_ids: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    metrics: Metrics | None = None


@dataclass(frozen=True, slots=True)
class Came:
    """Ids of what one answer brought: X bills for it in this order, understood or not.

    `along`: other posts that came with those that were asked for.
    """

    posts: tuple[str, ...] = ()
    along: tuple[str, ...] = ()
    users: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PostPage:
    """Newest first, as X answers. `users` holds the authors that came along, by id.

    `came`: what each of the answers it is put together from brought, in their order.
    """

    posts: tuple[XPost, ...]
    users: dict[str, User] = field(default_factory=dict)
    newest_id: str | None = None
    next_token: str | None = None
    came: tuple[Came, ...] = ()


@dataclass(frozen=True, slots=True)
class CreatedPost:
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class NewPoll:
    """2 to 4 options, as X will show them, open for that many minutes."""

    options: tuple[str, ...]
    minutes: int


@dataclass(frozen=True, slots=True)
class Extras:
    """What goes with a new post besides its words and pictures, in X's own words.

    `reply_settings`: following, mentionedUsers, subscribers or verified; "" for everyone.
    """

    poll: NewPoll | None = None
    reply_settings: str = ""
    paid_partnership: bool = False
    made_with_ai: bool = False


NO_EXTRAS = Extras()


@dataclass(frozen=True, slots=True)
class UploadedMedia:
    id: str
    expires_at: int


class XClient(Protocol):
    """One account's view of X. Used from lane threads only; one call at a time per client."""

    def me(self) -> User:
        """The account itself, with counts and its tier. Dear ($0.010): once a day."""

    def create_post(
        self,
        text: str,
        *,
        media_ids: tuple[str, ...] = (),
        reply_to: str | None = None,
        extras: Extras = NO_EXTRAS,
    ) -> CreatedPost:
        """Publishes. Raises OutcomeUnknown when it was sent and no answer came."""

    def delete_post(self, x_post_id: str) -> None: ...

    def upload_image(self, data: bytes, mime: str) -> UploadedMedia:
        """JPEG, PNG, WEBP to 5 MB, GIF to 15 MB; over 1 MB it goes in pieces."""

    def upload_video(self, path: Path, mime: str, *, told: Told) -> UploadedMedia:
        """One MP4 or MOV up to 512 MB, in pieces, and waits until X is done with it."""

    def set_alt_text(self, media_id: str, text: str) -> None: ...

    def mentions(
        self,
        user_id: str,
        *,
        since_id: str | None = None,
        limit: int = 100,
        with_users: bool = True,
    ) -> PostPage:
        """Mentions of the account after `since_id`, at most `limit` (all pages read)."""

    def own_posts(
        self,
        user_id: str,
        *,
        since: int | None = None,
        until: int | None = None,
        limit: int = 100,
        owner_metrics: bool = False,
    ) -> PostPage:
        """The account's posts of a time span. `owner_metrics` only for `since` within 30 days."""

    def posts(self, x_post_ids: tuple[str, ...], *, owner_metrics: bool = False) -> PostPage:
        """Posts by id, at most 100 an ask; those gone from X are simply not there."""

    def users(self, x_user_ids: tuple[str, ...]) -> tuple[User, ...]: ...
