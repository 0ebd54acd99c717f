"""One account's way to its tokens, for whoever asks X in its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from services.errors import KeychainTrouble, SignInNeeded

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
        try:
            return self.tokens.get(self.account_id)
        except KeychainTrouble as error:
            # What it was opened by was never in the keyring: mended, it would not have it either.
            if self.accounts.get(self.account_id).run_is_over:
                raise SignInNeeded("it was signed in for a run that is over") from error
            raise

    def renew(self, refused: str) -> str:
        return self.tokens.renew(self.account_id, refused)

    def check_proven(self) -> None:
        """A sign-in says so before its token can be read: asked after `get`, none slips through."""
        if self.accounts.get(self.account_id).unproven:
            raise SignInNeeded("X has not said yet who signed in")
