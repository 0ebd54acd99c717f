"""One account's way to its tokens, for whoever asks X in its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from services.errors import SignInNeeded

if TYPE_CHECKING:
    from services.accounts.accounts import Accounts
    from services.accounts.tokens import Tokens


@dataclass(frozen=True, slots=True)
class AccountTokens:
    """A TokenSource that knows no secret itself."""

    tokens: Tokens
    accounts: Accounts
    account_id: str

    def get(self) -> str:
        return self.tokens.get(self.account_id)

    def renew(self, refused: str) -> str:
        return self.tokens.renew(self.account_id, refused)

    def check_proven(self) -> None:
        """A sign-in says so before its token can be read: asked after `get`, none slips through."""
        if self.accounts.get(self.account_id).unproven:
            raise SignInNeeded("X has not said yet who signed in")
