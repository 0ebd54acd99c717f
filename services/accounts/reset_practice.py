"""Plants the sample shop afresh. What was written there and is not on X is kept, as drafts."""

from __future__ import annotations

from services.accounts.accounts import Account, Accounts
from services.clock import Clock
from services.paths import Paths
from services.publishing.drafts import copy_drafts
from services.publishing.states import State
from services.store.database import Database
from services.x_api.clients import Clients

_KEPT = (State.DRAFT, State.QUEUED, State.CHECKING, State.NEEDS_YOU)
"""A post in doubt, too: the X that may have it goes away."""


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
        copy_drafts(connection, old.id, new.id, now=clock.now(), states=_KEPT)
        connection.execute("DELETE FROM account WHERE id = ?", (old.id,))
    return new
