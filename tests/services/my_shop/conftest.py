from __future__ import annotations

import pytest

from services.clock import SteppedClock
from services.my_shop.products import Products
from services.my_shop.profiles import Profiles
from services.store.database import Database

ACCOUNT = "account"


@pytest.fixture
def account_id(database: Database) -> str:
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO account(id, way, zone, colour, created_at) "
            "VALUES (?, 'practice', 'UTC', '#000000', 0)",
            (ACCOUNT,),
        )
    return ACCOUNT


@pytest.fixture
def profiles(database: Database, clock: SteppedClock) -> Profiles:
    return Profiles(database, clock)


@pytest.fixture
def products(database: Database, clock: SteppedClock) -> Products:
    return Products(database, clock)
