"""What follows when an account was added, removed, put back, or is another one than before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

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
        menu.add_asked.connect(self._on_add)
        commands.account_added.connect(self._on_added)
        menu.manage_asked.connect(commands.manage_accounts)
        menu.give_keys()

    def _on_add(self) -> None:
        from ui.settings.add_account_dialog import AddAccountDialog

        dialog = AddAccountDialog(self._shop, self._menu.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.added.connect(self._on_added)
        dialog.open()

    def _on_added(self, account: Account) -> None:
        """It begins where its first post is written."""
        if self._switching.to(account):
            self._menu.window.show_tab("compose")
        self._on_changed(account)

    def _on_changed(self, account: Account) -> None:
        active = self._shop.accounts.active()
        if account.id == active.id and not self._shown.works_as(account):
            # Other buttons, other prices: every page shows it anew.
            self._switching.to(active)
        else:
            self._shown.show_chip(active)
        self._menu.give_keys()
        self._background.accounts_changed()
