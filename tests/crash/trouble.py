"""What goes wrong between the program and X, chosen by chance; X's answers are slow throughout."""

from __future__ import annotations

import random
from typing import Any

Trouble = dict[str, Any]

CREATE = {"method": "POST", "path": "/2/tweets"}
LOOK = {"method": "GET", "path": "*/tweets"}
UPLOAD = {"method": "POST", "path": "/2/media/upload"}
DESCRIBE = {"method": "POST", "path": "/2/media/metadata"}
WHO = {"method": "GET", "path": "/2/users/me"}

RATE_LIMITED: Trouble = {**CREATE, "sort": "refuse", "name": "rate_limited", "seconds": 1}
"""Costs half a minute each: no window is taken to be shorter."""

_KINDS: tuple[Trouble, ...] = (
    {**CREATE, "sort": "drop", "accepted": True},
    {**CREATE, "sort": "drop", "accepted": True},
    {**CREATE, "sort": "drop", "accepted": False},
    {**CREATE, "sort": "half_json", "accepted": True},
    {**CREATE, "sort": "html", "accepted": True},
    {**CREATE, "sort": "html", "accepted": False, "status": 503},
    {**CREATE, "sort": "refuse", "name": "unavailable"},
    {**CREATE, "sort": "refuse", "name": "unavailable_html"},
    {**CREATE, "sort": "refuse", "name": "unavailable_empty"},
    {**CREATE, "sort": "empty", "accepted": True},
    {**CREATE, "sort": "refuse", "name": "credits_depleted"},
    {**CREATE, "sort": "refuse", "name": "payment_required"},
    {**CREATE, "sort": "refuse", "name": "spend_cap"},
    {**CREATE, "sort": "late", "seconds": 0.9},
    {**UPLOAD, "sort": "drop", "accepted": True},
    {**UPLOAD, "sort": "drop", "accepted": False},
    {**UPLOAD, "sort": "refuse", "name": "unavailable"},
    {**DESCRIBE, "sort": "drop", "accepted": True},
    {**LOOK, "sort": "drop", "accepted": True},
    {**LOOK, "sort": "refuse", "name": "unavailable"},
    {**WHO, "sort": "refuse", "name": "unavailable_html"},
)
LAG: Trouble = {**LOOK, "sort": "lag", "seconds": 1, "times": 2}
"""X's clock counts whole seconds: what was made within the last 0 to 1 of them is left out."""


def for_one_run(chance: random.Random) -> list[Trouble]:
    """None to two, perhaps a timeline that lags, and all other calls late."""
    troubles = [chance.choice(_KINDS) for _ in range(chance.choice((0, 0, 1, 1, 2)))]
    if chance.random() < 0.6:
        troubles.append(LAG)
    return [*troubles, slow(chance)]


def slow(chance: random.Random) -> Trouble:
    return {"sort": "late", "seconds": round(chance.uniform(0.01, 0.2), 3), "times": -1}
