"""Whose shop it is."""

from __future__ import annotations

from services.shop import Shop


def own(shop: Shop) -> str:
    return shop.accounts.active().id
