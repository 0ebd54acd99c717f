"""The rooms that publishing builds upon: X, pictures, the inbox, figures, the shop itself.

A room is loaded and built when it is first entered: to import all of them would take longer than
everything else before the window's first frame.
"""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING

from services.accounts.accounts import Accounts
from services.clock import Clock
from services.paths import Paths
from services.publishing.drafts import Drafts
from services.publishing.outbox import Outbox
from services.room import room
from services.settings import Settings
from services.store.database import Database
from services.x_api.transport import HOST, Transport

if TYPE_CHECKING:
    from services.accounts.keychain import Keychain
    from services.accounts.proof import Proofs
    from services.accounts.removal import Removal
    from services.accounts.sign_in import SignIns
    from services.accounts.sign_out import SignOut
    from services.accounts.token_calls import TokenCalls
    from services.accounts.tokens import Tokens
    from services.analytics.archive import Archive
    from services.analytics.report import Report
    from services.campaigns.campaigns import Campaigns
    from services.campaigns.giveaways import Giveaways
    from services.campaigns.reach import Reach
    from services.inbox.answer_drafts import AnswerDrafts
    from services.inbox.customers import Customers
    from services.inbox.feeds import Feeds
    from services.inbox.items import Inbox
    from services.media.alt_proposals import AltProposals
    from services.media.boards import Boards
    from services.media.cleaning import PictureCleaning
    from services.media.outings import Outings
    from services.media.picture_uses import PictureUses
    from services.media.pictures import PictureStore
    from services.media.templates import BoardTemplates
    from services.media.videos import Videos
    from services.media.web import Web
    from services.my_shop.closed_days import ClosedDays
    from services.my_shop.products import Products
    from services.my_shop.profiles import Profiles
    from services.x_api.clients import Clients
    from services.x_api.forecast import Forecasts
    from services.x_api.ledger import Ledger
    from services.x_api.price_book import PriceBook
    from services.x_api.spending import Spending


class Rooms:
    """Each may be used from any lane; nothing is ever replaced."""

    def __init__(
        self,
        paths: Paths,
        clock: Clock,
        database: Database,
        *,
        transport: Transport,
        practice_only: bool,
    ) -> None:
        self.building = RLock()
        self.paths = paths
        self.clock = clock
        self.database = database
        self.settings = Settings(database)
        self.accounts = Accounts(
            database,
            clock,
            self.settings,
            paths,
            x_url=transport.script_url,
            practice_only=practice_only,
        )
        self.drafts = Drafts(database, clock)
        self.outbox = Outbox(database, clock, self.accounts)
        self.x_url = transport.x_url
        """Another X in X's place on this computer (`--x-url`)."""
        self._transport = transport

    def close(self) -> None:
        if "sign_ins" in self.__dict__:
            self.sign_ins.close()
        if "clients" in self.__dict__:
            self.clients.close()
        self.database.close()

    @room
    def keychain(self) -> Keychain:
        from services.accounts.keychain import Keychain

        return Keychain(self.paths.keyring_service)

    @room
    def token_calls(self) -> TokenCalls:
        from services.accounts.token_calls import TokenCalls

        host = self._transport.x_url or HOST
        return TokenCalls(host, self.clock, adapter=self._transport.adapter)

    @room
    def tokens(self) -> Tokens:
        from services.accounts.tokens import Tokens

        return Tokens(
            self.keychain,
            self.database,
            self.clock,
            self.paths,
            self.token_calls,
            accounts=self.accounts,
        )

    @room
    def sign_ins(self) -> SignIns:
        from services.accounts.sign_in import SignIns

        return SignIns(
            self.accounts,
            self.tokens,
            self.clock,
            self.token_calls,
            self.keychain,
            host=self.token_calls.host,
        )

    @room
    def proofs(self) -> Proofs:
        from services.accounts.proof import Proofs

        return Proofs(self.accounts, self.clients, self.tokens, self.ledger)

    @room
    def removal(self) -> Removal:
        from services.accounts.removal import Removal

        return Removal(
            self.database, self.clock, self.accounts, self.settings, forget=self._forget_key
        )

    def _forget_key(self, account_id: str) -> None:
        self.tokens.forget(account_id)

    @room
    def sign_out(self) -> SignOut:
        from services.accounts.sign_out import SignOut

        return SignOut(self.database, self.accounts, self.tokens)

    @room
    def clients(self) -> Clients:
        from services.x_api.clients import Clients

        return Clients(
            self.paths,
            self.clock,
            self.database,
            self.accounts,
            lambda: self.tokens,
            self._transport,
        )

    @room
    def pictures(self) -> PictureStore:
        from services.media.pictures import PictureStore

        return PictureStore(self.paths, self.database, self.clock)

    @room
    def picture_uses(self) -> PictureUses:
        from services.media.picture_uses import PictureUses

        return PictureUses(self.database, self.pictures)

    @room
    def picture_cleaning(self) -> PictureCleaning:
        from services.media.cleaning import PictureCleaning

        return PictureCleaning(self.paths, self.database, self.clock, self.pictures)

    @room
    def videos(self) -> Videos:
        from services.media.videos import Videos

        return Videos(self.paths.pictures, self.database, self.clock, self.pictures)

    @room
    def alt_proposals(self) -> AltProposals:
        from services.media.alt_proposals import AltProposals

        return AltProposals(self.database)

    @room
    def boards(self) -> Boards:
        from services.media.boards import Boards

        return Boards(self.database, self.pictures, self.clock)

    @room
    def outings(self) -> Outings:
        from services.media.outings import Outings

        return Outings(self.database, self.pictures, self.clock)

    @room
    def board_templates(self) -> BoardTemplates:
        from services.media.templates import BoardTemplates

        return BoardTemplates(self.database, self.clock)

    @room
    def web(self) -> Web:
        """Pictures and feeds of other sites."""
        if self._transport.web is not None:
            return self._transport.web()
        from services.media.downloads import Downloads

        return Downloads()

    @room
    def feeds(self) -> Feeds:
        from services.inbox.feeds import Feeds

        return Feeds(self.database, self.clock, self.accounts, self.clients)

    @room
    def inbox(self) -> Inbox:
        from services.inbox.items import Inbox

        return Inbox(self.database, self.clock)

    @room
    def answer_drafts(self) -> AnswerDrafts:
        from services.inbox.answer_drafts import AnswerDrafts

        return AnswerDrafts(self.database, self.clock)

    @room
    def customers(self) -> Customers:
        from services.inbox.customers import Customers

        return Customers(self.database)

    @room
    def archive(self) -> Archive:
        from services.analytics.archive import Archive

        return Archive(
            self.database, self.clock, self.accounts, self.clients, pictures=self.pictures
        )

    @room
    def report(self) -> Report:
        from services.analytics.report import Report

        return Report(self.database, self.clock, self.accounts)

    @room
    def profiles(self) -> Profiles:
        from services.my_shop.profiles import Profiles

        return Profiles(self.database, self.clock)

    @room
    def closed_days(self) -> ClosedDays:
        from services.my_shop.closed_days import ClosedDays

        return ClosedDays(self.database)

    @room
    def products(self) -> Products:
        from services.my_shop.products import Products

        return Products(self.database, self.clock)

    @room
    def campaigns(self) -> Campaigns:
        from services.campaigns.campaigns import Campaigns

        return Campaigns(self.database, self.clock, self.drafts, self.boards)

    @room
    def reach(self) -> Reach:
        from services.campaigns.reach import Reach

        return Reach(self.database)

    @room
    def giveaways(self) -> Giveaways:
        from services.campaigns.giveaways import Giveaways

        return Giveaways(self.database, self.clock, self.drafts)

    @room
    def price_book(self) -> PriceBook:
        from services.x_api.price_book import PriceBook

        return PriceBook(self.database, self.clock)

    @room
    def spending(self) -> Spending:
        from services.x_api.spending import Spending

        return Spending(self.database, self.clock)

    @room
    def forecasts(self) -> Forecasts:
        from services.x_api.forecast import Forecasts

        return Forecasts(self.database, self.clock)

    @room
    def ledger(self) -> Ledger:
        from services.x_api.ledger import Ledger

        return Ledger(self.database, self.clock)
