"""Pages of X's answers put together: up to a limit, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from services.errors import AppError
from services.x_api.client import Came, PostPage, User

FULL_PAGE = 100
LEAST_PAGE = 5
LEAST_OWNER_PAGE = 10
"""With owner metrics X may answer a smaller page empty (x_platform.md §1.5)."""
MOST_EMPTY_PAGES = 3
"""X may answer an empty page that has a next one; this many in a row are believed."""


class ReadPage(Protocol):
    def __call__(self, *, max_results: int, pagination_token: str | None) -> PostPage: ...


def read_pages(read: ReadPage, *, limit: int, least: int) -> PostPage:
    """At most `limit` posts. `next_token` is set when X has more of them.

    An error tells in `came` of the pages before, too; the last one is empty when its own was lost.
    """
    pages: list[PostPage] = []
    token: str | None = None
    left, empty = limit, 0
    while left > 0:
        try:
            page = read(max_results=min(max(left, least), FULL_PAGE), pagination_token=token)
        except AppError as error:
            came = error.came or ((Came(),) if pages else ())
            error.came = (*(one for before in pages for one in before.came), *came)
            raise
        pages.append(page)
        left -= len(page.posts)
        empty = 0 if page.posts else empty + 1
        token = page.next_token
        if token is None or empty == MOST_EMPTY_PAGES:
            break
    return joined(pages, limit=limit, next_token=token)


def joined(
    pages: Sequence[PostPage], *, limit: int | None = None, next_token: str | None = None
) -> PostPage:
    users: dict[str, User] = {}
    for page in pages:
        users.update(page.users)
    ids = [page.newest_id for page in pages if page.newest_id is not None]
    return PostPage(
        posts=tuple(post for page in pages for post in page.posts)[:limit],
        users=users,
        newest_id=max(ids, key=int, default=None),
        next_token=next_token,
        came=tuple(one for page in pages for one in page.came),
    )


def hundreds(ids: Sequence[str]) -> Iterator[list[str]]:
    """Ids in the portions X takes in one call."""
    for start in range(0, len(ids), FULL_PAGE):
        yield list(ids[start : start + FULL_PAGE])


def page_cost(limit: int, least: int) -> int:
    """How many posts X may bill for a read of `limit`: a page is never smaller than `least`."""
    full, rest = divmod(limit, FULL_PAGE)
    return full * FULL_PAGE + (max(rest, least) if rest else 0)
