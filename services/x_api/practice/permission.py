"""Whose call it is, and whether an app may make it for them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from services.x_api.practice import oauth_apps, oauth_tokens, refusals
from services.x_api.practice.messages import Request
from services.x_api.practice.people import person
from services.x_api.practice.refusals import Refusal

_READ = frozenset({"tweet.read", "users.read"})
_WRITE = _READ | {"tweet.write"}
_MEDIA = frozenset({"media.write"})
NEEDED: Mapping[str, frozenset[str]] = {
    "POST /2/tweets": _WRITE,
    "DELETE /2/tweets/{id}": _WRITE,
    "GET /2/tweets": _READ,
    "GET /2/tweets/{id}": _READ,
    "GET /2/users/me": _READ,
    "GET /2/users": _READ,
    "GET /2/users/by": _READ,
    "GET /2/users/{id}/mentions": _READ,
    "GET /2/users/{id}/tweets": _READ,
    "POST /2/media/upload": _MEDIA,
    "GET /2/media/upload": _MEDIA,
    "POST /2/media/upload/initialize": _MEDIA,
    "POST /2/media/upload/{id}/append": _MEDIA,
    "POST /2/media/upload/{id}/finalize": _MEDIA,
    "POST /2/media/metadata": _MEDIA,
}
"""The scopes of each call (x_platform.md §1.2, X_OPENAPI)."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """`scopes` None may do everything: the token the state was made with, which is of no app."""

    user: int
    client_id: str = ""
    scopes: frozenset[str] | None = None


def bearer(db: sqlite3.Connection, request: Request, now: int) -> Bearer | None:
    """None for nobody: no token, an unknown one, or one that has ended."""
    kind, _, token = request.header("authorization").partition(" ")
    if kind.casefold() != "bearer":
        return None
    token = token.strip()
    row = db.execute("SELECT user FROM token WHERE token = ?", (token,)).fetchone()
    if row is not None:
        return Bearer(int(row["user"]))
    held = oauth_tokens.find(db, token, (oauth_tokens.Sort.ACCESS,))
    if held is None or not held.is_good(now):
        return None
    return Bearer(held.user, held.client_id, held.scopes)


def refusal(db: sqlite3.Connection, who: Bearer, route: str) -> Refusal | None:
    """Why this call is not for them, whatever it says."""
    if person(db, who.user).is_suspended:
        return refusals.suspended()
    if who.scopes is None:
        return None
    app = oauth_apps.find(db, who.client_id)
    if app is None or not app.enrolled:
        return refusals.client_not_enrolled()
    return None if NEEDED[route] <= who.scopes else refusals.not_permitted()
