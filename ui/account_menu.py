"""The menu of the account chip: every account of this computer, and the way to one's own shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from services.accounts.accounts import Way
from ui import status
from ui.build import menu
from ui.icons import icon

if TYPE_CHECKING:
    from services.shop import Shop
    from ui.main_window import MainWindow


class AccountMenu(QObject):
    chosen = Signal(object)
    """`Account`."""
    own_shop_asked = Signal()

    def __init__(self, shop: Shop, window: MainWindow) -> None:
        super().__init__(window)
        self._shop = shop
        self._window = window
        self._menu = menu(window, title=self.tr("Accounts"))

    def pop_up(self) -> None:
        self._fill()
        self._menu.open_under(self._window.account_chip)

    def words(self) -> list[str]:
        """What the menu offers now."""
        self._fill()
        return [action.text() for action in self._menu.actions()]

    def _fill(self) -> None:
        self._menu.clear()
        accounts = self._shop.accounts.all()
        active = self._shop.accounts.active()
        for account in accounts:
            name = status.account_name(account, self._shop.profiles.get(account.id).name)
            text = self.tr("{name} · {way}").format(name=name, way=status.way_words(account.way))
            # A lone & would underline the letter after it.
            action = self._menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(account.id == active.id)
            action.setData(account)
            action.triggered.connect(self._on_account)
        if active.way is Way.PRACTICE:
            self._menu.addSeparator()
            has_own = self._shop.accounts.own() is not None
            words = self.tr("Back to my shop") if has_own else self.tr("Start my own shop")
            start = self._menu.addAction(words)
            start.setIcon(icon("store"))
            start.triggered.connect(self.own_shop_asked)

    def _on_account(self) -> None:
        action = self.sender()
        account = action.data()  # type: ignore[attr-defined]  # the sender is the QAction
        if account.id != self._shop.accounts.active().id:
            self.chosen.emit(account)
