"""Builds the services: the only place that does. Nothing heavy is loaded before it is needed."""

from __future__ import annotations

import os
from dataclasses import dataclass

from services.accounts.accounts import Accounts
from services.accounts.keychain import Keychain
from services.analytics.archive import Archive
from services.analytics.report import Report
from services.clock import Clock
from services.inbox.customers import Customers
from services.inbox.feeds import Feeds
from services.inbox.items import Inbox
from services.media.boards import Boards
from services.media.pictures import PictureStore
from services.my_shop.products import Products
from services.my_shop.profiles import Profiles
from services.paths import Paths
from services.publishing.crash_points import crash_points
from services.publishing.drafts import Drafts
from services.publishing.outbox import Outbox
from services.publishing.publisher import Publisher
from services.publishing.slots import Slots
from services.settings import Settings
from services.store.database import Database, open_database
from services.x_api.clients import Clients
from services.x_api.ledger import Ledger
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
    pictures: PictureStore
    drafts: Drafts
    outbox: Outbox
    slots: Slots
    publisher: Publisher
    boards: Boards
    feeds: Feeds
    inbox: Inbox
    customers: Customers
    archive: Archive
    report: Report
    profiles: Profiles
    products: Products
    ledger: Ledger

    def close(self) -> None:
        self.clients.close()
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
    pictures = PictureStore(paths, database, clock)
    outbox = Outbox(database, clock, accounts)
    slots = Slots(database, clock)
    publisher = Publisher(
        paths,
        clock,
        database,
        accounts,
        clients,
        pictures,
        outbox,
        slots,
        settle=transport.settle,
        crash_points=crash_points(transport, os.environ),
    )
    publisher.recover()
    return Shop(
        paths=paths,
        clock=clock,
        database=database,
        settings=settings,
        keychain=keychain,
        accounts=accounts,
        clients=clients,
        pictures=pictures,
        drafts=Drafts(database, clock),
        outbox=outbox,
        slots=slots,
        publisher=publisher,
        boards=Boards(database, pictures, clock),
        feeds=Feeds(database, clock, accounts, clients),
        inbox=Inbox(database, clock),
        customers=Customers(database),
        archive=Archive(database, clock, accounts, clients),
        report=Report(database, clock, accounts),
        profiles=Profiles(database, clock),
        products=Products(database, clock),
        ledger=Ledger(database, clock),
    )
