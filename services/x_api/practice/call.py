"""One request on its way through: what a handler may look at and what it hands back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from services.x_api.practice import refusals
from services.x_api.practice.messages import Request
from services.x_api.practice.refusals import Refused

Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    """`me` is the signed-in user, `place` the part of the path in braces, `lag` the seconds by
    which timelines run behind (a scripted trouble)."""

    db: sqlite3.Connection
    request: Request
    now: int
    seed: int
    me: int
    place: str = ""
    lag: int = 0

    def json_body(self) -> Json:
        try:
            body = json.loads(self.request.body)
        except ValueError:
            body = None
        if not isinstance(body, dict):
            raise Refused(refusals.invalid("Request body is not a valid JSON object"))
        return body


@dataclass(frozen=True, slots=True)
class Answer:
    """`payload` in the old dialect; None sends no bytes."""

    status: int
    payload: Json | None


Handler: TypeAlias = Callable[[Call], Answer]


def check_keys(body: Mapping[str, Any], allowed: frozenset[str], at: str = "$") -> None:
    for name in body:
        if name not in allowed:
            message = (
                f"{at}.{name}: is not defined in the schema and the schema does not allow "
                "additional properties"
            )
            raise Refused(refusals.invalid(message, {f"{at}.{name}": [str(body[name])]}))


def check_id(value: object, at: str) -> int:
    """X takes ids as text of 1 to 19 digits only."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 19:
        return int(value)
    message = f"{at}: does not match the regex pattern ^[0-9]{{1,19}}$"
    raise Refused(refusals.invalid(message, {at: [str(value)]}))
