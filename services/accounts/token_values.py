"""What opens an account at X, on its way between X's answer and the system's keyring."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class TokenPair:
    """`refresh` opens once: X gives a new one with each renewal. `expires_at`: UTC seconds."""

    access: str = field(repr=False)
    refresh: str | None = field(repr=False)
    expires_at: int
    scopes: frozenset[str]


class TokenSource(Protocol):
    """One account's access token, for whoever asks X. In lanes only: it may wait for the keyring.

    Both raise SignInNeeded, KeychainTrouble, Offline, ServerTrouble or RateLimited.
    """

    def get(self) -> str:
        """One that should be taken, renewed where the last is about to end."""

    def renew(self, refused: str) -> str:
        """Another than `refused`, to which X answered 401. Asks X at most once."""
