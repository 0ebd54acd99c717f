"""One post of the queue, as it will stand on X, with what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from services.accounts.accounts import Way
from services.publishing.posts import Post
from services.publishing.states import State
from ui import build, when
from ui.icons import icon
from ui.queue.checking_words import checking_words
from ui.queue.move_form import MoveForm
from ui.queue.page_steps_form import PageSteps
from ui.queue.panel_forms import PanelForms
from ui.queue.panel_look import PanelLook
from ui.queue.post_states import look_of
from ui.queue.put_off_words import put_off_words
from ui.queue.rest_form import RestForm
from ui.queue.send_words import is_doubtful, may_be_put_off, need_of
from ui.queue.standby import Standby
from ui.queue.week import shown_at
from ui.theme import MEASURES
from widgets.preview_card import PreviewCard
from widgets.sign import Sign

if TYPE_CHECKING:
    from services.publishing.slots import SlotTime


class PostPanel(PanelForms):
    edit_asked = Signal()
    send_asked = Signal()
    delete_asked = Signal()
    look_asked = Signal()
    move_asked = Signal(int, str, object)
    """As MoveForm.chosen."""
    by_hand_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._post: Post | None = None
        self._later: SlotTime | None = None
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
        self.later = build.button(self.tr("Later"), kind="quiet", icon="calendar-clock")
        self.delete = build.button(self.tr("Delete"), icon="trash-2")
        self._delete_note = build.label(
            self.tr("If X has it, it stays there."), kind="caption", wrap=True
        )
        self._standby = Standby(self.send, self.later)
        self.form = MoveForm()
        self.page_steps = PageSteps()
        self.rest = RestForm()
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
                self.later,
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
                self._delete_note,
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
        self.move_button.setVisible(post.state is State.QUEUED or may_be_put_off(post))
        self._offer_later(look, locale)
        again = look.question is not None and look.question.again
        asked_again = again or look.doubt is not None
        self.send.setVisible(waits and bool(look.send) and not asked_again)
        self.send.setText(look.send)
        self._place_send(first=look.opens)
        found = bool(post.x_ids) or post.state is State.CHECKING or is_doubtful(post)
        self.look.setVisible(found and look.way is not Way.PRACTICE)
        self.delete.setVisible(waits)
        may_stay = is_doubtful(post)
        self.delete.setText(self.tr("Delete here") if may_stay else self.tr("Delete"))
        self._delete_note.setVisible(waits and may_stay)
        if post != self._post:
            self.move_button.setChecked(False)
            self.form.hide()
            self.form.set(at or look.now, now=look.now, zone=look.zone, locale=locale)
            # By hand nothing is ever sent late, and an answer never is.
            late = post.answers_item is None and look.way is not Way.BY_HAND
            self.form.set_late_rule(post.late_rule if late else None)
        self.form.time_goes_on(look.now)
        self.by_hand.setVisible(look.by_hand)
        # The words stand in the comparison already.
        self.preview.setHidden(look.doubt is not None and len(post.parts) == 1)
        self._ask(post, look)
        self._offer_link(post, look)
        self._post = post

    def choose_time(self) -> None:
        """For a post whose own time is over."""
        self.move_button.setChecked(True)

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
        super().set_waiting(on)

    def _place_send(self, *, first: bool) -> None:
        """Where X's own page is the one thing to be done it comes before the post."""
        place = self._send_first if first else self._send_last
        if place.indexOf(self.send) < 0:
            place.addWidget(self.send)
        build.set_kind(self.send, "primary" if first else "")
        self.send.setIcon(icon("send", tone="on_accent" if first else "quiet"))

    def _offer_later(self, look: PanelLook, locale: QLocale) -> None:
        self.later.setVisible(look.later is not None)
        if look.later is not None:
            # Few posts are ever put off by hand.
            from ui.compose.bottom_bar import short_time

            time = short_time(look.later, look.now, locale)
            self.later.setText(self.tr("Later · {time}").format(time=time))
        self._later = look.later

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
            said = need_of(post, look.zone).sentence
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
        self.later.clicked.connect(self._on_later)
        self.move_button.toggled.connect(self._on_move_toggled)
        self.form.chosen.connect(self.move_asked)

    def _on_later(self) -> None:
        if self._later is not None:
            self.move_asked.emit(self._later.due_at, self._later.wall, None)

    def _on_move_toggled(self, on: bool) -> None:
        self.form.setVisible(on)
        if on:
            self.form.take_focus()
