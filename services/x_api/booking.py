"""Books each call so that the book, with what is in doubt, is never below X's bill.

What X may do without our hearing of it is in the book before it is asked, and is taken back when X
surely did not do it. Only a new post is not: its part says that X was asked (`attempted_at`), and
it is looked for on X. Used under the account's lock.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from services.errors import (
    AnswerNotUnderstood,
    AppError,
    OutcomeUnknown,
    ServerTrouble,
    StorageTrouble,
)
from services.x_api.client import Came, CreatedPost, PostPage
from services.x_api.ledger import Ledger, Purpose
from services.x_api.open_reads import Item, Span
from services.x_api.prices import Kind

logger = logging.getLogger(__name__)

_PERHAPS_DONE = (OutcomeUnknown, ServerTrouble, AnswerNotUnderstood)
"""After these X may have done, and billed, what was asked (x_platform.md §5: 5xx, time-outs)."""


class Booking:
    def __init__(self, ledger: Ledger, account_id: str) -> None:
        self._ledger = ledger
        self._account_id = account_id

    @contextmanager
    def ahead(self, purpose: Purpose, kind: Kind) -> Iterator[None]:
        """A call with a price by itself. Raises StorageTrouble before X is asked."""
        ahead = self._ledger.book_ahead(self._account_id, purpose, kind)
        try:
            yield
        except AppError as error:
            if not isinstance(error, _PERHAPS_DONE):
                with _not_failing():
                    self._ledger.take_back(self._account_id, ahead)
            raise

    @contextmanager
    def known_reads(
        self, purpose: Purpose, kind: Kind, x_ids: Iterable[str]
    ) -> Iterator[Callable[[tuple[Came, ...]], None]]:
        """Things read by their ids: booked until the answer says better what X billed.

        It is given to what the block is handed.
        """
        ahead = self._ledger.book_ahead(self._account_id, purpose, kind, x_ids)

        def answered(all_of_it: tuple[Came, ...]) -> None:
            """One step: who dies within it has what was booked ahead."""
            with _not_failing(), self._ledger.one_step():
                self._ledger.take_back(self._account_id, ahead)
                for came in all_of_it:
                    self._came(purpose, kind, came)

        try:
            yield answered
        except AppError as error:
            if not _is_lost(error):
                answered(error.came)
            raise

    @contextmanager
    def asking(
        self, purpose: Purpose, kind: Kind, span: Span, cost: int, *, page: int | None = None
    ) -> Iterator[None]:
        """A read that X may bill up to `cost`; `page` where each has a price by itself.

        X charges for an answer that cannot be understood, too, and for those before it. What was
        written down is settled by `settle`. Raises StorageTrouble before X is asked.
        """
        reads = self._ledger.open_reads
        read = reads.begin(self._account_id, purpose, kind, span, cost)
        try:
            yield
        except AppError as error:
            with _not_failing():
                for came in error.came:
                    self._came(purpose, kind, came)
                if _is_lost(error):
                    reads.lost(self._account_id, read, min(cost, page or cost))
                else:
                    reads.drop(read)
            raise

    def settle(self, span: Span, items: Iterable[Item], *, whole: bool) -> None:
        """After what `span` brought was booked: it, and what was lost of it before, has come."""
        with _not_failing():
            self._ledger.settle(self._account_id, span, items, whole=whole)

    def page(self, purpose: Purpose, kind: Kind, page: PostPage) -> None:
        with _not_failing():
            for came in came_with(page):
                self._came(purpose, kind, came)

    def post(self, text: str, reply_to: str | None, created: CreatedPost) -> None:
        with _not_failing():
            self._ledger.book_post(self._account_id, text, reply_to, x_post_id=created.id)

    def reads(self, purpose: Purpose, kind: Kind, x_ids: Iterable[str]) -> None:
        with _not_failing():
            self._ledger.book_reads(self._account_id, purpose, kind, x_ids)

    def _came(self, purpose: Purpose, kind: Kind, came: Came) -> None:
        """In X's order: what was asked for first, then what came along."""
        for of, x_ids in (
            (kind, came.posts),
            (Kind.POST_READ, came.along),
            (Kind.USER_READ, came.users),
        ):
            self._ledger.book_reads(self._account_id, purpose, of, x_ids)


def came_with(page: PostPage) -> tuple[Came, ...]:
    posts = tuple(post.id for post in page.posts)
    return page.came or (Came(posts, users=tuple(page.users)),)


@contextmanager
def _not_failing() -> Iterator[None]:
    try:
        yield
    except StorageTrouble as error:
        # X has done what was asked: to fail now would have a post sent a second time.
        logger.warning("the book is not up to date: %s", error.problem.value)


def _is_lost(error: AppError) -> bool:
    """Whether an answer did not come; the last of `came` is then empty, if there is any."""
    understood = error.came and error.came[-1] != Came()
    return isinstance(error, _PERHAPS_DONE) and not understood
