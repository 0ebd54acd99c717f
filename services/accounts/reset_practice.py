"""Plants the sample shop afresh. Drafts written there are kept; everything else begins again."""

from __future__ import annotations

from services.accounts.accounts import Account, Accounts
from services.clock import Clock
from services.paths import Paths
from services.publishing.drafts import copy_drafts
from services.store.database import Database
from services.x_api.clients import Clients


def reset_practice(
    paths: Paths, clock: Clock, database: Database, accounts: Accounts, clients: Clients
) -> Account:
    """The new practice account. No lane may be at work: its practice X goes away under it."""
    old = accounts.practice()
    clients.close()
    for suffix in ("", "-wal", "-shm"):
        state = paths.practice_state
        state.with_name(state.name + suffix).unlink(missing_ok=True)
    with database.transaction() as connection:
        connection.execute("UPDATE account SET way = 'by_hand' WHERE id = ?", (old.id,))
        new = accounts.practice()
        copy_drafts(connection, old.id, new.id, now=clock.now())
        connection.execute("DELETE FROM account WHERE id = ?", (old.id,))
    return new
