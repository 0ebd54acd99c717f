"""An XClient that knows its price: stops before the owner's budget is passed, books what X billed.

A read whose size is not known beforehand is asked no larger than the budget pays for; when X then
has more, BudgetReached says so instead of handing over a part that looks like the whole.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

from services.x_api.booking import Booking, came_with
from services.x_api.client import (
    NO_EXTRAS,
    Came,
    CreatedPost,
    Extras,
    PostPage,
    Told,
    UploadedMedia,
    User,
    XClient,
    XPost,
)
from services.x_api.ledger import Ledger, Purpose
from services.x_api.open_reads import EVER, Item, Span
from services.x_api.paging import (
    FULL_PAGE,
    LEAST_OWNER_PAGE,
    LEAST_PAGE,
    hundreds,
    joined,
    page_cost,
)
from services.x_api.prices import Kind
from services.x_api.purse import Purse


class Metered:
    def __init__(
        self,
        inner: XClient,
        account_id: str,
        *,
        purse: Purse,
        ledger: Ledger,
        lock: AbstractContextManager[object],
        room: Callable[[bool], None] | None = None,
    ) -> None:
        """`lock` is the account's: what one lane is about to spend, another must see as spent.

        `room` raises RateLimited when X takes no further post of the account today; it is told
        whether it is an answer.
        """
        self._inner = inner
        self._account_id = account_id
        self._purse = purse
        self._ledger = ledger
        self._booking = Booking(ledger, account_id)
        self._lock = lock
        self._room = room

    def me(self) -> User:
        with self._lock:
            self._purse.afford(self._price(Kind.USER_READ))
            span = Span("me")
            with self._booking.asking(
                Purpose.ACCOUNT, Kind.USER_READ, span, self._price(Kind.USER_READ)
            ):
                user = self._inner.me()
            self._booking.reads(Purpose.ACCOUNT, Kind.USER_READ, (user.id,))
            self._booking.settle(span, (Item(user.id, 0, 0),), whole=True)
        return user

    def create_post(
        self,
        text: str,
        *,
        media_ids: tuple[str, ...] = (),
        reply_to: str | None = None,
        extras: Extras = NO_EXTRAS,
    ) -> CreatedPost:
        _, kind = self._ledger.row_of_post(self._account_id, text, reply_to)
        with self._lock:
            self._purse.afford(self._price(kind), sending=True)
            if self._room is not None:
                self._room(reply_to is not None)
            created = self._inner.create_post(
                text, media_ids=media_ids, reply_to=reply_to, extras=extras
            )
            self._booking.post(text, reply_to, created)
        return created

    def delete_post(self, x_post_id: str) -> None:
        with self._lock:
            self._purse.afford(self._price(Kind.DELETE))
            with self._booking.ahead(Purpose.POST, Kind.DELETE):
                self._inner.delete_post(x_post_id)

    def upload_image(self, data: bytes, mime: str) -> UploadedMedia:
        """Costs nothing itself, and is not begun when the budget is already used up."""
        self._purse.afford(1, sending=True)
        return self._inner.upload_image(data, mime)

    def upload_video(self, path: Path, mime: str, *, told: Told) -> UploadedMedia:
        self._purse.afford(1, sending=True)
        return self._inner.upload_video(path, mime, told=told)

    def set_alt_text(self, media_id: str, text: str) -> None:
        with self._lock:
            self._purse.afford(self._price(Kind.ALT_TEXT), sending=True)
            with self._booking.ahead(Purpose.POST, Kind.ALT_TEXT):
                self._inner.set_alt_text(media_id, text)

    def mentions(
        self,
        user_id: str,
        *,
        since_id: str | None = None,
        limit: int = 100,
        with_users: bool = True,
    ) -> PostPage:
        each = self._price(Kind.OWNED_READ) + (self._price(Kind.USER_READ) if with_users else 0)
        with self._lock:
            return self._read_timeline(
                lambda most: self._inner.mentions(
                    user_id, since_id=since_id, limit=most, with_users=with_users
                ),
                Purpose.INBOX,
                limit=limit,
                least=LEAST_PAGE,
                each=each,
                span=Span(f"mentions {with_users}", int(since_id or -1) + 1),
                place=lambda post: int(post.id),
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
        with self._lock:
            return self._read_timeline(
                lambda most: self._inner.own_posts(
                    user_id, since=since, until=until, limit=most, owner_metrics=owner_metrics
                ),
                # Whoever looks for a post in doubt wants the newest, up to now.
                Purpose.FIGURES if owner_metrics or until is not None else Purpose.CHECK,
                limit=limit,
                least=LEAST_OWNER_PAGE if owner_metrics else LEAST_PAGE,
                each=self._price(Kind.OWNED_READ),
                span=Span("own posts", since or 0, EVER if until is None else until),
                place=lambda post: post.created_at,
            )

    def posts(self, x_post_ids: tuple[str, ...], *, owner_metrics: bool = False) -> PostPage:
        purpose = Purpose.FIGURES if owner_metrics else Purpose.CHECK
        pages = []
        with self._lock:
            self._afford_reads(Kind.POST_READ, x_post_ids)
            for ids in hundreds(x_post_ids):
                with self._booking.known_reads(purpose, Kind.POST_READ, ids) as answered:
                    page = self._inner.posts(tuple(ids), owner_metrics=owner_metrics)
                    answered(came_with(page))
                pages.append(page)
        return joined(pages)

    def users(self, x_user_ids: tuple[str, ...]) -> tuple[User, ...]:
        people: tuple[User, ...] = ()
        with self._lock:
            self._afford_reads(Kind.USER_READ, x_user_ids)
            for ids in hundreds(x_user_ids):
                with self._booking.known_reads(Purpose.INBOX, Kind.USER_READ, ids) as answered:
                    found = self._inner.users(tuple(ids))
                    answered((Came(users=tuple(user.id for user in found)),))
                people += found
        return people

    def _read_timeline(
        self,
        read: Callable[[int], PostPage],
        purpose: Purpose,
        *,
        limit: int,
        least: int,
        each: int,
        span: Span,
        place: Callable[[XPost], int],
    ) -> PostPage:
        most = page_cost(limit, least)
        left = self._purse.left()
        if left is not None:
            left += self._ledger.open_reads.counted_already(self._account_id, span)
            if most * each > left:
                most = _whole_pages(left // each, least)
        if most < least:
            raise self._purse.reached(
                "not even the smallest page fits", cost=least * each, left=left
            )
        with self._booking.asking(
            purpose, Kind.OWNED_READ, span, most * each, page=FULL_PAGE * each
        ):
            page = read(most)
        self._booking.page(purpose, Kind.OWNED_READ, page)
        items = tuple(Item(post.id, place(post), post.created_at) for post in page.posts)
        self._booking.settle(span, items, whole=page.next_token is None)
        if most < limit and page.next_token is not None:
            raise self._purse.reached("X has more than the budget pays for")
        return replace(page, posts=page.posts[:limit])

    def _price(self, kind: Kind, count: int = 1) -> int:
        return self._ledger.prices_of(self._account_id).of(kind, count)

    def _afford_reads(self, kind: Kind, x_ids: tuple[str, ...]) -> None:
        unbilled = self._ledger.unbilled(self._account_id, kind, x_ids)
        self._purse.afford(self._price(kind, unbilled))


def _whole_pages(most: int, least: int) -> int:
    """No more than `most` without a last page so small that X would answer a larger one."""
    rest = most % FULL_PAGE
    return most - rest if rest < least else most
