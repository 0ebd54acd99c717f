"""X's price list as the owner corrected it: what X changed since the program was made.

One list for all accounts; one that does not own its app pays other rows of it. What was paid before
keeps the cost that it was booked with.
"""

from __future__ import annotations

from dataclasses import replace

from services.clock import Clock
from services.store.database import Database
from services.x_api.prices import PRICES, X_LIST, Kind, Prices

MOST = 100_000_000
"""A hundred dollars for one call: more is a slip of the hand."""


class PriceBook:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def current(self) -> Prices:
        rows = self._database.connection.execute("SELECT kind, cost FROM price ORDER BY kind")
        known = tuple((Kind(kind), cost) for kind, cost in rows if kind in _KINDS)
        return Prices(known) if known else X_LIST

    def of_account(self, account_id: str) -> Prices:
        """What that account pays."""
        row = self._database.connection.execute(
            "SELECT owns_app FROM account WHERE id = ?", (account_id,)
        ).fetchone()
        return self.of_owner(None if row is None else row["owns_app"])

    def of_owner(self, owns_app: bool | None) -> Prices:
        """What an account pays that owns its app, or not. While nobody said so, it does."""
        current = self.current()
        return (
            replace(current, owns_app=False) if owns_app is not None and not owns_app else current
        )

    def set(self, kind: Kind, cost: int) -> Prices:
        """`cost` in micro-dollars. As X's list has it is the same as not corrected."""
        if not 0 <= cost <= MOST:
            raise ValueError(f"no price of a call: {cost}")
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM price WHERE kind = ?", (kind,))
            if cost != PRICES[kind]:
                connection.execute(
                    "INSERT INTO price(kind, cost, changed_at) VALUES (?, ?, ?)",
                    (kind, cost, self._clock.now()),
                )
        return self.current()

    def reset(self) -> Prices:
        """X's own list again."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM price")
        return X_LIST

    def corrected_at(self) -> dict[Kind, int]:
        """When the owner corrected a price, in UTC seconds, by its kind."""
        rows = self._database.connection.execute("SELECT kind, changed_at FROM price")
        return {Kind(kind): at for kind, at in rows if kind in _KINDS}


_KINDS = frozenset(kind.value for kind in Kind)
