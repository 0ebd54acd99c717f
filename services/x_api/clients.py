"""Hands out an account's way to X: priced before, booked after, one for all lanes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.errors import SignInNeeded

if TYPE_CHECKING:
    from services.accounts.accounts import Account, Accounts
    from services.accounts.keychain import Keychain
    from services.clock import Clock
    from services.paths import Paths
    from services.store.database import Database
    from services.x_api.client import XClient
    from services.x_api.transport import Transport


class Clients:
    """Cheap to make: tweepy and requests are loaded at the first client asked for."""

    def __init__(
        self,
        paths: Paths,
        clock: Clock,
        database: Database,
        accounts: Accounts,
        keychain: Keychain,
        transport: Transport,
    ) -> None:
        self._paths = paths
        self._clock = clock
        self._database = database
        self._accounts = accounts
        self._keychain = keychain
        self._transport = transport

    def for_account(self, account: Account) -> XClient:
        """Safe to call from any lane. Raises SignInNeeded for an account without a way to X."""
        raise SignInNeeded("no way to X yet")
