"""The rows of accounts: read, made, and changed one choice at a time."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from services.accounts.account import Account, Checking, SignedIn, Way
from services.clock import Clock
from services.errors import (
    AppNotEnrolled,
    AppOfOtherKind,
    KeychainTrouble,
    RenewalLost,
    SignInEnded,
    SignInNeeded,
)
from services.ids import new_id
from services.publishing.states import quoted
from services.store.database import Database

if TYPE_CHECKING:
    from services.x_api.prices import Prices

COLOURS = ("#0B6B63", "#2B5FAB", "#8A5200", "#7A3E9D", "#B3261E", "#1B6E40")
"""The edge by which an account is known: each new one gets the first that no other has."""
SHOWN = "x_url IS NULL AND removed_at IS NULL"
"""Accounts an owner can choose between: not those of scripts, none that was removed."""
_FOR_WANT_OF_A_KEY = quoted(
    kind.__name__
    for kind in (
        *(SignInNeeded, SignInEnded, RenewalLost, AppNotEnrolled, AppOfOtherKind),
        KeychainTrouble,
    )
)
_TRY_AGAIN = f"""
UPDATE post SET next_try_at = NULL WHERE account_id = :account_id
  AND (state = 'queued' AND reason IN ({_FOR_WANT_OF_A_KEY})
       OR state = 'checking' AND reason_detail IN ({_FOR_WANT_OF_A_KEY}))
"""  # noqa: S608  # our own names


class AccountRows:
    """A change of an account that is not there changes nothing and raises KeyError."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._this_run: set[str] = set()
        """Signed in until this run ends: another run finds nothing that opens them."""

    def get(self, account_id: str) -> Account:
        """One that was removed, too, for a day. Raises KeyError when there is none."""
        found = self._find("id = ?", account_id)
        if found is None:
            raise KeyError(account_id)
        return found

    def by_handle(self, handle: str) -> Account | None:
        """As anybody may write it: with @ or without, in any case. The sample shop's comes last."""
        return self._find(f"handle = ? COLLATE NOCASE AND {SHOWN}", plain_handle(handle))

    def all(self) -> tuple[Account, ...]:
        """The accounts an owner can choose between, the oldest first and the sample shop last."""
        rows = self._database.connection.execute(
            f"SELECT * FROM account WHERE {SHOWN} "  # noqa: S608  # ours
            "ORDER BY way = 'practice', created_at, rowid"
        )
        return tuple(self._account(row) for row in rows)

    def add(self, handle: str, zone: str) -> Account:
        """One more shop of the owner's, by hand. `handle` may be empty."""
        with self._database.transaction() as connection:
            return self._insert(connection, Way.BY_HAND, zone, handle=plain_handle(handle) or None)

    def set_zone(self, account_id: str, zone: str) -> Account:
        return self._set(account_id, "zone", zone)

    def set_handle(self, account_id: str, handle: str) -> Account:
        return self._set(account_id, "handle", plain_handle(handle) or None)

    def set_colour(self, account_id: str, colour: str) -> Account:
        """`#RRGGBB`, one of COLOURS or any other."""
        return self._set(account_id, "colour", colour)

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
        self,
        account_id: str,
        signed_in: SignedIn,
        scopes: frozenset[str] | None = None,
        *,
        run_only: bool | None = None,
    ) -> Account:
        """`scopes`: what the owner allowed on X, where that is known anew.

        `run_only`: whether it is over with this run; None where that is as it was in this run.

        Posts that waited for the owner to sign in are tried again at once.
        """
        with self._database.transaction(durable=True) as connection:
            if scopes is not None:
                self._set(account_id, "scopes", " ".join(sorted(scopes)))
            if signed_in is SignedIn.YES:
                run_only = account_id in self._this_run if run_only is None else run_only
                self._set(account_id, "run_only", int(run_only))
                (self._this_run.add if run_only else self._this_run.discard)(account_id)
                self._try_again(connection, account_id)
            return self._set(account_id, "sign_in", signed_in)

    def note_sign_in(
        self, account_id: str, *, client_id: str, scopes: frozenset[str], run_only: bool = False
    ) -> Account:
        """It came about: connected, by that app of the owner's. All of it or nothing."""
        with self._database.transaction(durable=True):
            self.set_client_id(account_id, client_id)
            self.set_way(account_id, Way.CONNECTED)
            return self.set_signed_in(account_id, SignedIn.YES, scopes, run_only=run_only)

    def set_unproven(self, account_id: str, unproven: bool) -> Account:
        """Whether X is still to say who signed in. On disk before any token of theirs is."""
        with self._database.transaction(durable=True):
            return self._set(account_id, "unproven", int(unproven))

    def set_way(self, account_id: str, way: Way) -> Account:
        """Between by hand and connected; practice stays practice."""
        return self._set(account_id, "way", way)

    def set_long_posts(self, account_id: str, on: bool) -> Account:
        return self._set(account_id, "long_posts", int(on))

    def _try_again(self, connection: sqlite3.Connection, account_id: str) -> None:
        """Posts that waited for the owner to sign in."""
        connection.execute(_TRY_AGAIN, {"account_id": account_id})

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
        colour = self._free_colour(connection)
        connection.execute(
            "INSERT INTO account(id, way, handle, x_user_id, x_url, zone, colour, created_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (account_id, way, handle, x_user_id, x_url, zone, colour, self._clock.now()),
        )
        return self.get(account_id)

    def _free_colour(self, connection: sqlite3.Connection) -> str:
        """In turn where all are given."""
        given = [row["colour"] for row in connection.execute("SELECT colour FROM account")]
        free = [colour for colour in COLOURS if colour not in given]
        return free[0] if free else COLOURS[len(given) % len(COLOURS)]

    def _set(self, account_id: str, column: str, value: str | int | None) -> Account:
        with self._database.transaction() as connection:
            connection.execute(
                f"UPDATE account SET {column} = ? WHERE id = ?",  # noqa: S608  # a name of ours
                (value, account_id),
            )
        return self.get(account_id)

    def _find(self, where: str, *values: str) -> Account | None:
        row = self._database.connection.execute(
            f"SELECT * FROM account WHERE {where} "  # noqa: S608  # ours
            "ORDER BY way = 'practice', created_at, rowid LIMIT 1",
            values,
        ).fetchone()
        return None if row is None else self._account(row)

    def _account(self, row: sqlite3.Row) -> Account:
        way = Way(row["way"])
        signed_in, run_only = SignedIn(row["sign_in"]), bool(row["run_only"])
        if run_only and signed_in is SignedIn.YES and row["id"] not in self._this_run:
            signed_in = SignedIn.LOST
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
            prices=self._prices(row["owns_app"]) if way is Way.CONNECTED else None,
            signed_in=signed_in,
            owns_app=None if row["owns_app"] is None else bool(row["owns_app"]),
            callback_ports=tuple(int(port) for port in row["callback_ports"].split(",")),
            scopes=frozenset(row["scopes"].split()),
            removed_at=row["removed_at"],
            unproven=bool(row["unproven"]),
            run_only=run_only,
        )

    def _prices(self, owns_app: bool | None) -> Prices:
        from services.x_api.price_book import PriceBook

        return PriceBook(self._database, self._clock).of_owner(owns_app)


def plain_handle(handle: str) -> str:
    """Without the @ and the space around it."""
    return handle.strip().lstrip("@")
