"""A post's figures: pure functions of the seed, the post and its age, and they only grow.

Believable for a small shop with some 1,200 followers: a few hundred people see a post, more with
a picture or at a good hour, and this month a little more than the last.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from services.clock import DAY, in_zone
from services.x_api.practice import chance

ZONE = "Europe/Lisbon"
_HOURS = {7: 0.9, 8: 1.2, 9: 1.3, 10: 1.1, 12: 1.15, 13: 1.2, 17: 1.1, 18: 1.3, 19: 1.4, 20: 1.25}
_DAYLIGHT = range(7, 22)
GROWTH_A_DAY = 0.0045
"""The shop is seen by 0.45 % more people each day: some 13 % from one 28 days to the next."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What makes a post seen. `shop_day` counts from the shop's first start, below 0 before."""

    pictures: int
    has_link: bool
    is_answer: bool
    is_own: bool
    created_at: int
    shop_day: float


@dataclass(frozen=True, slots=True)
class Figures:
    impressions: int
    likes: int
    reposts: int
    quotes: int
    bookmarks: int
    link_clicks: int
    profile_clicks: int
    expands: int

    def engagements(self, replies: int) -> int:
        return replies + sum(
            (
                self.likes,
                self.reposts,
                self.quotes,
                self.bookmarks,
                self.link_clicks,
                self.profile_clicks,
                self.expands,
            )
        )


def figures(seed: int, post: int, traits: Traits, age: int) -> Figures:
    """Lifetime totals at `age` seconds. Each is a fixed end value times one growing curve."""
    reach = _reach(seed, post, traits)
    grown = _grown(age)

    def total(name: str, low: float, high: float) -> int:
        rate = low + (high - low) * chance.share(seed, post, name)
        return int(reach * rate * grown)

    liked = 1.5 if traits.is_answer else 1.0
    return Figures(
        impressions=int(reach * grown),
        likes=total("likes", 0.020 * liked, 0.048 * liked),
        reposts=total("reposts", 0.002, 0.009),
        quotes=total("quotes", 0.0, 0.003),
        bookmarks=total("bookmarks", 0.001, 0.008),
        link_clicks=total("links", 0.012, 0.034) if traits.has_link else 0,
        profile_clicks=total("profile", 0.004, 0.014),
        expands=total("expands", 0.02, 0.06) if traits.pictures else total("expands", 0.004, 0.02),
    )


def followers(seed: int, shop_day: float) -> int:
    """Grows by about two a day, with days that stand still."""
    whole_days = math.floor(shop_day)
    wobble = chance.between(0, 2, seed, "followers", whole_days)
    return max(0, 1_214 + int(2.1 * whole_days) + wobble)


def _reach(seed: int, post: int, traits: Traits) -> float:
    """How many will have seen it in the end."""
    if not traits.is_own:
        return 40 + 160 * chance.share(seed, post, "reach")
    if traits.is_answer:
        return 14 + 40 * chance.share(seed, post, "reach")
    luck = math.exp(0.9 * (chance.share(seed, post, "reach") - 0.45))
    hour = in_zone(traits.created_at, ZONE).hour
    lucky_hour = _HOURS.get(hour, 1.0 if hour in _DAYLIGHT else 0.6)
    picture = 1.0 if not traits.pictures else 1.45 + 0.1 * min(traits.pictures, 4)
    link = 0.8 if traits.has_link else 1.0
    day = min(max(traits.shop_day, -120.0), 365.0)
    return 250 * luck * lucky_hour * picture * link * math.exp(GROWTH_A_DAY * day)


def _grown(age: int) -> float:
    """0 at birth, three quarters after a day, nearly all after three weeks."""
    hours = max(0, age) / 3600
    quick = 1 - math.exp(-hours / 7)
    slow = 1 - math.exp(-hours * 3600 / (5 * DAY))
    return 0.72 * quick + 0.28 * slow
