"""An account as it stands in the store: a value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from services.x_api.prices import Prices


class Checking(StrEnum):
    """How often X is looked at for a connected account, as the owner chose."""

    THRIFTY = "thrifty"
    NORMAL = "normal"
    AT_ONCE = "at_once"


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
