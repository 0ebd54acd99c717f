"""The apps that owners have made at the practice X, and which of them may ask for what."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypedDict, Unpack

CLIENT_ID = "cHJhY3RpY2Utc2hvcGxhcmstMDE6MTpjaQ"
"""The app that is in every state: base64 of "…:1:ci", as X's own Client IDs are [M]."""
CALLBACKS = tuple(f"http://127.0.0.1:{port}/callback" for port in (8765, 8766, 8767))
TOKEN_SECONDS = 7_200
MOST_CALLBACKS = 10
_CALLBACK = re.compile(r"https?://[!-~]+")

SCOPES = frozenset(
    f"{what}.{right}"
    for what, rights in {
        "block": "read write",
        "bookmark": "read write",
        "dm": "read write",
        "follows": "read write",
        "like": "read write",
        "list": "read write",
        "media": "write",
        "mute": "read write",
        "offline": "access",
        "space": "read",
        "timeline": "read",
        "tweet": "read write moderate.write",
        "users": "read email",
    }.items()
    for right in rights.split()
)
"""All that can be asked for (X_OPENAPI, and `users.email` of x_platform.md §2)."""


class AppKind(StrEnum):
    NATIVE = "native"
    """Public: it keeps no secret and proves itself by PKCE alone."""
    WEB = "web"
    """Confidential: X wants its secret at the token address, which this program never has."""


@dataclass(frozen=True, slots=True)
class App:
    """`may_ask`: scopes beyond these are left out of what it is given."""

    client_id: str
    name: str = "Shoplark at Leaf & Kiln"
    kind: AppKind = AppKind.NATIVE
    callbacks: tuple[str, ...] = CALLBACKS
    enrolled: bool = True
    token_seconds: int = TOKEN_SECONDS
    may_ask: frozenset[str] = SCOPES


class AppChanges(TypedDict, total=False):
    """`App`'s own names; lists may come from JSON."""

    name: str
    kind: str
    callbacks: Collection[str]
    enrolled: bool
    token_seconds: int
    may_ask: Collection[str]


def find(db: sqlite3.Connection, client_id: str) -> App | None:
    row = db.execute("SELECT * FROM app WHERE client_id = ?", (client_id,)).fetchone()
    if row is None:
        return None
    return App(
        client_id=row["client_id"],
        name=row["name"],
        kind=AppKind(row["kind"]),
        callbacks=tuple(json.loads(row["callbacks"])),
        enrolled=bool(row["enrolled"]),
        token_seconds=row["token_seconds"],
        may_ask=frozenset(row["may_ask"].split()),
    )


def put(db: sqlite3.Connection, client_id: str = CLIENT_ID, **changes: Unpack[AppChanges]) -> App:
    """The app as told, a new one for a new id; what is not told stays. Raises ValueError."""
    app = replace(find(db, client_id) or App(client_id), **_proper(changes))
    _check(app)
    db.execute(
        "INSERT OR REPLACE INTO app (client_id, name, kind, callbacks, enrolled, token_seconds, "
        "may_ask) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            app.client_id,
            app.name,
            app.kind.value,
            json.dumps(app.callbacks),
            int(app.enrolled),
            app.token_seconds,
            " ".join(sorted(app.may_ask)),
        ),
    )
    return app


def _proper(changes: AppChanges) -> dict[str, Any]:
    proper: dict[str, Any] = dict(changes)
    makes: dict[str, Callable[[Any], Any]] = {
        "kind": AppKind,
        "callbacks": tuple,
        "enrolled": bool,
        "token_seconds": int,
        "may_ask": frozenset,
    }
    return {name: makes.get(name, str)(value) for name, value in proper.items()}


def _check(app: App) -> None:
    if not app.client_id:
        raise ValueError("an app has a client id")
    if len(app.callbacks) > MOST_CALLBACKS:
        raise ValueError(f"an app has at most {MOST_CALLBACKS} callbacks")
    for callback in app.callbacks:
        if not _CALLBACK.fullmatch(callback):
            raise ValueError(f"no callback address: {callback!r}")
    if app.token_seconds < 1:
        raise ValueError("a token lives for a second at least")
    if unknown := app.may_ask - SCOPES:
        raise ValueError(f"no scopes: {sorted(unknown)}")
