"""New words on their way to a desktop notice: those that come while it is quiet wait here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from services.accounts.accounts import Way
from services.inbox.values import Lane
from ui.account_names import name_among_others
from ui.notice_words import notice_for
from ui.post_notices import PostNotices

if TYPE_CHECKING:
    from services.accounts.accounts import Account
    from services.inbox.values import Item
    from services.shop import Shop
    from ui.tray import Tray


class Notices:
    def __init__(self, shop: Shop, tray: Tray) -> None:
        self._shop = shop
        self._tray = tray
        self._waiting: list[tuple[str, str]] = []
        self.posts = PostNotices(shop, tray)

    def add(self, items: Iterable[Item]) -> None:
        self._waiting += [(item.account_id, item.id) for item in items]

    def tell(self, *, in_view: bool) -> None:
        """One notice for all of an account that waits, once the quiet time is over; and of posts
        another. The account in view comes first, the others after the next quiet time.

        What was opened or done with since needs none. The sample shop speaks only while its window
        is in view.
        """
        self.posts.tell(in_view=in_view)
        if not self._waiting:
            return
        active = self._shop.accounts.active()
        others = (one for one in self._shop.accounts.of_this_run() if one.id != active.id)
        for account in (active, *others):
            if self._tray.quiet:
                return
            of_it = [item_id for owner, item_id in self._waiting if owner == account.id]
            self.forget(account.id)
            sample = account.way is Way.PRACTICE
            if not sample or (in_view and account.id == active.id):
                self._notify(account, of_it, sample=sample)
        # Theirs was taken away since.
        self._waiting.clear()

    def forget(self, account_id: str) -> None:
        """Its words are in view, or were told of."""
        self._waiting = [one for one in self._waiting if one[0] != account_id]

    def _notify(self, account: Account, item_ids: list[str], *, sample: bool) -> None:
        items = [item for item in map(self._shop.inbox.item, item_ids) if _is_new(item)]
        if items:
            called = name_among_others(self._shop, account)
            notice = notice_for(items, self._shop.settings, sample=sample, of=called)
            self._tray.notify(notice.title, notice.body, items[-1].id)


def _is_new(item: Item) -> bool:
    return not item.read and item.lane is Lane.TO_ANSWER
