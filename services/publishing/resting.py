"""Drafts that rest for ten minutes because they read as said in anger.

Kept with the settings, so that a program that is killed or closed forgets none. Only the owner's
own word ends a rest early; a draft that is thrown away is forgotten when its time is over.
"""

from __future__ import annotations

from services.clock import Clock
from services.settings import Field, Settings

REST_SECONDS = 600
_RESTING = Field("resting_drafts", "")
"""`id=seconds` for each, with gaps between."""


class Resting:
    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock

    def rest(self, post_id: str) -> int:
        """Until when, in UTC seconds. Raises StorageTrouble."""
        until = self._clock.now() + REST_SECONDS
        self._keep({**self._resting(), post_id: until})
        return until

    def until(self, post_id: str | None) -> int | None:
        """None when it does not rest, or has rested."""
        return self._resting().get(post_id or "")

    def wake(self, post_id: str) -> None:
        """The owner does not wait. Raises StorageTrouble."""
        resting = self._resting()
        if resting.pop(post_id, None) is not None:
            self._keep(resting)

    def _resting(self) -> dict[str, int]:
        now = self._clock.now()
        pairs = (one.rpartition("=") for one in self._settings.get(_RESTING).split())
        found = {post_id: int(until) for post_id, _, until in pairs if until.isdecimal()}
        # A clock that was put back must not keep a draft for years.
        return {one: until for one, until in found.items() if now < until <= now + REST_SECONDS}

    def _keep(self, resting: dict[str, int]) -> None:
        self._settings.set(_RESTING, " ".join(f"{one}={until}" for one, until in resting.items()))
