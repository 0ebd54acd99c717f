"""Troubles asked for beforehand: each meets the next call that fits it, and then is used up."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from typing import Any

from services.x_api.practice.refusals import NAMED


class Sort(StrEnum):
    UNREACHABLE = "unreachable"
    """No connection is made; X never hears of it."""
    DROP = "drop"
    """X reads the call, does it when `accepted`, and the connection ends without an answer."""
    LATE = "late"
    """The answer comes after `seconds`."""
    LAG = "lag"
    """A timeline leaves out what is younger than `seconds`."""
    REFUSE = "refuse"
    """The refusal called `name` (refusals.NAMED), or the `status` and `body` given.

    A window that is shut opens again after `seconds`, where given.
    """
    OTHER_DIALECT = "other_dialect"
    """The answer speaks the vocabulary that was not asked for."""
    LOSE_FIELD = "lose_field"
    """`name` (dots for a field within a field) is missing from each object of the answer."""
    HTML = "html"
    """A page instead of JSON, with `status`."""
    HALF_JSON = "half_json"
    """The answer's first half."""
    EMPTY = "empty"
    """No bytes, with `status`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """`method` and `path` may hold `*`; `times` below 0 stays for good.

    `accepted`: whether the call is done all the same (DROP, HTML, HALF_JSON, EMPTY).
    """

    sort: Sort
    method: str = "*"
    path: str = "*"
    times: int = 1
    accepted: bool = True
    seconds: float = 0.0
    name: str = ""
    status: int = 200
    body: str = ""

    def __post_init__(self) -> None:
        if self.sort is Sort.REFUSE and self.name and self.name not in NAMED:
            raise ValueError(f"no refusal is called {self.name!r}")
        if self.sort is Sort.LOSE_FIELD and not self.name:
            raise ValueError("which field is to be lost?")
        if self.times == 0:
            raise ValueError("a trouble that comes 0 times")


def from_json(value: Mapping[str, Any]) -> Trouble:
    """Raises ValueError or TypeError for what is not a trouble."""
    return Trouble(**{**value, "sort": Sort(value["sort"])})


def add(db: sqlite3.Connection, trouble: Trouble) -> None:
    db.execute(
        "INSERT INTO script (method, path, trouble, times) VALUES (?, ?, ?, ?)",
        (trouble.method, trouble.path, json.dumps(asdict(trouble)), trouble.times),
    )


def take(db: sqlite3.Connection, method: str, path: str) -> Trouble | None:
    """The oldest trouble that fits this call; one time of it is used up."""
    for row in db.execute("SELECT id, method, path, trouble, times FROM script ORDER BY id"):
        if fnmatchcase(method, row["method"]) and fnmatchcase(path, row["path"]):
            if row["times"] == 1:
                db.execute("DELETE FROM script WHERE id = ?", (row["id"],))
            else:
                db.execute("UPDATE script SET times = times - 1 WHERE id = ?", (row["id"],))
            return from_json(json.loads(row["trouble"]))
    return None


def clear(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM script")


def lose(payload: Any, path: str) -> Any:
    """`payload` without the field `path` wherever it is: in `data`, its entries and `includes`."""
    if isinstance(payload, list):
        return [lose(part, path) for part in payload]
    if not isinstance(payload, dict):
        return payload
    first, _, rest = path.partition(".")
    kept = {}
    for name, part in payload.items():
        if name != first:
            kept[name] = lose(part, path)
        elif rest:
            kept[name] = lose(part, rest)
    return kept
