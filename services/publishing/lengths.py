"""How long a post of an account may be."""

from __future__ import annotations

from services.accounts.accounts import Account
from services.text.measure import LONG, STANDARD
from services.text.weight import Config


def config_for(account: Account) -> Config:
    """25,000 with X Premium, else 280, both weighed (X's docs, changelog of 20 August 2024)."""
    return LONG if account.long_posts else STANDARD
