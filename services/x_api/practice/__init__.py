"""A small, deterministic X on this computer: for the practice account, the tour and the tests."""

from __future__ import annotations

from pathlib import Path

from services.clock import Clock
from services.x_api.practice import oauth_apps, sample_shop
from services.x_api.practice.messages import Fate, Request, Response
from services.x_api.practice.oauth_apps import CLIENT_ID
from services.x_api.practice.sample_shop import SEED, TOKEN
from services.x_api.practice.script import Sort, Trouble
from services.x_api.practice.state import State, fact
from services.x_api.practice.x import PracticeX

__all__ = [
    "CLIENT_ID",
    "SEED",
    "TOKEN",
    "Fate",
    "PracticeX",
    "Request",
    "Response",
    "Sort",
    "State",
    "Trouble",
    "open_practice",
]


def open_practice(
    path: Path | str,
    clock: Clock,
    *,
    sample: bool = True,
    seed: int = SEED,
    token: str = TOKEN,
) -> PracticeX:
    """The practice X kept in `path` (":memory:" in tests), planted at its first opening.

    `sample`, `seed` and `token` count at the first opening only. Raises StorageTrouble.
    """
    state = State(path)
    with state.transaction() as db:
        if not fact(db, "started_at"):
            now = clock.now()
            sample_shop.plant_account(db, now, seed=seed, token=token)
            oauth_apps.put(db)
            if sample:
                sample_shop.plant_history(db, now)
    return PracticeX(state, clock)
