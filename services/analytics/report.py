"""28 days against the 28 before: tiles, the line, the best posts, all from lists of lines.

A tile is made from its list and from nothing else, so it always equals what the owner sees on
opening it. A change is told only where it is honest: both periods read whole, at least three
lines in each, and something to compare with. The line is another measure (see `daily`): what all
posts gained on each day, not what the posts of the period have gained by now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.accounts.accounts import Way
from services.analytics.coverage import Calendar, days_heard, days_read
from services.analytics.daily import seen_by_day
from services.analytics.figures import (
    ENGAGEMENT_KINDS,
    TILES,
    FigureItem,
    Figures,
    Key,
    Period,
    Point,
    TopPost,
)
from services.analytics.own_posts import OwnPost, posts_from_x
from services.analytics.people import first_answer_items, follower_items, mention_items
from services.analytics.readings import POST_KEYS, post_items, readings
from services.analytics.tiles import Side, headline_of, make_tile
from services.clock import Clock
from services.inbox.feeds import MENTIONS
from services.store.database import Database

if TYPE_CHECKING:
    from services.accounts.accounts import Accounts

TOP = 5


class Report:
    """Reads the store alone: nothing here asks X."""

    def __init__(self, database: Database, clock: Clock, accounts: Accounts) -> None:
        self._database = database
        self._clock = clock
        self._accounts = accounts

    def build(self, account_id: str, *, end_day: int | None = None, days: int = 28) -> Figures:
        """`end_day`: the last day, in days since 1970 in the account's zone; today if None."""
        calendar = self._calendar(account_id)
        last = calendar.today if end_day is None else end_day
        period = Period(last - days + 1, last)
        now, before = (self._side(account_id, one, calendar) for one in (period, period.before()))
        tiles = tuple(make_tile(key, now, before) for key in TILES)
        headline, percent = headline_of(tiles[TILES.index(Key.SEEN)])
        return Figures(
            period=period,
            earlier=before.period,
            tiles=tiles,
            engagement_kinds=tuple(make_tile(key, now, before) for key in ENGAGEMENT_KINDS),
            line=self._line(account_id, period, calendar),
            top_posts=_top_posts(now),
            headline=headline,
            percent=percent,
        )

    def items(self, account_id: str, key: Key | str, period: Period) -> tuple[FigureItem, ...]:
        """The list behind a tile, oldest first: its sum, or for `first_answer` its median, is the
        tile's value. A line of `rate` is that post's share of it."""
        return self._lines(account_id, Key(key), period, self._calendar(account_id))

    def posts_from_x(self, account_id: str, *, since: int, until: int) -> tuple[OwnPost, ...]:
        """What was not written here, oldest first; answers are left out."""
        return posts_from_x(self._database.connection, account_id, since=since, until=until)

    def _calendar(self, account_id: str) -> Calendar:
        return Calendar(self._accounts.get(account_id).zone, self._clock.now())

    def _lines(
        self, account_id: str, key: Key, period: Period, calendar: Calendar
    ) -> tuple[FigureItem, ...]:
        connection = self._database.connection
        if key in POST_KEYS:
            return post_items(readings(connection, account_id, period, calendar), key, calendar)
        return _PEOPLE[key](connection, account_id, period, calendar)

    def _side(self, account_id: str, period: Period, calendar: Calendar) -> Side:
        connection = self._database.connection
        posts = readings(connection, account_id, period, calendar)
        days = frozenset(range(period.first_day, period.last_day + 1))
        unread = days - days_read(connection, account_id, period, calendar)
        unheard = days - days_heard(connection, account_id, MENTIONS, period, calendar)
        lines = {key: post_items(posts, key, calendar) for key in POST_KEYS}
        for key, of_people in _PEOPLE.items():
            lines[key] = of_people(connection, account_id, period, calendar)
        missing = dict.fromkeys(POST_KEYS, unread)
        untold = frozenset(calendar.day(one.at) for one in posts if not one.told and one.is_read)
        missing[Key.LINK_CLICKS] = missing[Key.PROFILE_CLICKS] = unread | untold
        missing[Key.MENTIONS] = unheard
        missing[Key.FIRST_ANSWER] = frozenset()
        missing[Key.FOLLOWERS] = days - {calendar.day(one.at) for one in lines[Key.FOLLOWERS]}
        if self._accounts.get(account_id).way is Way.BY_HAND:
            missing |= dict.fromkeys((Key.POSTS, Key.DAYS_POSTED, Key.ANSWERS), frozenset())
        return Side(period, calendar, posts, lines, missing)

    def _line(self, account_id: str, period: Period, calendar: Calendar) -> tuple[Point, ...]:
        both = Period(period.before().first_day, period.last_day)
        seen = seen_by_day(self._database.connection, account_id, both, calendar)
        return tuple(
            Point(day, seen.get(day), seen.get(day - period.days), over=day < calendar.today)
            for day in range(period.first_day, period.last_day + 1)
        )


def _top_posts(side: Side) -> tuple[TopPost, ...]:
    shown = [one for one in side.posts if one.seen is not None and not one.answer]
    best = sorted(shown, key=lambda one: (-(one.seen or 0), -one.at))[:TOP]
    return tuple(
        TopPost(
            x_post_id=one.x_post_id or "",
            text=one.text,
            at=one.at,
            seen=one.seen or 0,
            engagements=one.engagements or 0,
            picture=one.picture,
            pictured=one.pictured,
        )
        for one in best
    )


_PEOPLE = {
    Key.MENTIONS: mention_items,
    Key.FIRST_ANSWER: first_answer_items,
    Key.FOLLOWERS: follower_items,
}
