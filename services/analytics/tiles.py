"""From the lists of two periods to tiles: values, changes, and why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum

from services.analytics.coverage import Calendar
from services.analytics.figures import FigureItem, Headline, Key, Period, Tile, Why
from services.analytics.readings import Reading

TOO_FEW = 3
SAME_BELOW = 0.03
"""A change smaller than this is called "the same"."""
_FOLLOWERS_NEAR = 3
"""An earlier count of followers stands for its period when read in the last days of it."""
_COUNTED = frozenset({Key.POSTS, Key.DAYS_POSTED, Key.MENTIONS, Key.ANSWERS})
"""Figures where a small count now says something, if the one before was not small."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two periods, with the days of it that are not known, by figure."""

    period: Period
    calendar: Calendar
    posts: tuple[Reading, ...]
    lines: dict[Key, tuple[FigureItem, ...]]
    missing: dict[Key, frozenset[int]]

    def value(self, key: Key) -> int | float | None:
        lines = self.lines[key]
        if not lines and (self.missing[key] or key is Key.FIRST_ANSWER):
            return None
        return value_of(key, lines)

    def whole(self, key: Key) -> bool:
        """Whether the value may be compared with another period's."""
        if key is Key.FOLLOWERS:
            last = range(self.period.last_day - _FOLLOWERS_NEAR + 1, self.period.last_day + 1)
            return not self.missing[key].issuperset(last)
        return not self.missing[key]


def value_of(key: Key, lines: tuple[FigureItem, ...]) -> int | float | None:
    """What a list makes: its sum, or for first answers its median; None for no first answer."""
    values = [line.value for line in lines]
    if key is Key.FIRST_ANSWER:
        return _median(values) if values else None
    return fsum(values) if key is Key.RATE else sum(values)


def _median(values: list[int | float]) -> int | float:
    # The statistics module takes 15 ms to import.
    ordered = sorted(values)
    half = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2


def make_tile(key: Key, now: Side, before: Side) -> Tile:
    value = now.value(key)
    earlier = before.value(key) if before.whole(key) else None
    missing = len(now.missing[key])
    why = _why(key, now, before, value, earlier)
    change = None
    if why is Why.NOTHING and value is not None and earlier:
        change = (value - earlier) / earlier
    return Tile(key, value, earlier, change, missing, why)


def _why(
    key: Key, now: Side, before: Side, value: int | float | None, earlier: int | float | None
) -> Why:
    if key is Key.FIRST_ANSWER and (value is None or earlier is None):
        return Why.TOO_FEW
    if value is None or earlier is None or not now.whole(key):
        return Why.NOT_AVAILABLE
    if key is not Key.FOLLOWERS and len(before.lines[key]) < TOO_FEW:
        return Why.TOO_FEW
    if key not in _COUNTED | {Key.FOLLOWERS} and len(now.lines[key]) < TOO_FEW:
        return Why.TOO_FEW
    return Why.NOTHING if earlier else Why.TOO_FEW


def headline_of(seen: Tile) -> tuple[Headline, int]:
    if seen.change is None:
        return Headline.NEW, 0
    percent = round(abs(seen.change) * 100)
    if abs(seen.change) < SAME_BELOW:
        return Headline.SAME, percent
    return (Headline.BETTER if seen.change > 0 else Headline.WORSE), percent
