"""What follows when an account was added, removed, put back, or is another one than before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from services.accounts.accounts import Account
    from services.shop import Shop
    from ui.account_menu import AccountMenu
    from ui.account_shown import AccountShown
    from ui.background import Background
    from ui.commands import Commands
    from ui.switching import Switching


class AccountChanges(QObject):
    def __init__(
        self,
        shop: Shop,
        commands: Commands,
        menu: AccountMenu,
        shown: AccountShown,
        switching: Switching,
        background: Background,
    ) -> None:
        super().__init__(commands)
        self._shop = shop
        self._menu = menu
        self._shown = shown
        self._switching = switching
        self._background = background
        menu.window.account_asked.connect(menu.pop_up)
        menu.window.own_shop_asked.connect(switching.to_own_shop)
        commands.accounts_changed.connect(self._on_changed)
        menu.chosen.connect(commands.account_changed)
        menu.own_shop_asked.connect(switching.to_own_shop)
        menu.connect_asked.connect(commands.connect_account)
        menu.add_asked.connect(commands.add_account)
        menu.manage_asked.connect(commands.manage_accounts)
        menu.give_keys()

    def _on_changed(self, account: Account) -> None:
        active = self._shop.accounts.active()
        if account.id == active.id and not self._shown.works_as(account):
            # Other buttons, other prices: every page shows it anew.
            self._switching.to(active)
        else:
            self._shown.show_chip(active)
        self._menu.give_keys()
        self._background.accounts_changed()
