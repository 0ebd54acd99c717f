"""What the tests of the accounts in the settings share."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from services.accounts.accounts import Account, SignedIn, Way
from services.errors import AppError
from services.shop import Shop
from ui.settings.accounts_section import AccountsSection
from ui.settings.end_dialog import EndDialog


class Ended:
    """Stands in for the sign-out: X and the keyring say what the test wants."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self.x: AppError | None = None
        self.keyring: AppError | None = None
        """That it does not let go of the key, once all else is done."""
        self.asked: list[str] = []

    def everywhere(self, account_id: str) -> Account:
        self.asked.append("everywhere")
        if self.x is not None:
            raise self.x
        return self._by_hand(account_id)

    def here(self, account_id: str) -> Account:
        self.asked.append("here")
        return self._by_hand(account_id)

    def _by_hand(self, account_id: str) -> Account:
        self._shop.accounts.set_signed_in(account_id, SignedIn.NONE)
        account = self._shop.accounts.set_way(account_id, Way.BY_HAND)
        if self.keyring is not None:
            raise self.keyring
        return account


def named(shop: Shop, account: Account, name: str) -> Account:
    shop.profiles.save(account.id, replace(shop.profiles.get(account.id), name=name))
    return shop.accounts.get(account.id)


def question(kind: type[EndDialog]) -> EndDialog:
    return next(
        one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()
    )


def choose(section: AccountsSection, account: Account) -> None:
    shown = section.list
    shown.step(shown.ids().index(account.id) - shown.ids().index(shown.current))


def said(widget: QWidget) -> str:
    shown = [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]
    return "\n".join(shown).replace("\u2068", "").replace("\u2069", "")
