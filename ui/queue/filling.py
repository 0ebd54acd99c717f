"""The button "Fill it": offers beginnings for a free day, and opens the chosen one in Compose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from services.accounts.accounts import Account
from services.errors import StorageTrouble
from services.publishing.fill import Idea
from services.publishing.slots import SlotTime
from ui import when
from ui.compose.asks import begun_key, slot_key
from ui.compose.thumbs import SMALL, Thumbs
from ui.messages import words
from ui.queue.fill_popover import FillPopover
from ui.queue.week import DAYS

if TYPE_CHECKING:
    from services.shop import Shop


class Filling(QObject):
    go = Signal(str, str)
    message = Signal(object)

    def __init__(self, shop: Shop, thumbs: Thumbs, page: QWidget) -> None:
        super().__init__(page)
        self._shop = shop
        self._thumbs = thumbs
        self._page = page
        self._account_id = ""
        self._slot: SlotTime | None = None
        self.day = ""
        """The name of the day to fill; empty while there is none."""
        self._popover: FillPopover | None = None

    @property
    def popover(self) -> FillPopover | None:
        """Once it was needed."""
        return self._popover

    def set(self, account: Account, slot: SlotTime | None, locale: QLocale) -> None:
        self._account_id, self._slot = account.id, slot
        self.day = ""
        if slot is not None:
            day = when.date_of(slot.due_at, account.zone)
            away = when.date_of(self._shop.clock.now(), account.zone).daysTo(day)
            name = when.weekday_name if away < DAYS else when.weekday_day
            self.day = name(locale, day)

    def offer(self, anchor: QWidget) -> None:
        """Without an idea there is nothing to choose: the empty sheet opens at once."""
        ideas = self._shop.fill.ideas(self._account_id)
        if not ideas:
            self._on_chosen(None)
            return
        if self._popover is None:
            self._popover = FillPopover(self._page)
            self._popover.chosen.connect(self._on_chosen)
        shown = next((idea.picture for idea in ideas if idea.picture), "")
        picture = self._thumbs.get(shown, SMALL) if shown else None
        self._popover.offer(self.day, ideas, picture)
        self._popover.open_at(anchor)

    def _on_chosen(self, idea: Idea | None) -> None:
        if self._slot is None:
            return
        if idea is None:
            self.go.emit("compose", slot_key(self._slot.due_at))
            return
        try:
            draft = self._shop.fill.begin(self._account_id, idea)
        except StorageTrouble as error:
            self.message.emit(words(error))
            return
        self.go.emit("compose", begun_key(draft.id, self._slot.due_at))
