"""Gives the sample shop the readings of the 90 days before its first one.

So a newcomer sees at once what the Analytics page will show of the own shop after two months. Only
the practice account has a past that can be asked for; a real account begins with its first day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from services.clock import DAY
from services.inbox.arrivals import plain_text
from services.media.pictures import PictureStore
from services.store.database import Database
from services.x_api.practice import history
from services.x_api.practice.pictures import kind_of
from services.x_api.practice.render import OWNER_DAYS
from services.x_api.practice.words import RESOURCES
from services.x_api.practice.x import PracticeX

_AT_ONCE = 500
"""Rows of one transaction: some 5 ms, so that no other writer notices."""

_POST = """
INSERT INTO own_post(account_id, x_post_id, x_conversation_id, x_parent_id, text, pictures,
                     has_link, links, created_at, picture)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
"""
_READING = """
INSERT INTO post_snapshot(account_id, x_post_id, utc_day, taken_at, impressions, likes, reposts,
                          replies, quotes, bookmarks, engagements, link_clicks, profile_clicks)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
"""
_DAY = """
INSERT INTO account_day(account_id, utc_day, taken_at, followers, following, posts, reads_from)
VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
"""


def keep_past(
    database: Database, account_id: str, x: PracticeX, now: int, *, pictures: PictureStore
) -> None:
    """In the fetch lane. The days come last: while there are none, it was not done to its end."""
    told = history.past(x, now)
    if not told.days:
        return
    kept = _kept(pictures, {post.picture for post in told.posts if post.picture})
    _write(database, _POST, _posts(account_id, told, kept))
    _write(database, _READING, _readings(account_id, told))
    _write(database, _DAY, _days(account_id, told))


def _write(database: Database, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
    left = iter(rows)
    while some := list(islice(left, _AT_ONCE)):
        with database.transaction() as connection:
            connection.executemany(statement, some)


def _kept(pictures: PictureStore, names: set[str]) -> dict[str, str]:
    """Copies of the sample's own files, by their names; what the owner posted is kept elsewhere."""
    kept: dict[str, str] = {}
    for name in sorted(names):
        path = RESOURCES / name
        if not path.is_file():
            continue
        data = path.read_bytes()
        kind = kind_of(data)
        if kind is not None:
            picture = pictures.add_known(
                data, name=name, mime=kind.mime, width=kind.width, height=kind.height
            )
            kept[name] = picture.hash
    return kept


def _posts(
    account_id: str, told: history.History, kept: dict[str, str]
) -> Iterator[tuple[Any, ...]]:
    read = {reading.post_id for reading in told.readings}
    for post in told.posts:
        if post.id in read:
            yield (
                account_id,
                post.id,
                post.conversation_id,
                post.parent_id,
                plain_text(post.text),
                post.pictures,
                int(bool(post.links)),
                " ".join(post.links),
                post.created_at,
                kept.get(post.picture or ""),
            )


def _readings(account_id: str, told: history.History) -> Iterator[tuple[Any, ...]]:
    """X tells link clicks only of a post that has a link."""
    linked = {post.id for post in told.posts if post.links}
    for one in told.readings:
        yield (
            account_id,
            one.post_id,
            one.utc_day,
            one.taken_at,
            one.impressions,
            one.likes,
            one.reposts,
            one.replies,
            one.quotes,
            one.bookmarks,
            one.engagements,
            one.link_clicks if one.post_id in linked else None,
            one.profile_clicks,
        )


def _days(account_id: str, told: history.History) -> Iterator[tuple[Any, ...]]:
    """Nothing is known of the days before the first."""
    began = told.days[0].utc_day * DAY
    for day in told.days:
        yield (
            account_id,
            day.utc_day,
            day.taken_at,
            day.followers,
            day.following,
            day.posts,
            max(began, day.taken_at - OWNER_DAYS * DAY),
        )
