"""The shop's accounts: the sample shop to practise in, the owner's own, and one a script's X."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from services import settings as fields
from services.accounts.account import Account as Account
from services.accounts.account import Checking as Checking
from services.accounts.account import SignedIn as SignedIn
from services.accounts.account import Way as Way
from services.clock import Clock, guess_zone
from services.errors import AnswerNotUnderstood, Refusal, Rejected, SignInNeeded
from services.ids import new_id
from services.paths import Paths
from services.publishing.drafts import copy_drafts
from services.settings import Settings
from services.store.database import Database

if TYPE_CHECKING:
    from services.x_api.client import User, XClient
    from services.x_api.prices import Prices

COLOURS = ("#0B6B63", "#2B5FAB", "#8A5200", "#7A3E9D", "#B3261E", "#1B6E40")
"""The edge by which an account is known, given out in turn."""


class Accounts:
    """`x_url` keeps the run to that loopback X's script account, `practice_only` to practice."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        settings: Settings,
        paths: Paths,
        *,
        x_url: str | None = None,
        practice_only: bool = False,
    ) -> None:
        self._database = database
        self._clock = clock
        self._settings = settings
        self._paths = paths
        self._x_url = x_url
        self._practice_only = practice_only
        self._identified: set[str] = set()

    def active(self) -> Account:
        """The account shown and used. Makes the practice account on a fresh folder."""
        if self._practice_only:
            return self.practice()
        if self._x_url is not None:
            return self.script_account(self._x_url)
        chosen = self._find("id = ?", self._settings.get(fields.ACTIVE_ACCOUNT))
        return chosen or self.practice()

    def practice(self) -> Account:
        """The sample shop's account, made with its products and pictures on first use."""
        found = self._find("way = ?", Way.PRACTICE)
        return found or self._make_practice()

    def get(self, account_id: str) -> Account:
        """Raises KeyError when there is none."""
        found = self._find("id = ?", account_id)
        if found is None:
            raise KeyError(account_id)
        return found

    def by_handle(self, handle: str) -> Account | None:
        """As anybody may write it: with @ or without, in any case."""
        return self._find("handle = ? COLLATE NOCASE AND x_url IS NULL", plain_handle(handle))

    def all(self) -> tuple[Account, ...]:
        """The accounts an owner can choose between: those of scripts are not among them."""
        rows = self._database.connection.execute(
            "SELECT * FROM account WHERE x_url IS NULL ORDER BY way = 'practice', created_at, rowid"
        )
        return tuple(self._account(row) for row in rows)

    def of_this_run(self) -> tuple[Account, ...]:
        """The accounts that this run may send for by itself: practice's alone, a script's alone."""
        if self._practice_only or self._x_url is not None:
            return (self.active(),)
        return self.all()

    def keep_to_script(self, x_url: str) -> Account:
        """From here on this run is a script's: it uses the one account of that loopback X."""
        self._x_url = x_url
        return self.active()

    def activate(self, account_id: str) -> Account:
        account = self.get(account_id)
        self._practice_only = False
        self._settings.set(fields.ACTIVE_ACCOUNT, account_id)
        return account

    def start_own_shop(self, *, handle: str, zone: str) -> Account:
        """Goes from practice to the owner's own shop, by hand; the practice drafts come along.

        An own account that is there already is used again as it is, and nothing is copied twice.
        """
        with self._database.transaction() as connection:
            own = self.own()
            if own is None:
                own = self._insert(
                    connection, Way.BY_HAND, zone, handle=plain_handle(handle) or None
                )
                practice = self._find("way = ?", Way.PRACTICE)
                if practice is not None:
                    now = self._clock.now()
                    copy_drafts(connection, practice.id, own.id, now=now)
                    self._settings.set(fields.CARRIED_AT, now)
            return self.activate(own.id)

    def own(self) -> Account | None:
        """The owner's own shop; None while there is only the sample shop."""
        return self._find("way != ? AND x_url IS NULL", Way.PRACTICE)

    def script_account(self, x_url: str) -> Account:
        """The one account of this folder for that X, made without asking it anything."""
        found = self._find("x_url = ?", x_url)
        if found is None:
            with self._database.transaction() as connection:
                found = self._find("x_url = ?", x_url) or self._insert(
                    connection, Way.CONNECTED, guess_zone(), x_url=x_url
                )
        return found

    def set_zone(self, account_id: str, zone: str) -> Account:
        return self._set(account_id, "zone", zone)

    def set_handle(self, account_id: str, handle: str) -> Account:
        return self._set(account_id, "handle", plain_handle(handle) or None)

    def set_budget(self, account_id: str, budget: int | None) -> Account:
        """Posts that the budget held back are tried again at once: it may be enough now."""
        with self._database.transaction(durable=True) as connection:
            connection.execute(
                "UPDATE post SET next_try_at = NULL WHERE account_id = ? AND "
                "(state = 'queued' AND reason = 'BudgetReached' "
                "OR state = 'checking' AND reason_detail = 'BudgetReached')",
                (account_id,),
            )
            return self._set(account_id, "budget", budget)

    def set_checking(self, account_id: str, checking: Checking) -> Account:
        return self._set(account_id, "checking", checking)

    def set_client_id(self, account_id: str, client_id: str) -> Account:
        return self._set(account_id, "client_id", client_id)

    def set_owns_app(self, account_id: str, owns: bool | None) -> Account:
        return self._set(account_id, "owns_app", None if owns is None else int(owns))

    def set_signed_in(
        self, account_id: str, signed_in: SignedIn, scopes: frozenset[str] | None = None
    ) -> Account:
        """`scopes`: what the owner allowed on X, where that is known anew."""
        if scopes is not None:
            self._set(account_id, "scopes", " ".join(sorted(scopes)))
        return self._set(account_id, "sign_in", signed_in)

    def set_way(self, account_id: str, way: Way) -> Account:
        """Between by hand and connected; practice stays practice."""
        return self._set(account_id, "way", way)

    def set_long_posts(self, account_id: str, on: bool) -> Account:
        return self._set(account_id, "long_posts", int(on))

    def identify(self, account: Account, client: XClient) -> Account:
        """The account with its X id, asked of X when it is not known. In lanes only.

        A script's account is asked once a run, since its token may be anybody's.
        """
        account = self.get(account.id)
        scripted = account.x_url is not None and account.id not in self._identified
        if account.x_user_id is None or scripted:
            account = self.remember_x_user(account.id, _who(client))
        if scripted:
            self._identified.add(account.id)
        return account

    def remember_x_user(self, account_id: str, user: User) -> Account:
        """Keeps who X says this is. Raises SignInNeeded when it is somebody else than before."""
        account = self.get(account_id)
        if account.x_user_id not in (None, user.id):
            raise SignInNeeded("X answered as another account than the one kept")
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE account SET x_user_id = ?, handle = ? WHERE id = ?",
                (user.id, user.handle, account_id),
            )
        return self.note_tier(account_id, user)

    def note_tier(self, account_id: str, user: User) -> Account:
        """Keeps whether X Premium was there when `user` was read. What X left out says nothing.

        In practice it is the owner who says so, perhaps since.
        """
        account = self.get(account_id)
        if account.way is not Way.CONNECTED:
            return account
        if user.verified is not None and user.verified is not account.verified:
            account = self._set(account_id, "verified", int(user.verified))
        told = user.has_premium
        if told is None or told is account.long_posts:
            return account
        return self.set_long_posts(account_id, told)

    def _make_practice(self) -> Account:
        # Only the first start of a data folder needs it.
        from services.accounts.practice_shop import PracticeShop

        sample = PracticeShop(self._paths, self._database, self._clock)
        sample.keep_pictures()
        with self._database.transaction() as connection:
            account = self._find("way = ?", Way.PRACTICE)
            if account is None:
                account = self._insert(
                    connection,
                    Way.PRACTICE,
                    sample.zone,
                    handle=sample.handle,
                    x_user_id=sample.x_user_id,
                )
                sample.fill(account.id)
        return account

    def _insert(
        self,
        connection: sqlite3.Connection,
        way: Way,
        zone: str,
        *,
        handle: str | None = None,
        x_user_id: str | None = None,
        x_url: str | None = None,
    ) -> Account:
        account_id = new_id()
        count = connection.execute("SELECT count(*) FROM account").fetchone()[0]
        connection.execute(
            "INSERT INTO account(id, way, handle, x_user_id, x_url, zone, colour, created_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                account_id,
                way,
                handle,
                x_user_id,
                x_url,
                zone,
                COLOURS[count % len(COLOURS)],
                self._clock.now(),
            ),
        )
        return self.get(account_id)

    def _set(self, account_id: str, column: str, value: str | int | None) -> Account:
        with self._database.transaction() as connection:
            connection.execute(
                f"UPDATE account SET {column} = ? WHERE id = ?",  # noqa: S608  # a name of ours
                (value, account_id),
            )
        return self.get(account_id)

    def _find(self, where: str, value: str) -> Account | None:
        row = self._database.connection.execute(
            f"SELECT * FROM account WHERE {where} ORDER BY created_at LIMIT 1",  # noqa: S608  # ours
            (value,),
        ).fetchone()
        return None if row is None else self._account(row)

    def _account(self, row: sqlite3.Row) -> Account:
        way = Way(row["way"])
        return Account(
            id=row["id"],
            way=way,
            handle=row["handle"],
            x_user_id=row["x_user_id"],
            client_id=row["client_id"],
            x_url=row["x_url"],
            zone=row["zone"],
            colour=row["colour"],
            budget=row["budget"],
            long_posts=bool(row["long_posts"]),
            verified=bool(row["verified"]),
            checking=Checking(row["checking"]),
            prices=self._prices() if way is Way.CONNECTED else None,
            signed_in=SignedIn(row["sign_in"]),
            owns_app=None if row["owns_app"] is None else bool(row["owns_app"]),
            callback_ports=tuple(int(port) for port in row["callback_ports"].split(",")),
            scopes=frozenset(row["scopes"].split()),
            removed_at=row["removed_at"],
        )

    def _prices(self) -> Prices:
        from services.x_api.price_book import PriceBook

        return PriceBook(self._database, self._clock).current()


def plain_handle(handle: str) -> str:
    """Without the @ and the space around it."""
    return handle.strip().lstrip("@")


def _who(client: XClient) -> User:
    """A refusal of this question is no refusal of the post, answer or read that waits for it."""
    try:
        return client.me()
    except Rejected as refused:
        if refused.reason is Refusal.NOT_PERMITTED:
            raise SignInNeeded(refused.detail) from refused
        raise AnswerNotUnderstood(refused.detail) from refused
