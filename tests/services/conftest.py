"""A fresh folder, its accounts, and one of the owner's own that is connected."""

from __future__ import annotations

from pathlib import Path

import pytest

from services.accounts.accounts import Account, Accounts
from services.clock import SteppedClock
from services.paths import Paths
from services.settings import Settings
from services.store.database import Database
from tests.own_account import OWN_ID


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that is not there yet."""
    return tmp_path / "data"


@pytest.fixture
def accounts(database: Database, clock: SteppedClock, paths: Paths) -> Accounts:
    return Accounts(database, clock, Settings(database), paths)


@pytest.fixture
def account(accounts: Accounts, database: Database) -> Account:
    own = accounts.start_own_shop(handle="tea", zone="Europe/Helsinki")
    with database.transaction() as connection:
        connection.execute("UPDATE account SET x_user_id = ?, way = 'connected'", (OWN_ID,))
    return accounts.get(own.id)
