"""The start card's part in Compose: when it stands there, and what its choices do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.accounts.accounts import Account, Way
from services.errors import StorageTrouble
from services.my_shop.profiles import Profile
from services.settings import START_CARD_DONE
from services.shop import Shop

if TYPE_CHECKING:
    from ui.compose.start_card import StartCard


class Beginning(QObject):
    own_shop_started = Signal(object)
    """The Account, active, with its card saved and the practice drafts copied."""
    finished = Signal()
    """The card is gone: the caret belongs in the sheet."""
    failed = Signal(object)
    """An AppError: the card stays, with all that was typed."""

    def __init__(self, shop: Shop, parent: QWidget, *, save_first: Callable[[], bool]) -> None:
        """`save_first` puts what is on the sheet on disk: it goes along into the own shop.

        It returns False, and has told why, when the disk refuses.
        """
        super().__init__(parent)
        self._shop = shop
        self._save_first = save_first
        self._card: StartCard | None = None
        self._written = False
        self.place = QWidget(parent)
        """Where the card stands, above the sheet."""
        self._layout = QVBoxLayout(self.place)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.place.hide()

    @property
    def card(self) -> StartCard:
        """Made when first asked for: most starts of the program never show it."""
        if self._card is None:
            from ui.compose.start_card import StartCard

            self._card = StartCard(self.place)
            self._card.begun.connect(self._on_begun)
            self._card.sample_chosen.connect(self._on_sample)
            self._card.put_away.connect(self._on_put_away)
            self._layout.addWidget(self._card)
        return self._card

    def show_account(self, account: Account) -> None:
        """The choice stands there until one is made, and never in an own shop."""
        done = self._written or self._shop.settings.get(START_CARD_DONE)
        fresh = account.way is Way.PRACTICE and not done
        if fresh:
            self.card.offer_choice()
        self.place.setVisible(fresh)

    def ask_own_shop(self) -> None:
        self.place.show()
        self.card.ask_own_shop()

    def make_room(self) -> None:
        """A post is begun: it needs the room, and the strip offers the own shop as well."""
        self._written = True
        if not self.has_focus:
            self.place.hide()

    def over(self) -> None:
        """The first post is on its way: whoever sends one has begun."""
        if not self._shop.settings.get(START_CARD_DONE):
            self._shop.settings.remember(START_CARD_DONE, True)

    @property
    def has_focus(self) -> bool:
        """The questions want the caret."""
        return self.place.isVisible() and self.card.asks

    def _on_begun(self, handle: str, zone: str, profile: Profile) -> None:
        if not self._save_first():
            return
        try:
            known = self._shop.accounts.own()
            account = self._shop.accounts.start_own_shop(handle=handle, zone=zone)
            if known is None:
                self._shop.profiles.save(account.id, profile)
            self._shop.settings.set(START_CARD_DONE, True)
        except StorageTrouble as error:
            self.failed.emit(error)
            return
        self.place.hide()
        self.own_shop_started.emit(account)
        self.finished.emit()

    def _on_sample(self) -> None:
        try:
            self._shop.settings.set(START_CARD_DONE, True)
        except StorageTrouble as error:
            self.failed.emit(error)
            return
        self._on_put_away()

    def _on_put_away(self) -> None:
        self.place.hide()
        self.finished.emit()
