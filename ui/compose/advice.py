"""The one line under the sheet: of all that could be said, only the most serious is."""

from __future__ import annotations

from ui.compose import advice_stops as stops
from ui.compose.advice_gentle import gentle
from ui.compose.advice_value import Act, Advice, Situation, Weight

__all__ = ["Act", "Advice", "Situation", "Weight", "advise"]

_STOPS = (
    stops.too_many_pictures,
    stops.refused,
    stops.no_picture,
    stops.the_same,
    stops.too_long,
    stops.too_long_elsewhere,
    stops.why_not,
    stops.not_filled_in,
    stops.not_described,
)


def advise(now: Situation) -> Advice:
    for stop in _STOPS:
        advice = stop(now)
        if advice is not None:
            return advice
    return _guard(now) or gentle(now)


def _guard(now: Situation) -> Advice | None:
    if now.findings is None and not now.rests_until and not now.has_rested:
        return stops.over_budget(now) or stops.too_many_tags(now)
    # Read in with the first findings: the window starts without it.
    from ui.compose import advice_guards as guards

    return guards.serious(now) or stops.too_many_tags(now) or guards.mild(now)
