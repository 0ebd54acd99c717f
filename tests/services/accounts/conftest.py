from __future__ import annotations

from collections.abc import Iterator

import pytest

from services.clock import SteppedClock
from services.paths import Paths
from services.x_api.practice import open_practice
from tests.services.accounts.signing import Signing


@pytest.fixture
def signing(paths: Paths, clock: SteppedClock) -> Iterator[Signing]:
    """An own shop by hand, about to sign in to a practice X of its own."""
    x = open_practice(":memory:", clock, sample=False)
    made = Signing(paths, clock, x)
    yield made
    made.shop.close()
    x.close()
