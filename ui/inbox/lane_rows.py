"""The rows of the lane one looks at, with the one that was answered there until one goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from services.inbox.answer_drafts import thread_of
from services.inbox.items import Item, Lane
from ui.inbox.item_values import rows_of
from ui.inbox.lanes_view import SNOOZED, LanesView

if TYPE_CHECKING:
    from services.accounts.accounts import Account
    from services.shop import Shop


class LaneRows:
    """An answered conversation leaves To answer; while it is open its row stays where it was."""

    def __init__(self, shop: Shop, lanes: LanesView) -> None:
        self._shop = shop
        self._lanes = lanes
        self._order: tuple[Item, ...] = ()

    def show(self, account: Account, opened: Item | None, *, locale: QLocale) -> None:
        lane = None if self._lanes.lane == SNOOZED else Lane(self._lanes.lane)
        inbox, now = self._shop.inbox, self._shop.clock.now()
        items = inbox.snoozed(account.id) if lane is None else inbox.lane(account.id, lane)
        if opened is not None and lane is Lane.TO_ANSWER and opened.lane is Lane.WAITING:
            items = self._with_answered(items, opened)
        self._order = items
        begun = self._shop.answer_drafts.begun(account.id)
        rows = rows_of(items, lane, now=now, zone=account.zone, locale=locale, begun=begun)
        self._lanes.set_rows(rows, "" if opened is None else opened.id)

    def has(self, item: Item) -> bool:
        return any(thread_of(one) == thread_of(item) for one in self._order)

    def forget(self) -> None:
        """Another lane: nothing of the one before stays."""
        self._order = ()

    def _with_answered(self, items: tuple[Item, ...], opened: Item) -> tuple[Item, ...]:
        """Behind those that stood before it; as it is where it did not stand here at all."""
        threads = [thread_of(one) for one in self._order]
        if thread_of(opened) not in threads:
            return items
        before = set(threads[: threads.index(thread_of(opened))])
        place = max((n + 1 for n, one in enumerate(items) if thread_of(one) in before), default=0)
        return (*items[:place], opened, *items[place:])
