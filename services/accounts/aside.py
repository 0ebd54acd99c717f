"""The sign-in that a new one takes the place of, until X has said that both are one account's.

Perhaps the browser was somebody else's: then the old one goes on. Of several in turn the first is
kept, the one that X had confirmed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.accounts.token_values import TokenPair, token_mark

if TYPE_CHECKING:
    from services.accounts.account import Account
    from services.accounts.renewals import Renewals
    from services.accounts.revoking import Revoking
    from services.accounts.token_entries import TokenEntries


class Aside:
    """Inside the locks of `Tokens`. Everything raises KeychainTrouble."""

    def __init__(self, entries: TokenEntries, renewals: Renewals, revoking: Revoking) -> None:
        self._entries = entries
        self._renewals = renewals
        self._revoking = revoking

    def put(self, account_id: str, pair: TokenPair) -> bool:
        """Makes room for `pair`. False for one of this run alone, and one that is in doubt: nobody
        could use it any more."""
        refresh, before = self._entries.refresh_token(account_id), self._entries.aside(account_id)
        if refresh is None or self._entries.is_in_memory(account_id):
            return False
        if self._renewals.is_in_doubt(account_id, token_mark(refresh.token)):
            return False
        if before is not None:
            self._revoking.replace(account_id, (before,), pair)
        self._entries.put_aside(account_id)
        return True

    def is_in_use(self, account_id: str) -> bool:
        """Whether what was put aside is in its place still, or again."""
        before, refresh = self._entries.aside(account_id), self._entries.refresh_token(account_id)
        return before is not None and refresh is not None and before.token == refresh.token

    def settle(self, account: Account) -> None:
        """Ends it at X when X has named the account by what it has now.

        Raises Offline, ServerTrouble or RateLimited: it can be asked again.
        """
        before = self._entries.aside(account.id)
        if before is None:
            return
        if not self.is_in_use(account.id):
            if account.unproven:
                return
            self._revoking.end((before,))
        self._entries.forget_aside(account.id)
