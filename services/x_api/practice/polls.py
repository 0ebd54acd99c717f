"""Polls: what X takes as one, and how it shows it. Limits are X's OpenAPI's (2.166, 2.167)."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from sqlite3 import Row
from typing import Any

from services.x_api.practice import chance, refusals
from services.x_api.practice.call import Json, check_keys
from services.x_api.practice.refusals import Refused

FIELDS = frozenset({"duration_minutes", "end_datetime", "id", "options", "voting_status"})
_ALWAYS = frozenset({"id", "options"})
_KEYS = frozenset({"options", "duration_minutes", "reply_settings"})


def asked(body: Json) -> Json | None:
    """The poll in the body of a new post, checked; None without one."""
    if "poll" not in body:
        return None
    poll = body["poll"]
    if not isinstance(poll, dict):
        raise _refused("$.poll: is not an object", poll)
    check_keys(poll, _KEYS, "$.poll")
    if "media" in body:
        raise _refused("$.poll: is mutually exclusive with $.media", poll)
    options = poll.get("options")
    if not isinstance(options, list) or not 2 <= len(options) <= 4:
        raise _refused("$.poll.options: must have between 2 and 4 items", options)
    if not all(isinstance(one, str) and 1 <= len(one) <= 25 for one in options):
        raise _refused("$.poll.options: must be between 1 and 25 characters long", options)
    minutes = poll.get("duration_minutes")
    if isinstance(minutes, bool) or not isinstance(minutes, int) or not 5 <= minutes <= 10_080:
        raise _refused("$.poll.duration_minutes: must be between 5 and 10080", minutes)
    return {"options": options, "duration_minutes": minutes}


def shown(row: Row, want: frozenset[str], *, seed: int, likes: int, now: int) -> Json:
    """The poll of a post as X shows it now. `likes`: the post's, of which the votes come."""
    poll = json.loads(row["poll"])
    ends_at = row["created_at"] + poll["duration_minutes"] * 60
    full: Json = {
        "id": str(row["id"]),
        "options": [
            {"position": place, "label": label, "votes": _votes(seed, row["id"], place, likes)}
            for place, label in enumerate(poll["options"], start=1)
        ],
        "duration_minutes": poll["duration_minutes"],
        "end_datetime": datetime.fromtimestamp(ends_at, UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "voting_status": "open" if now < ends_at else "closed",
    }
    return {name: value for name, value in full.items() if name in want | _ALWAYS}


def ends_at(row: Row) -> int:
    minutes: int = json.loads(row["poll"])["duration_minutes"]
    return int(row["created_at"]) + minutes * 60


def _votes(seed: int, post: int, place: int, likes: int) -> int:
    return round(likes * (0.5 + 2 * chance.share(seed, "votes", post, place)))


def _refused(message: str, value: Any) -> Refused:
    name = message.partition(":")[0]
    return Refused(refusals.invalid(message, {name: [str(value)]}))
