"""The owner's own shop, connected to a practice X without any socket."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from services.accounts.accounts import SignedIn, Way
from services.clock import SteppedClock
from services.paths import Paths
from services.shop import Shop, open_shop
from services.x_api.practice import TOKEN, PracticeX
from services.x_api.practice.adapter import PracticeAdapter
from services.x_api.transport import Transport


@contextmanager
def connected_shop(paths: Paths, clock: SteppedClock, x: PracticeX, *, zone: str) -> Iterator[Shop]:
    """Its account is in view."""
    transport = Transport(token=TOKEN, adapter=lambda: PracticeAdapter(x))
    opened = open_shop(paths, clock, transport=transport)
    own = opened.accounts.start_own_shop(handle="tea", zone=zone)
    opened.accounts.set_way(own.id, Way.CONNECTED)
    opened.accounts.set_signed_in(own.id, SignedIn.YES)
    yield opened
    opened.close()
