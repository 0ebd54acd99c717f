"""Who the shop's account is, and who is signed in to X in the browser of this computer."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TypedDict, Unpack

from services.x_api.practice.state import fact, set_fact


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    handle: str
    is_suspended: bool


def person(db: sqlite3.Connection, number: int) -> Person:
    row = db.execute("SELECT id, handle, suspended FROM user WHERE id = ?", (number,)).fetchone()
    return Person(row["id"], row["handle"], bool(row["suspended"]))


def shop_user(db: sqlite3.Connection) -> Person:
    return person(db, db.execute("SELECT id FROM user WHERE role = 'shop'").fetchone()[0])


def browsing_user(db: sqlite3.Connection) -> Person:
    """The shop, unless another was signed in."""
    number = fact(db, "browsing")
    return person(db, number) if number else shop_user(db)


class AccountChanges(TypedDict, total=False):
    """`suspended` and `handle` are the shop's; `browsing` is the handle that consents now."""

    suspended: bool
    handle: str
    browsing: str


def change(db: sqlite3.Connection, **changes: Unpack[AccountChanges]) -> None:
    """What is not told stays. Raises ValueError for a handle nobody has, or another has."""
    if unknown := changes.keys() - AccountChanges.__annotations__.keys():
        raise ValueError(f"nothing to change: {sorted(unknown)}")
    shop = shop_user(db)
    if "suspended" in changes:
        db.execute(
            "UPDATE user SET suspended = ? WHERE id = ?", (int(changes["suspended"]), shop.id)
        )
    if "handle" in changes:
        handle = changes["handle"]
        try:
            db.execute("UPDATE user SET handle = ? WHERE id = ?", (handle, shop.id))
        except sqlite3.IntegrityError as error:
            raise ValueError(f"@{handle} is another's") from error
    if "browsing" in changes:
        browsing = changes["browsing"]
        row = db.execute("SELECT id FROM user WHERE handle = ?", (browsing,)).fetchone()
        if row is None:
            raise ValueError(f"nobody is called @{browsing}")
        set_fact(db, "browsing", row["id"])
