"""An account as it stands in the store: a value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from services.x_api.prices import Prices


CALLBACK_PORTS = (8765, 8766, 8767)
"""Registered with the owner's app on X, which takes no other (x_platform.md §2), in this order."""


class Checking(StrEnum):
    """How often X is looked at for a connected account, as the owner chose."""

    THRIFTY = "thrifty"
    NORMAL = "normal"
    AT_ONCE = "at_once"


class SignedIn(StrEnum):
    """How an account stands with X. ENDED is X's own definite word, never one refusal's."""

    NONE = "none"
    YES = "yes"
    ENDED = "ended"
    LOST = "lost"
    """Nobody has ended it, but nothing on this computer opens the account any more."""

    @property
    def unended(self) -> bool:
        """What opens the account may still be found, here or where else it was kept."""
        return self in (SignedIn.YES, SignedIn.LOST)


class Way(StrEnum):
    PRACTICE = "practice"
    BY_HAND = "by_hand"
    CONNECTED = "connected"


@dataclass(frozen=True, slots=True)
class Account:
    """`x_url` only for a script account. `budget`: micro-dollars a UTC month, None for no stop.

    `long_posts`: X takes 25,000 from it, as it has X Premium. X says so of a connected account,
    the owner of one kept by hand and in practice. `verified`: X's tick of any colour, as X last
    said. `prices`: what X's calls cost, None for an account that pays nothing.
    `owns_app`: whether the account itself owns the app on X that it signs in with, so that its own
    posts are read at the cheap price; None while nobody said so. `callback_ports`: the loopback
    ports that are registered with the app. `scopes`: what the owner allowed on X.
    `removed_at`: UTC seconds; its words go a day later. `unproven`: signed in, and X has not said
    yet as whom. `run_only`: signed in until Shoplark ends, or was so in a run that is over.
    """

    id: str
    way: Way
    handle: str | None
    x_user_id: str | None
    client_id: str | None
    x_url: str | None
    zone: str
    colour: str
    budget: int | None
    long_posts: bool = False
    verified: bool = False
    checking: Checking = Checking.NORMAL
    prices: Prices | None = None
    signed_in: SignedIn = SignedIn.NONE
    owns_app: bool | None = None
    callback_ports: tuple[int, ...] = CALLBACK_PORTS
    scopes: frozenset[str] = frozenset()
    removed_at: int | None = None
    unproven: bool = False
    run_only: bool = False

    @property
    def waits_for_sign_in(self) -> bool:
        """Nothing of it goes out before its owner signs in; a script brings its own key along."""
        connected = self.way is Way.CONNECTED and self.x_url is None
        return connected and self.signed_in is not SignedIn.YES

    @property
    def run_is_over(self) -> bool:
        """Its owner let it be signed in until Shoplark ended, and that was so."""
        return self.run_only and self.signed_in is SignedIn.LOST

    @property
    def waits_for_proof(self) -> bool:
        """X is asked nothing for it until its owner has seen what the first question costs."""
        return self.unproven and self.signed_in is SignedIn.YES and self.x_url is None
