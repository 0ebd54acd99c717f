"""Who the shop is on X in tests, and a stand-in for Clients that always hands out the same X."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from services.accounts.accounts import Account

OWN_ID = "1000000000000000001"


@dataclass
class OneClient:
    x: Any

    def for_account(self, account: Account) -> Any:
        return self.x
