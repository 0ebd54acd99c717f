"""An XClient that knows its price: stops before the owner's budget is passed, books what X billed.

A read whose size is not known beforehand is asked no larger than the budget pays for; when X then
has more, BudgetReached says so instead of handing over a part that looks like the whole.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace

from services.errors import AppError, StorageTrouble
from services.x_api.client import (
    NO_EXTRAS,
    Came,
    CreatedPost,
    Extras,
    PostPage,
    UploadedMedia,
    User,
    XClient,
)
from services.x_api.ledger import Ledger, Purpose
from services.x_api.paging import FULL_PAGE, LEAST_OWNER_PAGE, LEAST_PAGE, page_cost
from services.x_api.prices import Kind
from services.x_api.purse import Purse

logger = logging.getLogger(__name__)


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
        self._lock = lock
        self._room = room

    def me(self) -> User:
        with self._lock:
            self._purse.afford(self._price(Kind.USER_READ))
            with self._billed_anyway(Purpose.ACCOUNT, Kind.USER_READ):
                user = self._inner.me()
            self._book_reads(Purpose.ACCOUNT, Kind.USER_READ, (user.id,))
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
            self._purse.afford(self._price(kind), with_doubts=False)
            if self._room is not None:
                self._room(reply_to is not None)
            created = self._inner.create_post(
                text, media_ids=media_ids, reply_to=reply_to, extras=extras
            )
            self._book_post(text, reply_to, created)
        return created

    def delete_post(self, x_post_id: str) -> None:
        with self._lock:
            self._purse.afford(self._price(Kind.DELETE))
            self._inner.delete_post(x_post_id)
            self._book(Purpose.POST, Kind.DELETE)

    def upload_image(self, data: bytes, mime: str) -> UploadedMedia:
        """Costs nothing itself, and is not begun when the budget is already used up."""
        self._purse.afford(1, with_doubts=False)
        return self._inner.upload_image(data, mime)

    def set_alt_text(self, media_id: str, text: str) -> None:
        with self._lock:
            self._purse.afford(self._price(Kind.ALT_TEXT), with_doubts=False)
            self._inner.set_alt_text(media_id, text)
            self._book(Purpose.POST, Kind.ALT_TEXT)

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
            )

    def posts(self, x_post_ids: tuple[str, ...], *, owner_metrics: bool = False) -> PostPage:
        with self._lock:
            self._afford_reads(Kind.POST_READ, x_post_ids)
            purpose = Purpose.FIGURES if owner_metrics else Purpose.CHECK
            with self._billed_anyway(purpose, Kind.POST_READ):
                page = self._inner.posts(x_post_ids, owner_metrics=owner_metrics)
            self._book_page(purpose, Kind.POST_READ, page)
        return page

    def users(self, x_user_ids: tuple[str, ...]) -> tuple[User, ...]:
        with self._lock:
            self._afford_reads(Kind.USER_READ, x_user_ids)
            with self._billed_anyway(Purpose.INBOX, Kind.USER_READ):
                found = self._inner.users(x_user_ids)
            self._book_reads(Purpose.INBOX, Kind.USER_READ, (user.id for user in found))
        return found

    def _read_timeline(
        self,
        read: Callable[[int], PostPage],
        purpose: Purpose,
        *,
        limit: int,
        least: int,
        each: int,
    ) -> PostPage:
        most = page_cost(limit, least)
        left = self._purse.left()
        if left is not None and most * each > left:
            most = _whole_pages(left // each, least)
        if most < least:
            raise self._purse.reached(
                "not even the smallest page fits", cost=least * each, left=left
            )
        with self._billed_anyway(purpose, Kind.OWNED_READ):
            page = read(most)
        self._book_page(purpose, Kind.OWNED_READ, page)
        if most < limit and page.next_token is not None:
            raise self._purse.reached("X has more than the budget pays for")
        return replace(page, posts=page.posts[:limit])

    def _price(self, kind: Kind, count: int = 1) -> int:
        return self._ledger.prices.of(kind, count)

    def _afford_reads(self, kind: Kind, x_ids: tuple[str, ...]) -> None:
        unbilled = self._ledger.unbilled(self._account_id, kind, x_ids)
        self._purse.afford(self._price(kind, unbilled))

    def _book_page(self, purpose: Purpose, kind: Kind, page: PostPage) -> None:
        posts = tuple(post.id for post in page.posts)
        for came in page.came or (Came(posts, users=tuple(page.users)),):
            self._book_came(purpose, kind, came)

    def _book_came(self, purpose: Purpose, kind: Kind, came: Came) -> None:
        """In X's order: what was asked for first, then what came along."""
        self._book_reads(purpose, kind, came.posts)
        self._book_reads(purpose, Kind.POST_READ, came.along)
        self._book_reads(purpose, Kind.USER_READ, came.users)

    @contextmanager
    def _billed_anyway(self, purpose: Purpose, kind: Kind) -> Iterator[None]:
        """X charges for an answer that cannot be understood, too, and for those before it."""
        try:
            yield
        except AppError as error:
            for came in error.came:
                self._book_came(purpose, kind, came)
            raise

    def _book(self, purpose: Purpose, kind: Kind) -> None:
        try:
            self._ledger.book(self._account_id, purpose, kind)
        except StorageTrouble as error:
            self._not_booked(error)

    def _book_post(self, text: str, reply_to: str | None, created: CreatedPost) -> None:
        try:
            self._ledger.book_post(self._account_id, text, reply_to, x_post_id=created.id)
        except StorageTrouble as error:
            self._not_booked(error)

    def _book_reads(self, purpose: Purpose, kind: Kind, x_ids: Iterable[str]) -> None:
        try:
            self._ledger.book_reads(self._account_id, purpose, kind, x_ids)
        except StorageTrouble as error:
            self._not_booked(error)

    def _not_booked(self, error: StorageTrouble) -> None:
        # X has done what was asked: to fail now would have a post sent a second time.
        logger.warning("a paid call is missing in the book: %s", error.problem.value)


def _whole_pages(most: int, least: int) -> int:
    """No more than `most` without a last page so small that X would answer a larger one."""
    rest = most % FULL_PAGE
    return most - rest if rest < least else most
