"""Offers the last drafts under a sheet on which nothing stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.accounts.accounts import Account
from services.shop import Shop
from ui.tasks import Tasks

if TYPE_CHECKING:
    from ui.compose.last_drafts import LastDrafts


class GoingOn(QObject):
    chosen = Signal(str)
    """The id of a draft."""

    def __init__(
        self,
        shop: Shop,
        tasks: Tasks,
        parent: QWidget,
        *,
        leaving: Callable[[], frozenset[str]] = frozenset,
    ) -> None:
        """`leaving` are the posts on their way into the queue: no longer drafts to go on with."""
        super().__init__(parent)
        self._leaving = leaving
        self._shop = shop
        self._tasks = tasks
        self._account: Account | None = None
        self._wanted = False
        self._but = ""
        self._row: LastDrafts | None = None
        self.place = QWidget(parent)
        """Where the row stands, under the sheet."""
        self._layout = QVBoxLayout(self.place)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.place.hide()

    def show_account(self, account: Account) -> None:
        self._account = account

    def show(self, *, wanted: bool, but: str = "") -> None:
        """Called with each change of the sheet. `but`: the draft that lies on it."""
        if wanted == self._wanted and but == self._but:
            return
        self._wanted, self._but = wanted, but
        if wanted:
            self._tasks.after_first_frame(self._fill)
        else:
            self.place.hide()

    def refresh(self) -> None:
        """Drafts may be others now."""
        if self._wanted:
            self._tasks.after_first_frame(self._fill)

    def _fill(self) -> None:
        if self._account is None or not self._wanted:
            return
        drafts = self._shop.drafts.all(self._account.id)
        left_out = self._leaving() | {self._but}
        offered = [post for post in drafts if post.id not in left_out]
        if not offered and self._row is None:
            return
        if self._row is None:
            from ui.compose.last_drafts import LastDrafts

            self._row = LastDrafts()
            self._row.chosen.connect(self.chosen)
            self._layout.addWidget(self._row)
        self._row.show_posts(offered, zone=self._account.zone, now=self._shop.clock.now())
        self.place.setVisible(bool(offered))
