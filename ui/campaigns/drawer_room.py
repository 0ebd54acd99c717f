"""What the rooms of the campaigns' drawer have in common: one thing open, its form, a way back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from services.accounts.accounts import Account
from services.errors import StorageTrouble
from services.publishing.states import State
from ui.page import Undo

if TYPE_CHECKING:
    from services.campaigns.campaigns import Campaign
    from services.campaigns.giveaways import Giveaway
    from services.publishing.posts import Post
    from services.shop import Shop

UNDO_SECONDS = 10
T = TypeVar("T")


class DrawerRoom(QObject):
    shown = Signal(object)
    """The widget that the drawer is to show, or None for the lists."""
    go = Signal(str, str)
    failed = Signal(object)
    undo_offered = Signal(object)
    changed = Signal()

    def __init__(self, shop: Shop, parent: QObject) -> None:
        super().__init__(parent)
        self._shop = shop
        self._account: Account | None = None
        self._open = ""

    def show_account(self, account: Account) -> None:
        self._account, self._open = account, ""

    def open(self, thing_id: str) -> None:
        """Nothing for one that is gone."""
        raise NotImplementedError

    def _tried(self, call: Callable[[], T]) -> T | None:
        """None when the disk refused: it is told."""
        try:
            return call()
        except StorageTrouble as error:
            self.failed.emit(error)
            return None

    def _on_left(self) -> None:
        if self._open:
            self.open(self._open)
        else:
            self.shown.emit(None)

    def _on_back(self) -> None:
        self._open = ""
        self.shown.emit(None)

    def _on_post(self, post_id: str) -> None:
        draft = self._shop.outbox.get(post_id).state is State.DRAFT
        self.go.emit("compose" if draft else "queue", post_id)

    def _begun(self, draft: Post | None) -> None:
        if draft is not None:
            self.go.emit("compose", draft.id)

    def _kept(self, thing: Campaign | Giveaway | None) -> None:
        if thing is not None:
            self.changed.emit()
            self.open(thing.id)

    def _deleted(self, sentence: str, gone: T | None, undelete: Callable[[T], object]) -> None:
        if gone is not None:
            self._on_back()
            self.changed.emit()
            undo = partial(self._undelete, partial(undelete, gone))
            self.undo_offered.emit(Undo(sentence, UNDO_SECONDS, undo))

    def _undelete(self, undelete: Callable[[], object]) -> None:
        if self._tried(undelete) is not None:
            self.changed.emit()
