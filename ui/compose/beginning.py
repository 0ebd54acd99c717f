"""The start card's part in Compose: when it stands there, and what its choices do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from services.accounts.accounts import Account, Way
from services.errors import StorageTrouble
from services.my_shop.profiles import Profile
from services.settings import START_CARD_DONE
from services.shop import Shop
from ui.compose.start_card import StartCard


class Beginning(QObject):
    own_shop_started = Signal(object)
    """The Account, active, with its card saved and the practice drafts copied."""
    finished = Signal()
    """The card is gone: the caret belongs in the sheet."""
    failed = Signal(object)
    """An AppError: the card stays, with all that was typed."""

    def __init__(
        self, shop: Shop, card: StartCard, parent: QObject, *, save_first: Callable[[], None]
    ) -> None:
        """`save_first` puts what is on the sheet on disk: it goes along into the own shop."""
        super().__init__(parent)
        self._shop = shop
        self._save_first = save_first
        self.card = card
        card.begun.connect(self._on_begun)
        card.sample_chosen.connect(self._on_sample)
        card.put_away.connect(self._on_put_away)
        card.hide()

    def show_account(self, account: Account) -> None:
        """The choice stands there until one is made, and never in an own shop."""
        fresh = account.way is Way.PRACTICE and not self._shop.settings.get(START_CARD_DONE)
        if fresh:
            self.card.offer_choice()
        self.card.setVisible(fresh)

    def ask_own_shop(self) -> None:
        self.card.show()
        self.card.ask_own_shop()

    @property
    def has_focus(self) -> bool:
        """The questions want the caret."""
        return self.card.isVisible() and self.card.asks

    def _on_begun(self, handle: str, zone: str, profile: Profile) -> None:
        self._save_first()
        try:
            account = self._shop.accounts.start_own_shop(handle=handle, zone=zone)
            known = self._shop.profiles.get(account.id)
            said = replace(known, name=profile.name, country=profile.country, hours=profile.hours)
            self._shop.profiles.save(account.id, said)
            self._shop.settings.set(START_CARD_DONE, True)
        except StorageTrouble as error:
            self.failed.emit(error)
            return
        self.card.hide()
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
        self.card.hide()
        self.finished.emit()
