"""Tokens that are never lost and never sent twice: the only place that renews one.

X's refresh tokens open once (x_platform.md §2). So a renewal happens under a lock of this process
and one of all processes on the folder, with the keyring read anew inside; what is about to leave is
written down first (renewals.py), and what came is in the keyring before it is used.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from services import os_lock
from services.accounts.account import SignedIn
from services.accounts.aside import Aside
from services.accounts.lost_sign_in import note_found, note_lost
from services.accounts.renewal_lock import RenewalLock
from services.accounts.renewal_rests import Rests
from services.accounts.renewals import Renewals, Unkept
from services.accounts.revoking import Revoking
from services.accounts.token_entries import TokenEntries
from services.accounts.token_values import Access, Given, TokenPair, token_mark
from services.errors import (
    AppError,
    KeychainTrouble,
    OutcomeUnknown,
    RateLimited,
    RenewalLost,
    ServerTrouble,
    SignInEnded,
    SignInNeeded,
    StorageTrouble,
)
from services.x_api.last_answers import TOKEN_CALL, LastAnswers

if TYPE_CHECKING:
    from services.accounts.accounts import Account, Accounts
    from services.accounts.keychain import Keychain
    from services.accounts.token_calls import TokenCalls
    from services.clock import Clock
    from services.paths import Paths
    from services.store.database import Database

logger = logging.getLogger(__name__)


class Renewing:
    """An access token for whoever needs one. Everything may wait for the keyring or X."""

    def __init__(
        self,
        keychain: Keychain,
        database: Database,
        clock: Clock,
        paths: Paths,
        calls: TokenCalls,
        *,
        accounts: Accounts,
    ) -> None:
        self._clock = clock
        self._database = database
        self._lock = RenewalLock(paths.renewal_lock)
        self._calls = calls
        self._accounts = accounts
        self._revoking = Revoking(calls)
        self._entries = TokenEntries(keychain, calls.host)
        self._renewals = Renewals(database, clock, self._entries)
        self._aside = Aside(self._entries, self._renewals, self._revoking)
        self._rests = Rests(clock)
        self._known: dict[str, Access] = {}
        self._unkept: dict[str, Unkept] = {}

    def get(self, account_id: str) -> str:
        """As `TokenSource.get`."""
        known = self._known.get(account_id)
        if known is not None and known.is_fresh(self._clock.now()):
            return known.token
        return self._token(account_id, None)

    def renew(self, account_id: str, refused: str) -> str:
        """As `TokenSource.renew`."""
        return self._token(account_id, refused)

    def _token(self, account_id: str, refused: str | None) -> str:
        self._known.pop(account_id, None)
        try:
            with self._lock.hold(account_id):
                access = self._current(account_id, refused)
                self._known[account_id] = access
                note_found(self._accounts, account_id)
        except os_lock.Busy as error:
            living = self._living(account_id, refused)
            if living is None:
                raise ServerTrouble("another renewal takes long") from error
            return living.token
        return access.token

    def _current(self, account_id: str, refused: str | None) -> Access:
        """Inside the locks: the token to use. One that still lives is used before any trouble."""
        living = self._living(account_id, refused)
        try:
            if self._keep_at_last(account_id):
                living = self._living(account_id, refused)
            if living is not None and living.is_fresh(self._clock.now()):
                self._end_what_is_over(account_id)
                return living
            return self._renewed(account_id, refused)
        except AppError as error:
            if living is None or isinstance(error, SignInEnded):
                note_lost(self._accounts, account_id, error, refused)
                raise
            logger.info("not renewed: %s", error.name)
            return living

    def _living(self, account_id: str, refused: str | None) -> Access | None:
        kept = self._entries.access_token(account_id)
        if kept is None or kept.token == refused or not kept.lives(self._clock.now()):
            return None
        return kept

    def _renewed(self, account_id: str, refused: str | None) -> Access:
        refresh = self._entries.refresh_token(account_id)
        account = self._accounts.get(account_id)
        if refresh is None or not account.signed_in.unended:
            # What a sign-out could not delete is never sent.
            raise _ended(account) or SignInNeeded("nothing that opens this account is kept")
        mark = token_mark(refresh.token)
        if self._renewals.has_left(account_id, mark):
            raise RenewalLost("this refresh token has left before")
        self._rests.check(account_id, refused)
        with suppress(AppError):
            self._aside.settle(account)
        pair = self._refresh(account, refresh)
        access = Access(pair.access, pair.expires_at, self._clock.now())
        self._unkept[account_id] = Unkept(pair, mark)
        self._keep(account_id, pair)
        self._rests.renewed(account_id, access, refused)
        self._heard(account_id).taken(TOKEN_CALL, self._calls.x_clock)
        return access

    def _refresh(self, account: Account, refresh: Given) -> TokenPair:
        """One call. What it raises says whether the refresh token may ever be sent again."""
        mark = token_mark(refresh.token)
        try:
            return self._calls.refresh(
                refresh.token,
                client_id=refresh.client_id or account.client_id or "",
                leaving=lambda: self._renewals.leave(account.id, mark),
                heard=self._heard(account.id),
            )
        except OutcomeUnknown as error:
            raise RenewalLost(error.detail) from error
        except SignInEnded:
            self._accounts.set_signed_in(account.id, SignedIn.ENDED)
            with suppress(KeychainTrouble):
                # Where it cannot be deleted the row stays: it is not sent a second time.
                self._forget(account.id)
            raise
        except AppError as error:
            if isinstance(error, ServerTrouble | RateLimited):
                self._rests.trouble(account.id, error)
            self._renewals.not_taken(account.id, mark)
            raise

    def _end_what_is_over(self, account_id: str) -> None:
        """A row that names a token of before: killed when all was kept and only that was left."""
        standing = self._renewals.standing(account_id)
        with suppress(KeychainTrouble, StorageTrouble):
            refresh = None if standing is None else self._entries.refresh_token(account_id)
            if refresh is not None and token_mark(refresh.token) != standing:
                self._renewals.answered(account_id)

    def _keep_at_last(self, account_id: str) -> bool:
        """Keeps the pair that X has given and the keyring has not. Raises KeychainTrouble.

        Unless the owner has signed in again, or out, in another process meanwhile.
        """
        unkept = self._unkept.get(account_id)
        if unkept is None:
            return False
        if self._is_still_ours(account_id, unkept):
            self._keep(account_id, unkept.pair)
        else:
            del self._unkept[account_id]
        return True

    def _keep(self, account_id: str, pair: TokenPair) -> None:
        self._entries.keep(account_id, pair, self._clock.now())
        del self._unkept[account_id]
        with suppress(KeychainTrouble, StorageTrouble):
            # It names the token before, which nobody has any more.
            self._renewals.answered(account_id)

    def _is_still_ours(self, account_id: str, unkept: Unkept) -> bool:
        there = self._entries.refresh_token(account_id)
        if there is None:
            return self._accounts.get(account_id).signed_in.unended
        return there.token == unkept.pair.refresh or token_mark(there.token) == unkept.mark

    def _heard(self, account_id: str) -> LastAnswers:
        return LastAnswers(self._database, self._clock, account_id)

    def _forget(self, account_id: str, *, aside: bool = False) -> None:
        self._known.pop(account_id, None)
        self._entries.forget(account_id, aside=aside)
        self._start_anew(account_id)

    def _start_anew(self, account_id: str) -> None:
        self._known.pop(account_id, None)
        self._unkept.pop(account_id, None)
        self._rests.forget(account_id)
        self._renewals.end(account_id)


def _ended(account: Account) -> SignInEnded | None:
    if account.signed_in is SignedIn.ENDED:
        return SignInEnded("X has ended this sign-in")
    return None
