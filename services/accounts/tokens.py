"""What opens the accounts: what a sign-in brings is kept here, and what ends is taken away.

renewing.py has the rest: what is asked for whenever X is.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from services.accounts.account import SignedIn
from services.accounts.account_tokens import AccountTokens
from services.accounts.renewing import Renewing
from services.accounts.token_values import Given, TokenPair, TokenSource, token_mark
from services.errors import AppError, KeychainTrouble

if TYPE_CHECKING:
    from services.accounts.accounts import Account


class Tokens(Renewing):
    """One for all accounts of a run. Everything may wait for the keyring or X: in lanes only."""

    def of(self, account: Account) -> TokenSource:
        return AccountTokens(self, self._accounts, account.id)

    def keep(
        self,
        account_id: str,
        pair: TokenPair,
        *,
        this_run_only: bool = False,
        aside: bool = False,
    ) -> None:
        """What a sign-in brought. Raises KeychainTrouble, and may be asked again then.

        `this_run_only`: in memory alone. `aside`: what it takes the place of can be put back until
        `settle`; else it is still good at X until `end_replaced`.
        """
        account = self._accounts.get(account_id)
        with self._lock.alone(account_id):
            # Else nothing is there, and a locked keyring need not be asked.
            begun = account.signed_in.unended or self._revoking.is_replacing(account_id)
            with suppress(KeychainTrouble):
                if begun or not this_run_only:
                    self._make_room(account, pair, aside=aside)
                if begun and this_run_only:
                    self._entries.forget(account_id)
            if this_run_only:
                self._entries.keep_for_this_run(account_id, pair, self._clock.now())
            else:
                self._entries.keep_for_good(account_id, pair, self._clock.now())
            self._start_anew(account_id)

    def _make_room(self, account: Account, pair: TokenPair, *, aside: bool) -> None:
        """Nothing is to be done once more when a `keep` is tried again."""
        if not self._aside.is_in_use(account.id) and not (
            aside and self._aside.put(account.id, pair)
        ):
            self._revoking.replace(account.id, self._given(account), pair)

    def end_replaced(self, account_id: str) -> None:
        """Tells X that what the last `keep` took the place of is needed no more. Never raises."""
        self._revoking.end_replaced(account_id)

    def settle(self, account_id: str) -> None:
        """X has named the account: what was put aside ends there. Never raises; a renewal does it
        else."""
        with suppress(AppError), self._lock.alone(account_id):
            self._aside.settle(self._accounts.get(account_id))

    def put_back(self, account: Account) -> bool:
        """Somebody else has signed in: what was put aside goes on, where there is any, and theirs
        ends at X where X can be reached now. Raises KeychainTrouble."""
        with self._lock.alone(account.id):
            before = self._entries.aside(account.id)
            if before is None:
                return False
            theirs = [one for one in self._given(account) if one.token != before.token]
            self._entries.put_back(account.id)
            self._start_anew(account.id)
            self._accounts.set_signed_in(account.id, SignedIn.YES, run_only=False)
            self._accounts.set_unproven(account.id, False)
        with suppress(AppError):
            self._revoking.end(theirs)
        return True

    def forget(self, account_id: str) -> None:
        """Takes away from this computer what opens the account. Raises KeychainTrouble."""
        with self._lock.alone(account_id):
            self._forget(account_id, aside=True)

    def sign_out(self, account: Account) -> None:
        """Ends it on X and here. May be asked again after whatever it raises.

        Raises Offline, ServerTrouble or RateLimited, with the account still signed in; and
        KeychainTrouble when it is over on X, and only its useless tokens could not be deleted.
        """
        with self._lock.alone(account.id):
            before = self._entries.aside(account.id)
            given = [*self._given(account), *([] if before is None else [before])]
            self._revoking.end(given, self._heard(account.id))
            self._accounts.set_signed_in(account.id, SignedIn.ENDED)
            refresh = self._entries.refresh_token(account.id)
            if refresh is not None:
                # Where it cannot be deleted it is not sent again.
                self._renewals.begin(account.id, token_mark(refresh.token))
            self._forget(account.id, aside=True)
            self._accounts.set_signed_in(account.id, SignedIn.NONE)

    def knows(self, account_id: str) -> bool:
        """Whether this computer keeps anything that opens the account. Raises KeychainTrouble."""
        return (
            account_id in self._unkept
            or self._entries.refresh_token(account_id) is not None
            or self._entries.access_token(account_id) is not None
        )

    def _given(self, account: Account) -> list[Given]:
        """What X may still take, the access token first: if X cannot be reached after it, the
        account goes on. Raises KeychainTrouble."""
        access, unkept = self._living(account.id, None), self._unkept.get(account.id)
        refresh = self._entries.refresh_token(account.id)
        tokens = [] if access is None else [access.token]
        if unkept is not None:
            tokens += [unkept.pair.access, unkept.pair.refresh or ""]
        elif refresh is not None:
            tokens.append(refresh.token)
        client_id = (refresh and refresh.client_id) or account.client_id or ""
        return [Given(token, client_id) for token in tokens if token]
