"""Posts that wait for the owner, on their way to a desktop notice: each is told of once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.accounts.accounts import Way
from services.publishing.states import State
from ui.account_names import name_among_others
from ui.notice_words import notice_of
from ui.tray import About

if TYPE_CHECKING:
    from services.accounts.accounts import Account
    from services.publishing.posts import Post
    from services.shop import Shop
    from ui.tray import Tray


class PostNotices:
    """What waits is read anew each time: another program may have sent from this folder."""

    def __init__(self, shop: Shop, tray: Tray) -> None:
        self._shop = shop
        self._tray = tray
        self._told: set[str] = set()

    def know(self, account: Account | None = None) -> None:
        """All that waits now, of one account or of each, is in front of the owner's eyes."""
        for one in (account,) if account else self._shop.accounts.of_this_run():
            self._told |= {post.id for post in self._waiting(one)}

    def tell(self, *, in_view: bool) -> None:
        """One notice for each account's new ones, once the quiet time is over.

        A post that went on and needs the owner again is told of again. The sample shop speaks
        only while its window is `in_view`.
        """
        quiet = self._tray.is_quiet(About.POSTS)
        known: set[str] = set()
        for account in self._shop.accounts.of_this_run():
            waiting = self._waiting(account)
            known |= {post.id for post in waiting}
            new = [post for post in waiting if post.id not in self._told]
            sample = account.way is Way.PRACTICE
            if sample and not (in_view and account.id == self._shop.accounts.active().id):
                self._told |= {post.id for post in new}
            elif new and not quiet:
                self._told |= {post.id for post in new}
                quiet = True
                called = name_among_others(self._shop, account)
                notice = notice_of(new, self._shop.settings, sample=sample, of=called)
                self._tray.notify(notice.title, notice.body, new[0].id, about=About.POSTS)
        self._told &= known

    def _waiting(self, account: Account) -> tuple[Post, ...]:
        """What lies open on X's own page the owner knows of."""
        needy = self._shop.outbox.list(account.id, states=(State.NEEDS_YOU,))
        return tuple(post for post in needy if post.opened_at is None)
