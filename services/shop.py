"""Builds the services: the only place that does. Nothing heavy is loaded before it is needed."""

from __future__ import annotations

from dataclasses import dataclass

from services.accounts.accounts import Accounts
from services.accounts.keychain import Keychain
from services.clock import Clock
from services.paths import Paths
from services.publishing.drafts import Drafts
from services.publishing.outbox import Outbox
from services.publishing.slots import Slots
from services.settings import Settings
from services.store.database import Database, open_database
from services.x_api.clients import Clients
from services.x_api.transport import Transport


@dataclass(frozen=True, slots=True)
class Shop:
    """Every room of the shop, wired. Each may be used from any lane."""

    paths: Paths
    clock: Clock
    database: Database
    settings: Settings
    keychain: Keychain
    accounts: Accounts
    clients: Clients
    drafts: Drafts
    outbox: Outbox
    slots: Slots

    def close(self) -> None:
        self.database.close()


def open_shop(
    paths: Paths,
    clock: Clock,
    *,
    transport: Transport | None = None,
    patient: bool = False,
    practice_only: bool = False,
) -> Shop:
    """Opens the data folder, makes it when there is none. Raises StorageTrouble.

    `patient`: the calling thread waits for other writers (runs without a window).
    `practice_only`: this run keeps to the practice account (`--practice`).
    """
    transport = transport or Transport()
    database = open_database(paths, patient=patient)
    settings = Settings(database)
    keychain = Keychain(paths.keyring_service)
    accounts = Accounts(
        database,
        clock,
        settings,
        paths,
        x_url=transport.x_url,
        practice_only=practice_only,
    )
    clients = Clients(paths, clock, database, accounts, keychain, transport)
    return Shop(
        paths=paths,
        clock=clock,
        database=database,
        settings=settings,
        keychain=keychain,
        accounts=accounts,
        clients=clients,
        drafts=Drafts(database, clock),
        outbox=Outbox(database, clock),
        slots=Slots(database, clock),
    )
