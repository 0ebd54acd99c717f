"""From one account to another: what is in the hand is on disk first, or nothing changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from services.accounts.accounts import Account
from services.errors import StorageTrouble
from services.settings import CURRENT_DRAFT
from ui.compose.asks import OWN_SHOP
from ui.last_words import LastWords
from ui.rooms import Rooms
from ui.strip import Strip

if TYPE_CHECKING:
    from services.shop import Shop
    from ui.main_window import MainWindow


class Switching(QObject):
    turned = Signal(object)
    """The `Account` that is active now."""

    def __init__(
        self, shop: Shop, window: MainWindow, rooms: Rooms, last_words: LastWords, strip: Strip
    ) -> None:
        super().__init__(window)
        self._shop = shop
        self._window = window
        self._rooms = rooms
        self._last_words = last_words
        self._strip = strip

    def to(self, account: Account) -> bool:
        """False, and told why, while the disk refuses.

        An offer to undo ends here: it would bring a thing of the other account back to this one.
        """
        self._window.undo_bar.settle()
        if not self._last_words.may_turn():
            return False
        try:
            self._shop.accounts.activate(account.id)
        except StorageTrouble as error:
            self._strip.say_of(error)
            return False
        self.turned.emit(account)
        return True

    def to_own_shop(self) -> None:
        """Back to the shop of the owner; who has none yet is asked the four questions."""
        own = self._shop.accounts.own()
        if own is None:
            self._window.show_tab("compose")
            self._rooms.get("compose").open_item(OWN_SHOP)
            return
        if not self._last_words.may_turn():
            return
        try:
            copy = self._carry_over(own)
        except StorageTrouble as error:
            self._strip.say_of(error)
            return
        if self.to(own) and copy:
            self._rooms.compose.open_item(copy)

    def _carry_over(self, own: Account) -> str:
        # Only who looked around the sample shop ever needs it.
        from services.accounts.carry_over import carry_over

        shop = self._shop
        return carry_over(
            shop.database,
            shop.clock,
            shop.settings,
            shop.accounts,
            draft_id=shop.settings.get(CURRENT_DRAFT),
            target=own,
        )
