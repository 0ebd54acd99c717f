"""Remembers in an account's row that nothing here opens it any more, until something does again.

Only what the window shows goes by it: whoever wants to ask X looks into the keyring all the same.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from services.accounts.account import SignedIn
from services.errors import AppError, RenewalLost, SignInNeeded, StorageTrouble

if TYPE_CHECKING:
    from services.accounts.accounts import Accounts


def note_lost(accounts: Accounts, account_id: str, error: AppError, refused: str | None) -> None:
    """`error`: with what the last way to a token ended. One that may pass is no loss.

    Nor is a token that X has `refused` once: as long as its time is not over X may take it again.
    """
    if refused is None and type(error) in (SignInNeeded, RenewalLost):
        _turn(accounts, account_id, SignedIn.YES, SignedIn.LOST)


def note_found(accounts: Accounts, account_id: str) -> None:
    """There is a token after all: posts that waited for one are tried again."""
    _turn(accounts, account_id, SignedIn.LOST, SignedIn.YES)


def _turn(accounts: Accounts, account_id: str, before: SignedIn, after: SignedIn) -> None:
    """A disk that refuses it changes nothing of what is about to be used or told."""
    with suppress(StorageTrouble):
        if accounts.get(account_id).signed_in is before:
            accounts.set_signed_in(account_id, after)
