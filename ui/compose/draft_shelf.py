"""Fills the drafts pane, and deletes a draft so that it can be taken back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from services.accounts.accounts import Account
from services.errors import StorageTrouble
from services.publishing.posts import Post
from services.shop import Shop
from ui.compose.content import Content
from ui.compose.drafts_pane import DraftsPane
from ui.page import Undo

_UNDO_SECONDS = 10


class DraftShelf(QObject):
    deleted = Signal(str)
    brought_back = Signal(object, bool)
    """The Post, and whether it was the one on the sheet."""
    undo_offered = Signal(object)
    failed = Signal(object)
    """An AppError."""

    def __init__(self, shop: Shop, pane: DraftsPane) -> None:
        super().__init__(pane)
        self._shop = shop
        self._pane = pane

    def show(self, account: Account, *, current: str, hidden: frozenset[str]) -> None:
        """`current` is the draft on the sheet, `hidden` those on their way into the queue."""
        found = self._shop.drafts.all(account.id, search=self._pane.search.text())
        shown = [post for post in found if post.id not in hidden]
        now = self._shop.clock.now()
        self._pane.show_posts(shown, current=current, zone=account.zone, now=now)

    def find(self, account: Account, written: Content) -> Post | None:
        """The account's own draft of these words, as after a change from the sample shop."""
        if written.is_empty:
            return None
        drafts = self._shop.drafts.all(account.id)
        return next((post for post in drafts if post.text == written.text), None)

    def delete(self, post_id: str, *, on_sheet: bool) -> None:
        try:
            self._shop.drafts.delete(post_id)
        except StorageTrouble as error:
            self.failed.emit(error)
            return
        self.deleted.emit(post_id)
        undo = partial(self._undelete, post_id, on_sheet)
        self.undo_offered.emit(Undo(self.tr("Draft deleted."), _UNDO_SECONDS, undo))

    def _undelete(self, post_id: str, on_sheet: bool) -> None:
        try:
            post = self._shop.drafts.undelete(post_id)
        except StorageTrouble as error:
            self.failed.emit(error)
            return
        self.brought_back.emit(post, on_sheet)
