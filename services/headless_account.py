"""Whose queue and inbox a run without a window is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.accounts.account import Way
from services.accounts.accounts import plain_handle
from services.headless_enqueue import BadArguments
from services.text.clean import clean

if TYPE_CHECKING:
    from services.accounts.accounts import Account
    from services.headless_options import HeadlessOptions
    from services.shop import Shop


def account_of(shop: Shop, options: HeadlessOptions) -> Account:
    """The one named, else the active one; at another X without a token of the environment only if
    it is signed in there, else that X's script account, which is not.

    So a script's posts never come into the queue that goes to the real X. Raises BadArguments, and
    KeychainTrouble where nobody can say who is signed in.
    """
    account = _asked_for(shop, options.account)
    run = options.run
    if run.x_url is None or run.token is not None or run.practice or _is_signed_in(shop, account):
        return account
    if options.account:
        raise BadArguments(f"@{account.handle} is not signed in at {run.x_url}")
    return shop.accounts.keep_to_script(run.x_url)


def _asked_for(shop: Shop, handle: str | None) -> Account:
    active = shop.accounts.active()
    wanted = plain_handle(handle or "")
    if not wanted or wanted.casefold() == (active.handle or "").casefold():
        return active
    # Odd bytes of a shell come as half characters: nobody's handle, and no words for SQLite.
    nobodys = active.x_url is not None or clean(wanted)[1] > 0
    found = None if nobodys else shop.accounts.by_handle(wanted)
    if found is None:
        raise BadArguments(f"no account @{clean(wanted)[0]} here")
    return found


def _is_signed_in(shop: Shop, account: Account) -> bool:
    """At the X of this run: what opens an account is kept by host. That a sign-in has ended is
    not: which X ended it nobody knows.
    """
    return account.way is Way.CONNECTED and shop.tokens.knows(account.id)
