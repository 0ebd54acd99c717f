"""What the shop sells, in the owner's own order."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace

from services.clock import Clock
from services.ids import new_id
from services.store.database import Database
from services.text.clean import clean


@dataclass(frozen=True, slots=True)
class Product:
    """`price_minor`: minor units of `currency` (services/my_shop/prices.py), None for no price.

    `picture` is a picture's hash. `position` counts from 0.
    """

    id: str
    account_id: str
    name: str
    price_minor: int | None = None
    currency: str = ""
    link: str = ""
    picture: str | None = None
    position: int = 0


class Products:
    """Methods that take an id raise KeyError when there is no such product."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def all(self, account_id: str) -> tuple[Product, ...]:
        rows = self._database.connection.execute(
            "SELECT * FROM product WHERE account_id = ? ORDER BY position, rowid", (account_id,)
        )
        return tuple(_product(row) for row in rows)

    def get(self, product_id: str) -> Product:
        row = self._database.connection.execute(
            "SELECT * FROM product WHERE id = ?", (product_id,)
        ).fetchone()
        if row is None:
            raise KeyError(product_id)
        return _product(row)

    def add(
        self,
        account_id: str,
        *,
        name: str,
        price_minor: int | None = None,
        currency: str = "",
        link: str = "",
        picture: str | None = None,
    ) -> Product:
        """At the end."""
        with self._database.transaction() as connection:
            position = connection.execute(
                "SELECT coalesce(max(position) + 1, 0) FROM product WHERE account_id = ?",
                (account_id,),
            ).fetchone()[0]
            product = Product(
                id=new_id(),
                account_id=account_id,
                name=clean(name)[0],
                price_minor=price_minor,
                currency=currency,
                link=clean(link)[0],
                picture=picture,
                position=position,
            )
            self._insert(connection, product)
        return product

    def save(self, product: Product) -> Product:
        """All but its place, which `move` changes."""
        kept = replace(product, name=clean(product.name)[0], link=clean(product.link)[0])
        with self._database.transaction() as connection:
            changed = connection.execute(
                "UPDATE product SET name = ?, price_minor = ?, currency = ?, link = ?, "
                "picture = ? WHERE id = ?",
                (kept.name, kept.price_minor, kept.currency, kept.link, kept.picture, kept.id),
            )
            if not changed.rowcount:
                raise KeyError(product.id)
            return self.get(product.id)

    def delete(self, product_id: str) -> Product:
        """Gives back what was deleted, for `undelete`."""
        with self._database.transaction() as connection:
            product = self.get(product_id)
            connection.execute("DELETE FROM product WHERE id = ?", (product_id,))
            connection.execute(
                "UPDATE product SET position = position - 1 WHERE account_id = ? AND position > ?",
                (product.account_id, product.position),
            )
        return product

    def undelete(self, product: Product) -> Product:
        """Back in its place, with its id. One that is there already stays as it is."""
        with self._database.transaction() as connection:
            there = connection.execute(
                "SELECT 1 FROM product WHERE id = ?", (product.id,)
            ).fetchone()
            if there is None:
                count = len(self.all(product.account_id))
                self._insert(connection, replace(product, position=count))
                self.move(product.id, to=product.position)
        return self.get(product.id)

    def move(self, product_id: str, *, to: int) -> tuple[Product, ...]:
        """Puts it at a place counted from 0; beyond either end is the end. Gives back all."""
        with self._database.transaction() as connection:
            moved = self.get(product_id)
            others = [one.id for one in self.all(moved.account_id) if one.id != product_id]
            others.insert(max(0, min(to, len(others))), product_id)
            connection.executemany(
                "UPDATE product SET position = ? WHERE id = ?", list(enumerate(others))
            )
        return self.all(moved.account_id)

    def _insert(self, connection: sqlite3.Connection, product: Product) -> None:
        connection.execute(
            "INSERT INTO product(id, account_id, name, price_minor, currency, link, picture, "
            "position, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                product.id,
                product.account_id,
                product.name,
                product.price_minor,
                product.currency,
                product.link,
                product.picture,
                product.position,
                self._clock.now(),
            ),
        )


def _product(row: sqlite3.Row) -> Product:
    return Product(**{name: row[name] for name in Product.__dataclass_fields__})
