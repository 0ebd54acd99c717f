"""The drawer of one post of the queue, and what its buttons do with it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QWidget

from services.accounts.accounts import Account
from services.publishing.posts import LateRule, Post
from ui.icons import icon
from ui.queue.panel_look import PanelLook
from ui.queue.post_actions import PostActions
from widgets.drawer import Drawer

if TYPE_CHECKING:
    from ui.queue.post_panel import PostPanel

WIDE = 340


class PostDrawer(Drawer):
    def __init__(self, parent: QWidget, actions: PostActions) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            parent,
            width=WIDE,
            title=translate("Queue", "Post"),
            close_icon=icon("x"),
            close_name=translate("Queue", "Close the post"),
        )
        self._actions = actions
        self._fitted = WIDE
        self._shown: tuple[Post, Account] | None = None
        actions.waiting_changed.connect(self._on_waiting)

    @cached_property
    def panel(self) -> PostPanel:
        """Made for the first post that is opened: the page stands sooner without it."""
        from ui.queue.post_panel import PostPanel

        made, actions = PostPanel(), self._actions
        self.set_content(made)
        made.edit_asked.connect(self._on_edit)
        made.send_asked.connect(self._on_send)
        made.delete_asked.connect(self._on_delete)
        made.look_asked.connect(self._on_look)
        made.move_asked.connect(self._on_move)
        made.move_button.toggled.connect(self._on_move_toggled)
        made.was_posted.connect(self._on_was_posted)
        made.not_posted.connect(self._on_not_posted)
        made.copy_asked.connect(self._on_copy)
        made.by_hand_asked.connect(self._on_by_hand)
        made.find_asked.connect(self._on_find)
        made.open_asked.connect(actions.open_post)
        made.link_given.connect(self._on_link)
        made.page_steps.road_chosen.connect(actions.choose_road)
        actions.link_taken.connect(made.link_is_taken)
        made.rest.written.connect(actions.keep_rest)
        made.rest.send_asked.connect(self._on_send_rest)
        return made

    def fit(self, wide: int) -> None:
        """As wide as large words need it."""
        if wide != self._fitted:
            self._fitted = wide
            self.set_wide(wide)

    def show_post(self, post: Post, account: Account, look: PanelLook, locale: QLocale) -> None:
        self._shown = (post, account)
        self.panel.show_post(post, look, locale)
        self._on_waiting()

    def _on_waiting(self) -> None:
        if self._shown is not None:
            self.panel.set_waiting(self._shown[0].id in self._actions.waiting)

    def _on_edit(self) -> None:
        if self._shown is not None:
            self._actions.edit(self._shown[0])

    def _on_send(self) -> None:
        if self._shown is not None:
            post, account = self._shown
            self.panel.rest.save_now()
            self._actions.send(post, account.way)

    def _on_move_toggled(self, on: bool) -> None:
        if on and self._shown is not None:
            self.panel.form.set_closed(self._actions.closed_ahead(self._shown[1]))

    def _on_delete(self) -> None:
        if self._shown is not None:
            self._actions.delete(self._shown[0])

    def _on_look(self) -> None:
        if self._shown is not None:
            self._actions.look(self._shown[0])

    def _on_move(self, due_at: int, wall: str, late_rule: LateRule | None) -> None:
        if self._shown is not None:
            post, account = self._shown
            self._actions.move(
                post, due_at=due_at, wall=wall, zone=account.zone, late_rule=late_rule
            )

    def _on_was_posted(self, link: str) -> None:
        if self._shown is not None:
            self._actions.was_posted(self._shown[0], link)

    def _on_not_posted(self) -> None:
        if self._shown is not None:
            self._actions.not_there(self._shown[0])

    def _on_send_rest(self, words: str, pictured: bool) -> None:
        if self._shown is not None:
            self._actions.send_rest(self._shown[0], words, pictured=pictured)

    def _on_copy(self, what: str) -> None:
        if self._shown is not None:
            self._actions.copy(self._shown[0], what)

    def _on_by_hand(self) -> None:
        if self._shown is not None:
            self._actions.open_in_x(self._shown[0])

    def _on_find(self) -> None:
        if self._shown is not None:
            self._actions.show_own_page(self._shown[0])

    def _on_link(self, x_post_id: str) -> None:
        if self._shown is not None:
            self._actions.set_link(self._shown[0], x_post_id)
