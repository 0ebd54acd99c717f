"""Offers tags and names while one is typed: the shop's own tags first, a running campaign's, then
tags that did well; on `@` the shop's own customers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from services.accounts.accounts import Account
from services.publishing.suggestions import MOST, TagUse
from services.shop import Shop
from services.text.fold import folded
from ui.compose.knowing import Knowing
from ui.tasks import InlineTasks
from widgets.completion_popup import CompletionPopup, CompletionRow
from widgets.post_direction import in_written_order
from widgets.post_edit import PostEdit

_TAG_SIGNS = "#＃"


class Completing(QObject):
    def __init__(
        self,
        edit: PostEdit,
        shop: Shop,
        parent: QObject,
        *,
        campaign_tags: Callable[[], Sequence[tuple[str, str]]] | None = None,
        knowing: Knowing | None = None,
    ) -> None:
        """`campaign_tags`: tag (without its sign) and name of each campaign that runs today.

        `knowing` is shared by the sheets of a page; without it this one reads for itself.
        """
        super().__init__(parent)
        self._edit = edit
        self._shop = shop
        self._campaign_tags = campaign_tags
        self.knowing = knowing or Knowing(shop, InlineTasks(), self)
        self.knowing.came.connect(self._on_known)
        self._account: Account | None = None
        self._own: tuple[str, ...] = ()
        self._running: dict[str, str] = {}
        self._prefix = ""
        self._unwanted = False
        self.popup = CompletionPopup(edit)
        self.popup.taken.connect(edit.complete)
        self.popup.dismissed.connect(self._on_dismissed)
        edit.completing.connect(self._on_completing)

    def show_account(self, account: Account) -> None:
        self._account = account
        self.knowing.show_account(account.id)

    def _on_completing(self, prefix: str) -> None:
        begins = bool(prefix) and not self._prefix
        self._prefix = prefix
        if not prefix:
            self._unwanted = False
            self.popup.show_rows(())
            return
        if begins:
            self._begin()
        if not self._unwanted:
            self.popup.show_rows(self._rows())

    def _on_dismissed(self) -> None:
        self._unwanted = True

    def _begin(self) -> None:
        """Only quick reads: the rest is read beside the typing, and then shown."""
        if self._account is None:
            return
        self._own = self._shop.profiles.get(self._account.id).own_tags
        running = self._campaign_tags() if self._campaign_tags is not None else ()
        self._running = {tag.lstrip(_TAG_SIGNS): name for tag, name in running}
        self.knowing.look()

    def _on_known(self) -> None:
        if self._prefix and not self._unwanted and self._edit.hasFocus():
            self.popup.show_rows(self._rows())

    def _rows(self) -> list[CompletionRow]:
        sign, begun = self._prefix[0], self._prefix[1:]
        if sign not in _TAG_SIGNS:
            people = self.knowing.known.people_like(begun, most=MOST)
            return [CompletionRow(f"@{one.handle}", in_written_order(one.name)) for one in people]
        first = (*self._own, *self._running)
        uses = self.knowing.known.tags_like(begun, first=first, most=MOST)
        return [CompletionRow(f"#{use.tag}", self._detail(use)) for use in uses]

    def _detail(self, use: TagUse) -> str:
        key = folded(use.tag)
        if any(folded(tag) == key for tag in self._own):
            return self.tr("Your own tag")
        for tag, name in self._running.items():
            if folded(tag) == key:
                return name
        if use.impressions is not None:
            seen = self._edit.locale().toString(use.impressions)
            return self.tr("usually seen {number} times").format(number=seen)
        return self.tr("used %n times", "", use.posts)
