"""In the drawer: what only the owner can say of a post, each form made when it is first needed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.accounts.accounts import Way
from services.publishing.posts import Post
from services.publishing.states import State
from ui import build
from ui.queue.by_hand import lost_its_thread, opens_without_words, to_post
from ui.queue.elsewhere import made_elsewhere
from ui.queue.panel_look import FOLDER, PICTURES, WORDS, PanelLook

if TYPE_CHECKING:
    from ui.queue.doubt_form import DoubtForm
    from ui.queue.fate_form import FateForm
    from ui.queue.sent_link import SentLink


class PanelForms(QWidget):
    was_posted = Signal(str)
    """With its id on X, or ""."""
    not_posted = Signal()
    copy_asked = Signal(str)
    """WORDS, PICTURES, or FOLDER to see them."""
    find_asked = Signal()
    open_asked = Signal(str)
    """The post with this id, on X."""
    link_given = Signal(str)
    """For a post that is sent: its id on X."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doubt: DoubtForm | None = None
        self._fate: FateForm | None = None
        self._fate_place = build.column()
        self._sent_link: SentLink | None = None
        self._link_place = build.column()

    def set_waiting(self, on: bool) -> None:
        """Something of the post is being written: nothing is answered until that is over."""
        for form in (self._doubt, self._fate, self._sent_link):
            if form is not None:
                form.set_waiting(on)

    def link_is_taken(self) -> None:
        """What was pasted is filed with another post."""
        late = self._sent_link
        (late.link if late is not None and late.isVisible() else self.fate.field).is_taken()

    @property
    def sent_link(self) -> SentLink:
        """Made for the first post by hand that is looked at after it went out."""
        if self._sent_link is None:
            from ui.queue.sent_link import SentLink

            self._sent_link = SentLink()
            self._sent_link.given.connect(self.link_given)
            self._link_place.addWidget(self._sent_link)
        return self._sent_link

    @property
    def fate(self) -> FateForm:
        """Made for the first post of which something is asked: most never need it."""
        if self._fate is None:
            from ui.queue.fate_form import FateForm

            self._fate = FateForm()
            self._fate.there.connect(self.was_posted)
            self._fate.not_there.connect(self.not_posted)
            self._fate.find_asked.connect(self.find_asked)
            note = self._fate.clipboard
            note.words_asked.connect(partial(self.copy_asked.emit, WORDS))
            note.pictures_asked.connect(partial(self.copy_asked.emit, PICTURES))
            note.folder_asked.connect(partial(self.copy_asked.emit, FOLDER))
            self._fate_place.addWidget(self._fate)
        return self._fate

    @property
    def doubt(self) -> DoubtForm:
        """Made for the first post of which X shows one like it."""
        if self._doubt is None:
            from ui.queue.doubt_form import DoubtForm

            self._doubt = DoubtForm()
            self._doubt.there.connect(self.was_posted)
            self._doubt.not_there.connect(self.not_posted)
            self._doubt.open_asked.connect(self.open_asked)
            self._fate_place.addWidget(self._doubt)
        return self._doubt

    def _ask(self, post: Post, look: PanelLook) -> None:
        """What became of it on X."""
        question = None if look.doubt is not None else look.question
        if look.doubt is not None:
            self.doubt.set(look.doubt)
        if self._doubt is not None:
            self._doubt.setVisible(look.doubt is not None)
        if question is not None:
            number, part = to_post(post)[0]
            self.fate.set(f"{post.id} {number}", question, handle=look.handle)
            self.fate.show()
            doubtful = question.again
            self.fate.clipboard.set(
                post.id,
                words=not doubtful and opens_without_words(post),
                pictures=not doubtful and bool(part.attachments),
                folder=not doubtful and any(one.attachments for one in post.left),
                video=any(one.is_video for one in part.attachments),
            )
        elif self._fate is not None:
            self._fate.hide()

    def _offer_link(self, post: Post, look: PanelLook) -> None:
        """What X itself told is right; what the owner told may be mended."""
        sent = post.state is State.SENT and look.way is Way.BY_HAND and not made_elsewhere(post)
        waits = post.opened_at is None and lost_its_thread(post)
        if sent or waits:
            known = (post.parts[0].x_post_id or "") if sent else ""
            self.sent_link.set(post.id, known=known, handle=look.handle)
            self.sent_link.show()
        elif self._sent_link is not None:
            self._sent_link.hide()
