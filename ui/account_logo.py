"""The shop's logo on the account chip, on whatever tab the program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from services.accounts.accounts import Account
from ui.compose.thumbs import SMALL, Thumbs

if TYPE_CHECKING:
    from services.shop import Shop
    from ui.tasks import Tasks
    from widgets.account_chip import AccountChip


class AccountLogo(QObject):
    """Reads no picture until `wake`: the window's first frame does not wait for one."""

    def __init__(self, chip: AccountChip, shop: Shop, tasks: Tasks) -> None:
        super().__init__(chip)
        self._chip = chip
        self._shop = shop
        self._account: Account | None = None
        self._thumbs = Thumbs(shop.pictures, tasks, self, asleep=True)
        self._thumbs.came.connect(self._on_came)

    def wake(self) -> None:
        self._thumbs.wake()

    def show_account(self, account: Account) -> None:
        self._account = account
        self.refresh()

    def refresh(self) -> None:
        """The owner may have chosen another logo."""
        if self._account is None:
            return
        logo = self._shop.profiles.get(self._account.id).logo
        self._chip.set_picture(self._thumbs.get(logo, SMALL) if logo else None)

    def _on_came(self) -> None:
        self.refresh()
