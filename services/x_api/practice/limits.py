"""X's windows of 15 minutes and of a day, and the headers that tell of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from services.x_api.practice import refusals
from services.x_api.practice.refusals import Refusal

QUARTER = 900
DAY = 86_400

PER_USER: Mapping[str, int] = {
    "POST /2/tweets": 100,
    "DELETE /2/tweets/{id}": 50,
    "GET /2/tweets": 5000,
    "GET /2/tweets/{id}": 900,
    "GET /2/users/me": 75,
    "GET /2/users": 900,
    "GET /2/users/by": 900,
    "GET /2/users/{id}/mentions": 300,
    "GET /2/users/{id}/tweets": 900,
    "POST /2/media/upload": 500,
    "GET /2/media/upload": 1000,
    "POST /2/media/upload/initialize": 1875,
    "POST /2/media/upload/{id}/append": 1875,
    "POST /2/media/upload/{id}/finalize": 1875,
    "POST /2/media/metadata": 500,
}
"""Calls a user may make in 15 minutes."""

PER_APP_AND_DAY: Mapping[str, int] = {
    "POST /2/tweets": 10_000,
    "POST /2/media/upload": 50_000,
    "POST /2/media/upload/initialize": 180_000,
    "POST /2/media/upload/{id}/append": 180_000,
    "POST /2/media/upload/{id}/finalize": 180_000,
    "POST /2/media/metadata": 50_000,
}


class Counted:
    """The state of one route's windows after a call: the headers, and a refusal when it is over."""

    def __init__(self, headers: dict[str, str], refusal: Refusal | None) -> None:
        self.headers = headers
        self.refusal = refusal


def count(db: sqlite3.Connection, route: str, user: int, now: int) -> Counted:
    """Counts this call. One over the limit is refused and not counted."""
    limit = PER_USER[route]
    used, reset = _window(db, f"{route} {user}", now, QUARTER)
    day_limit = PER_APP_AND_DAY.get(route)
    day_used, day_reset = _window(db, f"{route} day", now, DAY) if day_limit else (0, 0)
    refused = used >= limit or (day_limit is not None and day_used >= day_limit)
    if not refused:
        used += _use(db, f"{route} {user}")
        day_used += _use(db, f"{route} day")
    headers = {
        "x-rate-limit-limit": str(limit),
        "x-rate-limit-remaining": str(limit - used),
        "x-rate-limit-reset": str(reset),
    }
    if day_limit is not None:
        headers |= {
            "x-app-limit-24hour-limit": str(day_limit),
            "x-app-limit-24hour-remaining": str(day_limit - day_used),
            "x-app-limit-24hour-reset": str(day_reset),
        }
    return Counted(headers, refusals.rate_limited() if refused else None)


def exhausted(headers: dict[str, str]) -> dict[str, str]:
    """The headers of a scripted "too many requests": nothing remains."""
    return headers | {"x-rate-limit-remaining": "0"}


def _window(db: sqlite3.Connection, name: str, now: int, length: int) -> tuple[int, int]:
    """Calls used and the time the window ends; a window begins with its first call."""
    row = db.execute("SELECT started_at, used FROM rate_window WHERE name = ?", (name,)).fetchone()
    if row is not None and row["started_at"] <= now < row["started_at"] + length:
        return int(row["used"]), int(row["started_at"]) + length
    db.execute(
        "INSERT OR REPLACE INTO rate_window (name, started_at, used) VALUES (?, ?, 0)", (name, now)
    )
    return 0, now + length


def _use(db: sqlite3.Connection, name: str) -> int:
    return db.execute("UPDATE rate_window SET used = used + 1 WHERE name = ?", (name,)).rowcount
