"""One post of the queue, as it will stand on X, with what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from services.accounts.accounts import Way
from services.publishing.posts import Post
from services.publishing.states import State
from ui import build, when
from ui.icons import icon
from ui.queue.by_hand import lost_its_thread, opens_without_words, to_post
from ui.queue.checking_words import checking_words
from ui.queue.elsewhere import made_elsewhere
from ui.queue.move_form import MoveForm
from ui.queue.page_steps_form import PageSteps
from ui.queue.panel_look import FOLDER, PICTURES, WORDS, PanelLook
from ui.queue.post_states import look_of
from ui.queue.put_off_words import put_off_words
from ui.queue.rest_form import RestForm
from ui.queue.send_words import is_doubtful, need_of
from ui.queue.standby import Standby
from ui.queue.week import shown_at
from ui.theme import MEASURES
from widgets.preview_card import PreviewCard
from widgets.sign import Sign

if TYPE_CHECKING:
    from ui.queue.doubt_form import DoubtForm
    from ui.queue.fate_form import FateForm
    from ui.queue.sent_link import SentLink


class PostPanel(QWidget):
    edit_asked = Signal()
    send_asked = Signal()
    delete_asked = Signal()
    look_asked = Signal()
    move_asked = Signal(int, str)
    late_rule_chosen = Signal(object)
    was_posted = Signal(str)
    """With its id on X, or ""."""
    not_posted = Signal()
    copy_asked = Signal(str)
    """WORDS, PICTURES, or FOLDER to see them."""
    by_hand_asked = Signal()
    find_asked = Signal()
    open_asked = Signal(str)
    """The post with this id, on X."""
    link_given = Signal(str)
    """For a post that is sent: its id on X."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._post: Post | None = None
        self.preview = PreviewCard(outlined=True)
        self._when = build.label(kind="strong", wrap=True)
        self._sign = Sign(QIcon())
        self._state = build.label(kind="caption", wrap=True)
        self._state_row = QWidget()
        state = build.row(self._sign, self._state)
        state.setStretchFactor(self._state, 1)
        self._state_row.setLayout(state)
        self.send = build.button(self.tr("Send now"), icon="send")
        self.edit = build.button(self.tr("Edit"), icon="pencil")
        self.move_button = build.button(self.tr("Move"), icon="calendar-clock")
        self.move_button.setCheckable(True)
        self.look = build.button(self.tr("Look on X"), icon="external-link")
        self._standby = Standby(self.send)
        self.delete = build.button(self.tr("Delete"), kind="quiet", icon="trash-2")
        self.form = MoveForm()
        self.page_steps = PageSteps()
        self.rest = RestForm()
        self._doubt: DoubtForm | None = None
        self._fate: FateForm | None = None
        self._fate_place = build.column()
        self._sent_link: SentLink | None = None
        self._link_place = build.column()
        self._send_first = build.column()
        self._send_last = build.column(self.send)
        self.by_hand = build.button(self.tr("Open in X · free"), icon="external-link")
        self.by_hand.hide()
        pair = build.row(self.edit, self.move_button)
        pair.setStretchFactor(self.edit, 1)
        pair.setStretchFactor(self.move_button, 1)
        inner = QWidget()
        inner.setLayout(
            build.column(
                # A question comes before a post that may be higher than the window.
                self._when,
                self._state_row,
                self.page_steps,
                self.rest,
                self._fate_place,
                self._send_first,
                MEASURES.s4,
                self.preview,
                MEASURES.s8,
                pair,
                self.form,
                self._send_last,
                self.by_hand,
                self.look,
                self._link_place,
                self.delete,
                None,
                margins=(16, 4, 16, 16),
            )
        )
        area = build.scroll(inner)
        self.setLayout(build.column(area))
        self._connect()

    def show_post(self, post: Post, look: PanelLook, locale: QLocale) -> None:
        self.preview.show_thread(look.previews)
        at = shown_at(post)
        if at is not None:
            today = when.date_of(look.now, look.zone)
            self._when.setText(
                self.tr("{day}, {time}").format(
                    day=when.named_day(locale, when.date_of(at, look.zone), today),
                    time=when.clock_time(locale, at, look.zone),
                )
            )
        self._show_state(post, look, locale)
        self.page_steps.set(look.steps, look.road)
        self.rest.set(look.rest)
        waits = post.state in (State.QUEUED, State.NEEDS_YOU)
        whole = not post.is_begun
        # What may be on X already is compared first, and not written anew.
        self.edit.setVisible(waits and whole and not is_doubtful(post))
        self.move_button.setVisible(post.state is State.QUEUED)
        again = look.question is not None and look.question.again
        asked_again = again or look.doubt is not None
        self.send.setVisible(waits and bool(look.send) and not asked_again)
        self.send.setText(look.send)
        self._place_send(first=look.opens)
        found = bool(post.x_ids) or post.state is State.CHECKING or is_doubtful(post)
        self.look.setVisible(found and look.way is not Way.PRACTICE)
        self.delete.setVisible(waits)
        if post != self._post:
            self.move_button.setChecked(False)
            self.form.hide()
            self.form.set(at or look.now, now=look.now, zone=look.zone, locale=locale)
            self.form.set_late_rule(post.late_rule if post.answers_item is None else None)
        self.form.time_goes_on(look.now)
        self.by_hand.setVisible(look.by_hand)
        self._ask(post, look)
        self._offer_link(post, look)
        self._post = post

    def take_focus(self) -> None:
        """To the one thing that is to be done with it, else to its first button."""
        asked = () if self._fate is None else (self._fate.link,)
        for button in (*asked, self.send, self.edit, self.look):
            if button.isVisible():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def says(self) -> str:
        """What stands under the post about its state."""
        return self._state.text()

    def set_waiting(self, on: bool) -> None:
        """Something of the post is being written: nothing is sent or answered until it is over."""
        self._standby.set(on)
        self.rest.set_waiting(on)
        self.by_hand.setEnabled(not on)
        if self._doubt is not None:
            self._doubt.set_waiting(on)
        if self._fate is not None:
            self._fate.set_waiting(on)
        if self._sent_link is not None:
            self._sent_link.set_waiting(on)

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

    def _place_send(self, *, first: bool) -> None:
        """Where X's own page is the one thing to be done it comes before the post."""
        place = self._send_first if first else self._send_last
        if place.indexOf(self.send) < 0:
            place.addWidget(self.send)
        build.set_kind(self.send, "primary" if first else "")
        self.send.setIcon(icon("send", tone="on_accent" if first else "quiet"))

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
        question = None if look.doubt is not None else look.question
        if look.doubt is not None:
            self.doubt.set(look.doubt)
        if self._doubt is not None:
            self._doubt.setVisible(look.doubt is not None)
        # The words stand in the comparison already.
        self.preview.setHidden(look.doubt is not None and len(post.parts) == 1)
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

    def _show_state(self, post: Post, look: PanelLook, locale: QLocale) -> None:
        state = look_of(post, kept_waiting=look.kept_waiting)
        said = state.word
        if look.question is not None and look.doubt is None:
            said = look.question.sentence
        elif moved := put_off_words(post, locale, zone=look.zone, now=look.now):
            said = moved
        elif looks := checking_words(post, locale, zone=look.zone, now=look.now):
            said = looks
        elif post.reason:
            said = need_of(post).sentence
        elif look.kept_waiting:
            said = self.tr("It waits for the post before it: none overtakes another.")
        self._sign.set(state.icon)
        self._state.setText(said)
        self._state_row.setVisible(bool(said))

    def _connect(self) -> None:
        self.edit.clicked.connect(self.edit_asked)
        self.send.clicked.connect(self.send_asked)
        self.delete.clicked.connect(self.delete_asked)
        self.look.clicked.connect(self.look_asked)
        self.by_hand.clicked.connect(self.by_hand_asked)
        self.move_button.toggled.connect(self._on_move_toggled)
        self.form.chosen.connect(self.move_asked)
        self.form.late_chosen.connect(self.late_rule_chosen)

    def _on_move_toggled(self, on: bool) -> None:
        self.form.setVisible(on)
        if on:
            self.form.take_focus()
