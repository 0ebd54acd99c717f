"""How an account is called: where it stands alone, and where others stand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from services.accounts.accounts import Way
from ui import status
from widgets.isolates import held

if TYPE_CHECKING:
    from services.accounts.accounts import Account
    from services.shop import Shop

translate = QCoreApplication.translate


def name_of(shop: Shop, account: Account) -> str:
    """Its handle, or the shop's name where it has none, or where another has the same."""
    handle = (account.handle or "").casefold()
    others = (one for one in own_accounts(shop) if one.id != account.id)
    shared = any((one.handle or "").casefold() == handle for one in others)
    name = status.account_name(account, shop.profiles.get(account.id).name)
    if not handle:
        return name
    at = held(f"@{account.handle}")
    if not shared or name == account.handle:
        return at
    return translate("AccountNames", "{shop} ({handle})").format(shop=name, handle=at)


def name_among_others(shop: Shop, account: Account) -> str:
    """Empty while there is one shop of the owner's: nobody has to be told which."""
    several = len(own_accounts(shop)) > 1 and account.way is not Way.PRACTICE
    return name_of(shop, account) if several else ""


def proof_words(shop: Shop, account: Account) -> str:
    """On whatever leads to the proof of a sign-in: with what X is paid there at most."""
    price = held(status.dollars(shop.proofs.price(account.id)))
    return translate("AccountNames", "Prove it · {price}").format(price=price)


def own_accounts(shop: Shop) -> tuple[Account, ...]:
    return tuple(one for one in shop.accounts.of_this_run() if one.way is not Way.PRACTICE)
