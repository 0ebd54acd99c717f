"""What goes into the practice X and what comes out, without any HTTP library."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any


@dataclass(frozen=True, slots=True)
class Request:
    """One call. `query` is decoded, one value a name; header names may have any case."""

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    def header(self, name: str) -> str:
        wanted = name.casefold()
        return next((v for k, v in self.headers.items() if k.casefold() == wanted), "")


class Fate(Enum):
    """What becomes of the answer on its way back."""

    ANSWERED = "answered"
    DROPPED = "dropped"
    """The request was read, and the connection ends without an answer."""
    UNREACHABLE = "unreachable"
    """The connection was never made: nothing was read."""


@dataclass(frozen=True, slots=True)
class Response:
    """`delay` is the seconds that pass before the first byte; nobody waits for it in here."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    fate: Fate = Fate.ANSWERED
    delay: float = 0.0

    def json(self) -> Any:
        return json.loads(self.body)


def to_bytes(payload: Any) -> bytes:
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()
