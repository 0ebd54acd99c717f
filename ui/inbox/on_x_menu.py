"""What X lets nobody but a person do: like, repost, quote and follow, each on X's own page."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton, QWidget

from services.inbox.items import Item
from services.x_api import intents
from ui import build, links
from ui.icons import icon


class OnXMenu(QToolButton):
    """Nothing of it is kept here: whether it was done only X knows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: Item | None = None
        build.dress_icon(self, self.tr("More on X"), icon="ellipsis", in_row=True)
        self.menu_on_x = build.menu(self)
        self.setMenu(self.menu_on_x)
        add = self.menu_on_x.addAction
        self.like = add(icon("heart"), self.tr("Like on X"))
        self.repost = add(icon("repeat-2"), self.tr("Repost on X"))
        self.quote = add(icon("text-quote"), self.tr("Quote on X"))
        self.menu_on_x.addSeparator()
        self.follow = add(icon("user"), self.tr("Follow on X"))
        self.look = add(icon("external-link"), self.tr("Look on X"))
        self.like.triggered.connect(self._on_like)
        self.repost.triggered.connect(self._on_repost)
        self.quote.triggered.connect(self._on_quote)
        self.follow.triggered.connect(self._on_follow)
        self.look.triggered.connect(self._on_look)

    def set(self, item: Item) -> None:
        """The customer's newest word; somebody whom X no longer has cannot be followed."""
        self._item = item
        self.follow.setEnabled(bool(item.customer.handle))

    def _on_like(self) -> None:
        if self._item is not None:
            _open(intents.like_link(self._item.x_id))

    def _on_repost(self) -> None:
        if self._item is not None:
            _open(intents.repost_link(self._item.x_id))

    def _on_quote(self) -> None:
        if self._item is not None:
            _open(intents.quote_link(self._item.customer.handle, self._item.x_id))

    def _on_follow(self) -> None:
        if self._item is not None:
            _open(intents.follow_link(self._item.customer.handle))

    def _on_look(self) -> None:
        if self._item is not None:
            _open(intents.open_post_link(self._item.customer.handle, self._item.x_id))


def _open(link: str) -> None:
    links.open_page(link)
