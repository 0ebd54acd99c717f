from __future__ import annotations

from collections.abc import Iterator

import pytest

from services.clock import SteppedClock
from services.paths import Paths
from services.store.database import Database
from services.x_api.practice import open_practice
from tests.services.accounts.heard import Heard
from tests.services.accounts.signing import Signing
from tests.services.accounts.token_shop import SignedInShop


@pytest.fixture
def signing(paths: Paths, clock: SteppedClock) -> Iterator[Signing]:
    """An own shop by hand, about to sign in to a practice X of its own, where @mika_ocha is too."""
    x = open_practice(":memory:", clock, sample=False)
    with x.state.transaction() as db:
        db.execute(
            "INSERT INTO user (id, handle, name, lang, created_at) "
            "VALUES (77, 'mika_ocha', '美香', 'ja', 1)"
        )
    made = Signing(paths, clock, x)
    yield made
    made.shop.close()
    x.close()


@pytest.fixture
def signed(paths: Paths, database: Database, clock: SteppedClock) -> Iterator[SignedInShop]:
    """An account that is signed in at a practice X of its own."""
    x = open_practice(":memory:", clock, sample=False)
    yield SignedInShop(paths, database, clock, x)
    x.close()


@pytest.fixture
def heard() -> Iterator[Heard]:
    made = Heard()
    yield made
    made.listener.close()
