"""What the buttons of the Needs-you band do: at once, or in the drawer where more is to be told."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from services.publishing.late import PUT_OFF
from services.publishing.posts import LOOK_ALIKE
from ui.queue.needs_you_band import NeedsYouBand
from ui.queue.page_steps import goes_by_hand
from ui.queue.post_actions import PostActions
from ui.queue.post_drawer import PostDrawer
from ui.queue.send_words import waits_for_its_rest


class BandAnswers(QObject):
    open_asked = Signal(str)
    """The post with this id, in the drawer."""

    def __init__(
        self, band: NeedsYouBand, drawer: PostDrawer, actions: PostActions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._band = band
        self._drawer = drawer
        self._actions = actions
        band.answered.connect(self._on_answered)
        band.was_posted.connect(self._on_was_posted)
        band.not_there.connect(self._on_not_there)

    def _on_answered(self, post_id: str) -> None:
        post = self._band.post(post_id)
        if post.reason_detail == LOOK_ALIKE:
            self.open_asked.emit(post_id)
            return
        if post.reason in PUT_OFF:
            self.open_asked.emit(post_id)
            self._drawer.panel.choose_time()
            return
        if waits_for_its_rest(post):
            self.open_asked.emit(post_id)
            self._drawer.panel.rest.edit.setFocus()
            return
        if goes_by_hand(post, self._band.way):
            # What X's page has to be told by hand stands in the drawer, and what is asked then.
            self.open_asked.emit(post_id)
        self._actions.answer_need(post)

    def _on_was_posted(self, post_id: str) -> None:
        post = self._band.post(post_id)
        if len(post.left) > 1:
            # Which parts, and with what link, is told in the drawer.
            self.open_asked.emit(post_id)
            self._drawer.panel.take_focus()
        else:
            self._actions.was_posted(post)

    def _on_not_there(self, post_id: str) -> None:
        self._actions.not_there(self._band.post(post_id))
