"""What opens an account at X, on its way between X's answer and the system's keyring."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Protocol

from services.errors import SignInNeeded

MARGIN = 120
"""Seconds before its end at which an access token is renewed; of a short life it is a tenth."""


@dataclass(frozen=True, slots=True)
class TokenPair:
    """`refresh` opens once: X gives a new one with each renewal. `expires_at`: UTC seconds.

    `client_id`: the app that X gave it to, and that it opens with alone.
    """

    access: str = field(repr=False)
    refresh: str | None = field(repr=False)
    expires_at: int
    scopes: frozenset[str]
    client_id: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """A token, and the Client ID of the app that X gave it to; "" where that was not kept."""

    token: str = field(repr=False)
    client_id: str


@dataclass(frozen=True, slots=True)
class Access:
    """An access token as it is kept. UTC seconds by this computer's clock."""

    token: str = field(repr=False)
    expires_at: int
    kept_at: int

    def lives(self, now: int) -> bool:
        return now < self.expires_at

    def is_fresh(self, now: int) -> bool:
        """One just kept always is, whatever the clock does: nothing is ever renewed in a loop."""
        return now < self.expires_at - min(MARGIN, (self.expires_at - self.kept_at) // 10)


class TokenSource(Protocol):
    """One account's access token, for whoever asks X. In lanes only: it may wait for the keyring.

    Both raise SignInNeeded, KeychainTrouble, Offline, ServerTrouble or RateLimited, and
    StorageTrouble where nothing can be written down.
    """

    def get(self) -> str:
        """One that should be taken, renewed where the last is about to end."""

    def renew(self, refused: str) -> str:
        """Another than `refused`, to which X answered 401. Asks X at most once."""

    def check_proven(self) -> None:
        """Raises SignInNeeded while X has not said whose token it is: only that may be asked."""


class FixedToken:
    """A token that was given once and is never renewed: practice's own, a script's."""

    def __init__(self, token: str | None) -> None:
        self._token = (token or "").strip()

    def get(self) -> str:
        if not is_token(self._token):
            raise SignInNeeded("no token that could be sent")
        return self._token

    def renew(self, refused: str) -> str:
        raise SignInNeeded("X does not take this token, and nothing renews it")

    def check_proven(self) -> None:
        """Whose it is was asked when the run began."""


def is_token(text: object) -> bool:
    """Whether it can be sent in a header and kept: visible ASCII without spaces."""
    return isinstance(text, str) and bool(text) and all("!" <= sign <= "~" for sign in text)


def token_mark(token: str) -> str:
    """Tells one token from another, and opens nothing."""
    return sha256(token.encode()).hexdigest()[:16]
