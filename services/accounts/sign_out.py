"""Ends an account's connection: on X and here, or here alone. Then it is kept by hand.

Nothing of it is lost: drafts, queue and inbox stay, and what comes due waits for the owner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.accounts.account import SignedIn, Way
from services.errors import KeychainTrouble

if TYPE_CHECKING:
    from services.accounts.account import Account
    from services.accounts.accounts import Accounts
    from services.accounts.tokens import Tokens
    from services.store.database import Database

CONNECTED_APPS = "https://x.com/settings/connected_apps"
"""X's own page, where the owner ends what could not be ended from here."""


class SignOut:
    """In lanes only: the keyring and X are asked."""

    def __init__(self, database: Database, accounts: Accounts, tokens: Tokens) -> None:
        self._database = database
        self._accounts = accounts
        self._tokens = tokens

    def everywhere(self, account_id: str) -> Account:
        """Raises Offline, ServerTrouble or RateLimited: then the account is signed in as before.

        Raises KeychainTrouble likewise, where the keyring could not be read; or when X has ended it
        and only the key, which opens nothing any more, is not let go of. Then the account is by
        hand all the same: its `way` tells.
        """
        account = self._connected(account_id)
        if account.way is Way.CONNECTED:
            try:
                self._tokens.sign_out(account)
            except KeychainTrouble:
                if account.run_is_over:
                    # Nothing of it was ever in the keyring.
                    return self._by_hand(account)
                if self._accounts.get(account.id).signed_in is SignedIn.ENDED:
                    self._by_hand(account)
                raise
        return self._by_hand(account)

    def here(self, account_id: str) -> Account:
        """X still lets in what was given out, until the owner ends it on X's own page.

        Raises KeychainTrouble where the keyring does not let go of the key: it is by hand all the
        same, for a store may be gone for good, and the key is not used any more.
        """
        account = self._connected(account_id)
        if account.way is Way.CONNECTED:
            try:
                self._tokens.forget(account.id)
            except KeychainTrouble:
                self._by_hand(account)
                raise
        return self._by_hand(account)

    def _connected(self, account_id: str) -> Account:
        """Raises ValueError for the sample shop and a script's account."""
        account = self._accounts.get(account_id)
        if account.way is Way.PRACTICE or account.x_url is not None:
            raise ValueError("this account is not signed in by its owner")
        return account

    def _by_hand(self, account: Account) -> Account:
        with self._database.transaction(durable=True):
            self._accounts.set_signed_in(account.id, SignedIn.NONE, frozenset())
            return self._accounts.set_way(account.id, Way.BY_HAND)
