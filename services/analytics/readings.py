"""The own posts of a period, each with one reading, and what is summed of them.

Which reading: the one taken nearest to noon of the period's last day, or the newest while that day
lasts. So a period's posts are all counted as they stood when it ended, two periods are compared at
the same age, and a past period's figures stay as they are. A period over before Shoplark began is
counted as it stood when it was first read. X's figures are lifetime totals: a post is counted in
the period it was published in, and only there.

Link and profile clicks are taken from the reading so chosen among the owner's own readings, which
X gives for 30 days: what it no longer tells is unknown, not 0. A post without a link has no link
clicks, and needs none.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from services.analytics.coverage import Calendar
from services.analytics.figures import FigureItem, Key, Period
from services.publishing.filed import has_part, is_part


@dataclass(frozen=True, slots=True)
class Reading:
    """One own post. `answer`: said to somebody else. Counts are None when not yet read.

    `told`: X gave the owner's own figures of it at least once. `picture` is the hash of its first
    picture where that was kept here; `pictured`: it has one, here or on X alone.
    """

    x_post_id: str | None
    post_id: str | None
    at: int
    text: str
    answer: bool
    told: bool = False
    seen: int | None = None
    likes: int | None = None
    reposts: int | None = None
    replies: int | None = None
    quotes: int | None = None
    bookmarks: int | None = None
    link_clicks: int | None = None
    profile_clicks: int | None = None
    picture: str | None = None
    pictured: bool = False

    @property
    def is_read(self) -> bool:
        """Whether X has told anything of it yet."""
        return self.seen is not None

    @property
    def engagements(self) -> int | None:
        """What people did with it that anybody can see, and X tells at any age."""
        kinds = (self.likes, self.reposts, self.replies, self.quotes, self.bookmarks)
        known = [count for count in kinds if count is not None]
        return sum(known) if len(known) == len(kinds) else None


_CHOSEN = """(
  SELECT utc_day FROM post_snapshot AS one
  WHERE one.account_id = own.account_id AND one.x_post_id = own.x_post_id {only}
  ORDER BY abs(one.taken_at - :counted_at), one.utc_day DESC LIMIT 1)"""

_PICTURE = """(
  SELECT picture FROM attachment WHERE part_id = part.id ORDER BY attachment.position LIMIT 1)"""

_FROM_X = f"""
SELECT own.x_post_id, part.post_id, own.created_at AS at, coalesce(part.text, own.text) AS text,
       own.x_parent_id IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM own_post AS parent WHERE parent.account_id = own.account_id
                         AND parent.x_post_id = own.x_parent_id)
         AND NOT {has_part("own.x_parent_id", "own.account_id")}
         AS answer,
       reading.impressions AS seen, reading.likes, reading.reposts, reading.replies,
       reading.quotes, reading.bookmarks, owners.utc_day IS NOT NULL AS told,
       owners.link_clicks, owners.profile_clicks, coalesce({_PICTURE}, own.picture) AS picture,
       own.pictures > 0 AS pictured
FROM own_post AS own
LEFT JOIN part ON {is_part("own.x_post_id", "own.account_id")}
LEFT JOIN post_snapshot AS reading ON reading.account_id = own.account_id
  AND reading.x_post_id = own.x_post_id AND reading.utc_day = {_CHOSEN.format(only="")}
LEFT JOIN post_snapshot AS owners ON owners.account_id = own.account_id
  AND owners.x_post_id = own.x_post_id
  AND owners.utc_day = {_CHOSEN.format(only="AND one.engagements IS NOT NULL")}
WHERE own.account_id = :account AND own.created_at >= :first AND own.created_at < :end
"""  # noqa: S608  # our own SQL; values are bound

_FROM_HERE = f"""
SELECT part.x_post_id, post.id AS post_id, coalesce(part.sent_at, post.sent_at) AS at, part.text,
       post.answers_item IS NOT NULL AND part.position = 0 AS answer, {_PICTURE} AS picture
FROM post JOIN part ON part.post_id = post.id
WHERE post.account_id = :account AND post.state = 'sent'
  AND coalesce(part.sent_at, post.sent_at) >= :first
  AND coalesce(part.sent_at, post.sent_at) < :end
  AND NOT EXISTS (SELECT 1 FROM own_post AS own WHERE own.account_id = post.account_id
                  AND own.x_post_id = part.x_post_id)
"""  # noqa: S608  # our own SQL; values are bound


def readings(
    connection: sqlite3.Connection, account_id: str, period: Period, calendar: Calendar
) -> tuple[Reading, ...]:
    """Oldest first. Posts sent from here that X has not shown yet stand without counts."""
    first, end = calendar.span(period)
    values = {
        "account": account_id,
        "first": first,
        "end": end,
        "counted_at": calendar.counted_at(period),
    }
    found = [
        _reading(dict(row))
        for query in (_FROM_X, _FROM_HERE)
        for row in connection.execute(query, values)
    ]
    return tuple(sorted(found, key=lambda one: one.at))


def _reading(row: dict[str, Any]) -> Reading:
    truths = {name: bool(row.get(name)) for name in ("answer", "told")}
    pictured = bool(row.get("pictured") or row["picture"])
    return Reading(**{**row, **truths, "pictured": pictured})


_COLUMNS = {
    Key.SEEN: "seen",
    Key.ENGAGEMENTS: "engagements",
    Key.LINK_CLICKS: "link_clicks",
    Key.PROFILE_CLICKS: "profile_clicks",
    Key.LIKES: "likes",
    Key.REPOSTS: "reposts",
    Key.REPLIES: "replies",
    Key.QUOTES: "quotes",
    Key.BOOKMARKS: "bookmarks",
}
POST_KEYS = frozenset({Key.POSTS, Key.DAYS_POSTED, Key.ANSWERS, Key.RATE, *_COLUMNS})
"""The figures that are made of own posts alone."""


def post_items(found: Iterable[Reading], key: Key, calendar: Calendar) -> tuple[FigureItem, ...]:
    """The lines of a figure made of posts; a post whose count is unknown has none."""
    found = tuple(found)
    if key is Key.POSTS:
        return tuple(_item(one, 1) for one in found if not one.answer)
    if key is Key.DAYS_POSTED:
        # The first post of a day stands for it: the dictionary keeps the last one written.
        by_day = {calendar.day(one.at): one for one in reversed(found) if not one.answer}
        return tuple(_item(by_day[day], 1) for day in sorted(by_day))
    if key is Key.ANSWERS:
        return tuple(_item(one, 1) for one in found if one.answer)
    if key is Key.RATE:
        total = sum(one.seen or 0 for one in found)
        return tuple(
            _item(one, one.engagements / total)
            for one in found
            if total and one.engagements is not None
        )
    column = _COLUMNS[key]
    return tuple(_item(one, value) for one in found if (value := getattr(one, column)) is not None)


def _item(one: Reading, value: int | float) -> FigureItem:
    return FigureItem(
        at=one.at,
        value=value,
        text=one.text,
        x_post_id=one.x_post_id,
        post_id=one.post_id,
        answer=one.answer,
        picture=one.picture,
        pictured=one.pictured,
    )
