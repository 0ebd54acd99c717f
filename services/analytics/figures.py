"""The values of the Analytics page. Days are counted from 1970-01-01 in the account's zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_FIRST = date(1970, 1, 1)


def day_of(moment: date) -> int:
    return (moment - _FIRST).days


def date_of(day: int) -> date:
    return _FIRST + timedelta(days=day)


class Key(StrEnum):
    POSTS = "posts"
    DAYS_POSTED = "days_posted"
    SEEN = "seen"
    ENGAGEMENTS = "engagements"
    RATE = "rate"
    LINK_CLICKS = "link_clicks"
    PROFILE_CLICKS = "profile_clicks"
    MENTIONS = "mentions"
    ANSWERS = "answers"
    FIRST_ANSWER = "first_answer"
    FOLLOWERS = "followers"
    LIKES = "likes"
    REPOSTS = "reposts"
    REPLIES = "replies"
    QUOTES = "quotes"
    BOOKMARKS = "bookmarks"


TILES = (
    Key.POSTS,
    Key.DAYS_POSTED,
    Key.SEEN,
    Key.ENGAGEMENTS,
    Key.RATE,
    Key.LINK_CLICKS,
    Key.PROFILE_CLICKS,
    Key.MENTIONS,
    Key.ANSWERS,
    Key.FIRST_ANSWER,
    Key.FOLLOWERS,
)
ENGAGEMENT_KINDS = (Key.LIKES, Key.REPOSTS, Key.REPLIES, Key.QUOTES, Key.BOOKMARKS)


class Why(StrEnum):
    """Why a tile has no change, or no value."""

    NOTHING = ""
    TOO_FEW = "too_few"
    NOT_AVAILABLE = "not_available"


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days, both included."""

    first_day: int
    last_day: int

    @property
    def days(self) -> int:
        return self.last_day - self.first_day + 1

    def before(self) -> Period:
        """As many days, just before."""
        return Period(self.first_day - self.days, self.first_day - 1)


@dataclass(frozen=True, slots=True)
class Tile:
    """`rate` is a share (0.02), `first_answer` seconds, all else counts.

    `change` is a share of `before` (0.18: 18 % more), None when it would not be honest; `why`
    then says why. `missing_days` counts the days of the period that could not be read.
    """

    key: Key
    value: int | float | None
    before: int | float | None
    change: float | None
    missing_days: int = 0
    why: Why = Why.NOTHING


@dataclass(frozen=True, slots=True)
class Point:
    """How often posts were seen on `day`, and on the same day a period earlier.

    None for a day without a reading at its start and its end. `over`: False for today, which has
    no value yet.
    """

    day: int
    value: int | None
    before: int | None
    over: bool = True


@dataclass(frozen=True, slots=True)
class TopPost:
    """`picture` is the hash of its first picture when the post was written here.

    `pictured`: it has one, here or on X alone.
    """

    x_post_id: str
    text: str
    at: int
    seen: int
    engagements: int
    picture: str | None = None
    pictured: bool = False


@dataclass(frozen=True, slots=True)
class FigureItem:
    """One line of the list behind a tile. The values of the lines make the tile's value.

    `answer`: said to somebody. `picture` and `pictured` as in `TopPost`.
    """

    at: int
    value: int | float
    text: str = ""
    x_post_id: str | None = None
    post_id: str | None = None
    item_id: str | None = None
    answer: bool = False
    picture: str | None = None
    pictured: bool = False


class Headline(StrEnum):
    """How the period did by the number of times posts were seen."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    NEW = "new"
    """Nothing yet to compare with."""


@dataclass(frozen=True, slots=True)
class Figures:
    """`percent` is the whole per cents of the headline's change, without a sign."""

    period: Period
    earlier: Period
    tiles: tuple[Tile, ...]
    engagement_kinds: tuple[Tile, ...]
    line: tuple[Point, ...]
    top_posts: tuple[TopPost, ...]
    headline: Headline
    percent: int

    @property
    def first_day(self) -> int:
        return self.period.first_day

    @property
    def last_day(self) -> int:
        return self.period.last_day

    @property
    def day_count(self) -> int:
        return self.period.days

    def tile(self, key: Key | str) -> Tile:
        """Raises KeyError for a key that is no figure."""
        for tile in (*self.tiles, *self.engagement_kinds):
            if tile.key == key:
                return tile
        raise KeyError(key)
