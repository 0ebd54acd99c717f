"""What Shoplark would have written down, had it been there all along.

X shows link and profile clicks for 30 days only and followers only of today. So that the sample
shop's figures have a "before", this tells the daily readings of the days before the first start.
They are the same pure functions that answer a live call, asked for an earlier moment.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from sqlite3 import Row

from services.clock import DAY, utc_day
from services.x_api.practice import metrics, render, wording
from services.x_api.practice.call import Call
from services.x_api.practice.messages import Request
from services.x_api.practice.state import fact
from services.x_api.practice.x import PracticeX

HOUR_OF_READING = 21 * 3_600
"""Once a day, in the evening by UTC."""


@dataclass(frozen=True, slots=True)
class PastPost:
    """A post of the shop. `text` is X's, with short links, as a live call gives it; `links` says
    where they lead.

    `picture` is the file of its first one, in the sample's folder.
    """

    id: str
    conversation_id: str
    parent_id: str | None
    text: str
    pictures: int
    links: tuple[str, ...]
    created_at: int
    picture: str | None = None


@dataclass(frozen=True, slots=True)
class PastReading:
    """Lifetime totals of one post as they stood at `taken_at`."""

    post_id: str
    utc_day: int
    taken_at: int
    impressions: int
    likes: int
    reposts: int
    replies: int
    quotes: int
    bookmarks: int
    engagements: int
    link_clicks: int
    profile_clicks: int


@dataclass(frozen=True, slots=True)
class PastDay:
    """The account itself on one day."""

    utc_day: int
    taken_at: int
    followers: int
    following: int
    posts: int


@dataclass(frozen=True, slots=True)
class History:
    """Oldest first. Every post is read daily from its own day to its 30th, but not today."""

    posts: tuple[PastPost, ...]
    readings: tuple[PastReading, ...]
    days: tuple[PastDay, ...]


def past(x: PracticeX, now: int, *, days: int = 90) -> History:
    """The last `days` days without today. Empty for a practice X without the sample."""
    with x.state.transaction() as db:
        shop = db.execute("SELECT * FROM user WHERE role = 'shop'").fetchone()
        call = Call(
            db=db, request=Request("GET", "/"), now=now, seed=fact(db, "seed"), me=shop["id"]
        )
        rows = db.execute(
            "SELECT * FROM post WHERE author = ? AND deleted_at IS NULL ORDER BY id", (shop["id"],)
        ).fetchall()
        today = utc_day(now)
        moments = [day * DAY + HOUR_OF_READING for day in range(today - days, today)]
        return History(
            posts=tuple(_post(call, row) for row in rows),
            readings=_readings(call, rows, moments),
            days=tuple(_day(call, shop, rows, at) for at in moments) if rows else (),
        )


def _readings(call: Call, rows: list[Row], moments: list[int]) -> tuple[PastReading, ...]:
    """Of each day, the posts that X still gives the owner's figures of."""
    span = render.OWNER_DAYS * DAY
    known = [(row, render.traits_of(call, row), _replied_at(call, row)) for row in rows]
    return tuple(
        _reading(call.seed, row["id"], traits, replied, at)
        for at in moments
        for row, traits, replied in known
        if 0 <= at - row["created_at"] <= span
    )


def _replied_at(call: Call, row: Row) -> list[int]:
    found = call.db.execute(
        "SELECT created_at FROM post WHERE parent = ? AND deleted_at IS NULL ORDER BY created_at",
        (row["id"],),
    )
    return [reply["created_at"] for reply in found]


def _post(call: Call, row: Row) -> PastPost:
    pictures = render.media_of(call, row["id"])
    keys = [f"3_{media['id']}" for media in pictures]
    shown = wording.show(row["text"], row["id"], media=keys)
    urls = shown.entities.get("urls", ())
    return PastPost(
        id=str(row["id"]),
        conversation_id=str(row["conversation"]),
        parent_id=str(row["parent"]) if row["parent"] else None,
        text=shown.text,
        pictures=len(keys),
        links=tuple(url["expanded_url"] for url in urls if "media_key" not in url),
        created_at=row["created_at"],
        picture=pictures[0]["file"] if pictures else None,
    )


def _reading(
    seed: int, post: int, traits: metrics.Traits, replied: list[int], at: int
) -> PastReading:
    figures = metrics.figures(seed, post, traits, at - traits.created_at)
    replies = bisect_right(replied, at)
    return PastReading(
        post_id=str(post),
        utc_day=utc_day(at),
        taken_at=at,
        impressions=figures.impressions,
        likes=figures.likes,
        reposts=figures.reposts,
        replies=replies,
        quotes=figures.quotes,
        bookmarks=figures.bookmarks,
        engagements=figures.engagements(replies),
        link_clicks=figures.link_clicks,
        profile_clicks=figures.profile_clicks,
    )


def _day(call: Call, shop: Row, rows: list[Row], at: int) -> PastDay:
    started = fact(call.db, "started_at")
    return PastDay(
        utc_day=utc_day(at),
        taken_at=at,
        followers=metrics.followers(call.seed, (at - started) / DAY),
        following=shop["following"],
        posts=sum(row["created_at"] <= at for row in rows),
    )
