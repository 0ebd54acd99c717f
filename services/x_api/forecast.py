"""What a month will cost: the shop's own last 28 days, carried on, at the prices of today.

Each line says what it is the product of, so that it can be checked by hand. Dearer than it will be
rather than cheaper: each author of a new word counts, once a week, whoever is known already.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from services.accounts.account import Checking
from services.clock import DAY, Clock
from services.store.database import Database
from services.x_api.pace import PACES
from services.x_api.prices import Kind, Prices

MONTH = 30
"""Days."""
_OWNER_DAYS = 30
"""Of so many days X tells the owner's figures, and so old posts are read."""


class What(StrEnum):
    POSTS = "posts"
    LINKS = "links"
    ANSWERS = "answers"
    ALT_TEXTS = "alt_texts"
    MENTIONS = "mentions"
    AUTHORS = "authors"
    FIGURES = "figures"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Line:
    """`count` of them at `price` micro-dollars, `times` a month."""

    what: What
    count: int
    price: int
    times: int = 1

    @property
    def cost(self) -> int:
        return self.count * self.price * self.times


@dataclass(frozen=True, slots=True)
class Forecast:
    """`days`: how many of the shop's own days it rests on; 0 for none."""

    lines: tuple[Line, ...]
    days: int

    @property
    def total(self) -> int:
        return sum(line.cost for line in self.lines)


@dataclass(frozen=True, slots=True)
class Habits:
    """What the shop did in its last `days` days, at most 28."""

    days: int
    posts: int = 0
    links: int = 0
    answers: int = 0
    alt_texts: int = 0
    mentions: int = 0
    authors: int = 0

    def in_a_month(self, count: int) -> int:
        return -(-count * MONTH // self.days) if self.days else 0


class Forecasts:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def habits(self, account_id: str) -> Habits:
        """Of fewer days than a week nothing can be said: then 7 are counted all the same."""
        now = self._clock.now()
        first = self._database.connection.execute(
            "SELECT min(at) FROM ("
            "SELECT min(created_at) AS at FROM own_post WHERE account_id = ?1 UNION ALL "
            "SELECT min(created_at) FROM inbox_item WHERE account_id = ?1)",
            (account_id,),
        ).fetchone()[0]
        if first is None or first > now:
            return Habits(0)
        days = min(max(-(-(now - first) // DAY), 7), 28)
        counted = self._database.connection.execute(
            "SELECT "
            "(SELECT count(*) FROM own_post AS own WHERE own.account_id = ?1 AND created_at > ?2 "
            " AND NOT has_link AND NOT EXISTS (SELECT 1 FROM inbox_item AS item "
            " WHERE item.account_id = ?1 AND item.x_id = own.x_parent_id)) AS posts, "
            "(SELECT count(*) FROM own_post WHERE account_id = ?1 AND created_at > ?2 "
            " AND has_link) AS links, "
            "(SELECT count(*) FROM own_post AS own JOIN inbox_item AS item "
            " ON item.account_id = own.account_id AND item.x_id = own.x_parent_id "
            " WHERE own.account_id = ?1 AND own.created_at > ?2 AND NOT has_link) AS answers, "
            "(SELECT count(*) FROM attachment JOIN part ON part.id = part_id "
            " JOIN post ON post.id = post_id WHERE post.account_id = ?1 AND part.sent_at > ?2 "
            " AND alt_text != '') AS alt_texts, "
            "(SELECT count(*) FROM inbox_item WHERE account_id = ?1 AND created_at > ?2 "
            " AND kind = 'mention') AS mentions, "
            "(SELECT count(DISTINCT customer_id || ' ' || created_at / 604800) FROM inbox_item "
            " WHERE account_id = ?1 AND created_at > ?2) AS authors",
            (account_id, now - days * DAY),
        ).fetchone()
        return Habits(days, *counted)

    def month(self, account_id: str, checking: Checking, prices: Prices) -> Forecast:
        return forecast(self.habits(account_id), checking, prices)


def forecast(habits: Habits, checking: Checking, prices: Prices) -> Forecast:
    month = habits.in_a_month
    readings = -(-MONTH // PACES[checking].figures)
    own = month(habits.posts) + month(habits.links) + month(habits.answers)
    lines = (
        Line(What.POSTS, month(habits.posts), prices.of(Kind.POST)),
        Line(What.LINKS, month(habits.links), prices.of(Kind.POST_WITH_LINK)),
        Line(What.ANSWERS, month(habits.answers), prices.of(Kind.ANSWER)),
        Line(What.ALT_TEXTS, month(habits.alt_texts), prices.of(Kind.ALT_TEXT)),
        Line(What.MENTIONS, month(habits.mentions), prices.of(Kind.OWNED_READ)),
        Line(What.AUTHORS, month(habits.authors), prices.of(Kind.USER_READ)),
        # Once more when X's 30 days of it are over: the last reading (analytics/archive.py).
        Line(What.FIGURES, own * _OWNER_DAYS // MONTH, prices.of(Kind.OWNED_READ), readings + 1),
        Line(What.ACCOUNT, 1, prices.of(Kind.USER_READ), readings),
    )
    return Forecast(tuple(line for line in lines if line.cost), habits.days)
