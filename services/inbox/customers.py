"""The people who write to the shop: what the owner noted, and what there is of them."""

from __future__ import annotations

from dataclasses import dataclass

from services.inbox.values import Customer
from services.store.database import Database
from services.text.clean import clean


@dataclass(frozen=True, slots=True)
class History:
    """What one customer has said so far. `first_at` is None before the first word."""

    words: int
    first_at: int | None


class Customers:
    """Methods raise KeyError when there is no such customer."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, customer_id: str) -> Customer:
        row = self._database.connection.execute(
            "SELECT id, x_user_id, handle, name, notes, vip FROM customer WHERE id = ?",
            (customer_id,),
        ).fetchone()
        if row is None:
            raise KeyError(customer_id)
        return Customer(**{**dict(row), "vip": bool(row["vip"])})

    def save_notes(self, customer_id: str, notes: str) -> Customer:
        return self._save(customer_id, "notes", clean(notes)[0])

    def mark_vip(self, customer_id: str, vip: bool) -> Customer:
        return self._save(customer_id, "vip", int(vip))

    def history(self, customer_id: str) -> History:
        row = self._database.connection.execute(
            "SELECT count(*) AS words, min(created_at) AS first_at "
            "FROM inbox_item WHERE customer_id = ?",
            (self.get(customer_id).id,),
        ).fetchone()
        return History(**dict(row))

    def _save(self, customer_id: str, column: str, value: str | int) -> Customer:
        with self._database.transaction() as connection:
            connection.execute(
                f"UPDATE customer SET {column} = ? WHERE id = ?",  # noqa: S608  # a name of ours
                (value, customer_id),
            )
        return self.get(customer_id)
