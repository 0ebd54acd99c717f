"""New words on their way to a desktop notice: those that come while it is quiet wait here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from services.accounts.accounts import Way
from services.inbox.values import Lane
from ui.notice_words import notice_for
from ui.post_notices import PostNotices

if TYPE_CHECKING:
    from services.inbox.values import Item
    from services.shop import Shop
    from ui.tray import Tray


class Notices:
    def __init__(self, shop: Shop, tray: Tray) -> None:
        self._shop = shop
        self._tray = tray
        self._waiting: list[str] = []
        self.posts = PostNotices(shop, tray)

    def add(self, items: Iterable[Item]) -> None:
        self._waiting += [item.id for item in items]

    def tell(self, *, in_view: bool) -> None:
        """One notice for all that waits, once the quiet time is over; and of posts another.

        What was opened or done with since needs none. The sample shop speaks only while its window
        is in view; another account's words wait in its own inbox.
        """
        self.posts.tell(in_view=in_view)
        if self._tray.quiet:
            return
        waiting, self._waiting = self._waiting, []
        account = self._shop.accounts.active()
        sample = account.way is Way.PRACTICE
        if sample and not in_view:
            return
        items = [item for item in map(self._shop.inbox.item, waiting) if _is_new(item, account.id)]
        if items:
            notice = notice_for(items, self._shop.settings, sample=sample)
            self._tray.notify(notice.title, notice.body, items[-1].id)

    def forget(self) -> None:
        """Another account is shown."""
        self._waiting.clear()


def _is_new(item: Item, account_id: str) -> bool:
    return item.account_id == account_id and not item.read and item.lane is Lane.TO_ANSWER
