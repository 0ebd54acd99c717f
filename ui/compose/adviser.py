"""What stands in the line under the sheet, and what its buttons do.

Before a post is sent, some of it has to be answered first, each thing once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from services.publishing.posts import MOST_PICTURES
from services.shop import Shop
from ui.compose.advice import Act, Situation, advise
from ui.compose.advice_line import AdviceLine
from ui.compose.advice_questions import ANSWER_OF, ANSWERS, Question, by_hand_words_of, other_post
from ui.compose.content import Content
from ui.compose.filling_in import FillingIn
from ui.compose.guarding import Guarding
from ui.compose.hindrance import NOTHING, Hindrance, has_signs, hindrance
from ui.compose.part_editor import PartEditor
from ui.compose.parts import Parts
from ui.compose.rest_watch import RestWatch
from ui.when import clock_time

if TYPE_CHECKING:
    from services.publishing.guard_values import Findings
    from services.publishing.post_options import PostKind


class Adviser(QObject):
    describe_asked = Signal(str)
    """A picture's hash."""
    board_asked = Signal()
    into_picture_asked = Signal()
    same_asked = Signal(str)
    """Show this post: it has the same words, or nearly."""
    send_asked = Signal()
    """All that was asked is answered."""
    rest_asked = Signal()
    """The draft has to be on disk, and then `begin_rest`."""
    stopped = Signal()
    """The post is not sent, and the line says why: it has to be seen."""

    def __init__(
        self, shop: Shop, parts: Parts, guarding: Guarding, content: Callable[[], Content]
    ) -> None:
        self.line = AdviceLine()
        super().__init__(self.line)
        self._parts = parts
        self._guarding = guarding
        self._content = content
        self._rest = RestWatch(shop, self)
        self._rest.over.connect(self.show)
        self._post_id = ""
        self._zone = "UTC"
        self._by_hand = False
        self._findings_hold = False
        """Something was found in the post that lies here now, not only in the one before."""
        self._same_as: str | None = None
        self._too_much = ""
        self._said = ""
        self._over_budget = ""
        self._answered: set[Question] = set()
        self._asked: Question | None = None
        self._into_queue = False
        self.filling_in = FillingIn(parts)
        self.line.pressed.connect(self._on_pressed)
        guarding.found.connect(self.show)
        parts.worded.connect(self._on_worded)

    @property
    def hindrance(self) -> str:
        """Why the post cannot be sent as it stands, in a sentence; empty when it can."""
        return self._hindered().sentence

    def _hindered(self) -> Hindrance:
        is_reading = any(editor.is_reading for editor in self._parts.editors)
        measured = tuple(editor.measured for editor in self._parts.editors)
        return hindrance(self._content(), measured, is_reading=is_reading)

    def turn_to(self, post_id: str, zone: str, *, by_hand: bool) -> None:
        """Another post lies on the sheet, or the one that does was saved for the first time."""
        if (post_id, zone, by_hand) != (self._post_id, self._zone, self._by_hand):
            self._post_id, self._zone, self._by_hand = post_id, zone, by_hand
            self._rest.turn_to(post_id)
            self.show()

    def begin_again(self) -> None:
        """Nothing of what was found, asked or answered holds for the post that is opened now."""
        self._findings_hold = False
        self._post_id = ""
        self._rest.turn_to("")
        self._same_as = None
        self._too_much = self._said = ""
        self._answered = set()
        self._asked = None

    def show(self, *_found: object) -> None:
        self.line.show_advice(advise(self._situation()))

    def show_same(self, post_id: str) -> None:
        """The post is stopped: the same words are in the queue or on X."""
        self._same_as = post_id
        self._stop()

    def tell_budget(self, words: str) -> None:
        """That the post costs more than is left; "" when it does not."""
        if words != self._over_budget:
            self._over_budget = words
            self.show()

    def say_too_much(self, words: str) -> None:
        """No picture holds these words of the current part, either."""
        self._too_much = words
        self.show()

    def stops(self, *, queued: bool) -> bool:
        """Whether something has to be answered before the post is sent; it is asked then."""
        self._guarding.look_now()
        self._into_queue = queued
        for question in Question:
            if question not in self._answered and self._is_open(question):
                self._asked = question
                self._stop()
                return True
        self._asked = None
        return False

    def begin_rest(self, post_id: str) -> None:
        """Raises StorageTrouble."""
        self._post_id = post_id
        self._rest.begin(post_id)
        self.show()

    @property
    def kind(self) -> PostKind | None:
        """What the post is for, as it was read last; None before that."""
        found = self._guarding.findings
        return None if found is None else found.kind

    def _is_open(self, question: Question) -> bool:
        content = self._content()
        found = self._guarding.findings
        return {
            Question.RESTS: self._rest.until is not None,
            Question.ANGER: found is not None
            and found.asked.texts == content.texts
            and found.words.is_heated
            and not (self._guarding.is_fine or self._rest.has_rested),
            Question.FILL_IN: bool(self.filling_in.first),
            Question.DESCRIBE: bool(self._undescribed(content)),
        }[question]

    def _stop(self) -> None:
        for editor in self._parts.editors:
            editor.say_nothing()
        self.show()
        self.stopped.emit()

    def _situation(self) -> Situation:
        content = self._content()
        until = self._rest.until
        here = self._parts.now
        words = here.content.text
        too_much = bool(self._too_much) and len(words) >= len(self._too_much)
        return Situation(
            part=here.state,
            part_number=self._parts.current + 1,
            undescribed=len(self._undescribed(content)),
            is_empty=content.is_empty,
            has_board=content.board_id is not None,
            elsewhere_too_long=self._elsewhere_too_long(),
            same_as=self._same_as,
            asked_to_describe=self._asked is Question.DESCRIBE,
            unfilled=self.filling_in.first,
            unfilled_count=self.filling_in.count,
            asked_to_fill_in=self._asked is Question.FILL_IN,
            into_queue=self._into_queue,
            into_picture=not (content.is_thread or content.options.poll or too_much)
            and len(here.content.pictures) < MOST_PICTURES,
            too_much=too_much and words == self._too_much,
            why_not=NOTHING if content.is_empty and not has_signs(content) else self._hindered(),
            findings=self._findings(content),
            heat_answered=self._guarding.is_fine,
            rests_until=clock_time(self.line.locale(), until, self._zone) if until else "",
            asked_to_rest=self._asked is Question.RESTS,
            has_rested=self._rest.has_rested,
            by_hand=by_hand_words_of(content) if self._by_hand else "",
            over_budget=self._over_budget,
            said=self._said,
            zone=self._zone,
        )

    def _findings(self, content: Content) -> Findings | None:
        """Perhaps of a few keys ago: then it was the same as no other."""
        found = self._guarding.findings
        if found is None or found.asked.texts == content.texts:
            self._findings_hold = found is not None
            return found
        if not self._findings_hold or found.beside is None:
            return found if self._findings_hold else None
        return replace(found, beside=replace(found.beside, same_as=None))

    def _undescribed(self, content: Content) -> tuple[str, ...]:
        """X takes no description of a video."""
        return tuple(one for one in content.undescribed if not self._parts.is_video(one))

    def _elsewhere_too_long(self) -> int | None:
        """The first, from 1; None when the current one is or none."""
        if not self._parts.now.measured.fits:
            return None
        parts = enumerate(self._parts.editors, start=1)
        return next((number for number, one in parts if not one.measured.fits), None)

    def _on_worded(self) -> None:
        """What was said of the words before holds no longer."""
        self._same_as = None
        self._said = ""
        self._rest.written_on()
        self._answered -= {Question.FILL_IN}
        if self._asked is not Question.DESCRIBE:
            # Of other words another answer sends nothing.
            self._asked = None

    def _on_pressed(self, act: Act) -> None:
        if act in ANSWERS:
            self._answer(act)
        elif act is Act.DESCRIBE:
            self.describe_asked.emit(self._undescribed(self._content())[0])
        elif act is Act.MAKE_BOARD:
            self._parts.now.offer_no_board()
            self.board_asked.emit()
        elif act is Act.INTO_PICTURE:
            self.into_picture_asked.emit()
        elif act in (Act.SHOW_SAME, Act.SHOW_SIMILAR):
            self.same_asked.emit(other_post(act, self._situation()))
        else:
            self._change(act)

    def _answer(self, act: Act) -> None:
        if act is Act.REST:
            self.rest_asked.emit()
            return
        if act is Act.SEND_RESTED:
            self._rest.wake()
        if act in (Act.SEND_RESTED, Act.DISMISS_HEAT):
            self._guarding.call_it_fine()
        asked, self._asked = self._asked, None
        answers = asked is not None and asked is ANSWER_OF.get(act, asked)
        if asked is not None and answers:
            self._answered.add(asked)
        self.show()
        if answers:
            self.send_asked.emit()

    def _change(self, act: Act) -> None:
        """What concerns the current part alone."""
        now = self._parts.now
        if act is Act.TRIM:
            self._trim(now)
        elif act is Act.MAKE_THREAD:
            self._parts.make_of_current()
        elif act is Act.GO_THERE:
            self._parts.go_to((self._elsewhere_too_long() or self._empty_part or 1) - 1)
        elif act is Act.TAKE_OUT:
            self._parts.take_out(self._parts.editors[(self._empty_part or 1) - 1])
        elif act is Act.FILL_IN:
            self.filling_in.go_on()
        elif act is Act.CHOOSE_PICTURE:
            now.choose_pictures()
            return
        elif act is Act.DISMISS:
            now.offer_no_board()
            return
        elif act is Act.KEEP_THESE:
            now.keep_these()
        self._parts.now.take_focus()

    @property
    def _empty_part(self) -> int | None:
        return self._hindered().empty_part

    def _trim(self, editor: PartEditor) -> None:
        before = editor.content.text
        editor.trim()
        after = editor.content.text
        if after != before:
            undo = partial(self._untrim, editor, before, after)
            self._parts.undo_offered.emit(self.tr("Cut after the last word that fits."), undo)

    def _untrim(self, editor: PartEditor, before: str, after: str) -> None:
        if editor in self._parts.editors and editor.content.text == after:
            editor.replace_text(before)
            editor.take_focus()
        else:
            self._said = self.tr("You wrote on since: what was cut stays out.")
            self.show()
