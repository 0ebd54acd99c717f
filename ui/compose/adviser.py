"""What stands in the line under the sheet, and what its buttons do.

Before a post is sent, some of it has to be answered first, each thing once.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal

from services.shop import Shop
from services.text.fill_ins import unresolved
from ui.compose.advice import Act, Situation, advise
from ui.compose.advice_line import AdviceLine
from ui.compose.content import Content
from ui.compose.guarding import Guarding
from ui.compose.hindrance import hindrance
from ui.compose.parts import Parts
from ui.when import clock_time


class _Question(Enum):
    """In the order in which they are asked."""

    RESTS = "rests"
    ANGER = "anger"
    FILL_IN = "fill_in"
    DESCRIBE = "describe"


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
        self._resting = shop.resting
        self._clock = shop.clock
        self._post_id = ""
        self._zone = "UTC"
        self._same_as: str | None = None
        self._answered: set[_Question] = set()
        self._asked: _Question | None = None
        self._into_queue = False
        self._rested = QTimer(self)
        self._rested.setSingleShot(True)
        self._rested.timeout.connect(self.show)
        self.line.pressed.connect(self._on_pressed)
        guarding.found.connect(self.show)
        parts.worded.connect(self._on_worded)

    @property
    def hindrance(self) -> str:
        """Why the post cannot be sent as it stands, in a sentence; empty when it can."""
        is_reading = any(editor.is_reading for editor in self._parts.editors)
        measured = tuple(editor.measured for editor in self._parts.editors)
        return hindrance(self._content(), measured, is_reading=is_reading)

    def turn_to(self, post_id: str, zone: str) -> None:
        """Another post lies on the sheet, or the one that does was saved for the first time."""
        if (post_id, zone) != (self._post_id, self._zone):
            self._post_id, self._zone = post_id, zone
            until = self._resting.until(post_id)
            if until is not None:
                self._wait(until)
            self.show()

    def begin_again(self) -> None:
        """Nothing of what was asked or answered holds for the post that is opened now."""
        self._same_as = None
        self._answered = set()
        self._asked = None

    def show(self, *_found: object) -> None:
        self.line.show_advice(advise(self._situation()))

    def show_same(self, post_id: str) -> None:
        """The post is stopped: the same words are in the queue or on X."""
        self._same_as = post_id
        self._stop()

    def stops(self, *, queued: bool) -> bool:
        """Whether something has to be answered before the post is sent; it is asked then."""
        self._guarding.look_now()
        self._into_queue = queued
        for question in _Question:
            if question not in self._answered and self._is_open(question):
                self._asked = question
                self._stop()
                return True
        self._asked = None
        return False

    def begin_rest(self, post_id: str) -> None:
        """Raises StorageTrouble."""
        self._post_id = post_id
        self._wait(self._resting.rest(post_id))
        self.show()

    def _wait(self, until: int) -> None:
        self._rested.start((until - self._clock.now() + 1) * 1000)

    def _is_open(self, question: _Question) -> bool:
        content = self._content()
        found = self._guarding.findings
        return {
            _Question.RESTS: self._resting.until(self._post_id) is not None,
            _Question.ANGER: found is not None
            and found.asked.texts == content.texts
            and found.words.is_heated
            and not self._guarding.is_fine,
            _Question.FILL_IN: bool(self._unfilled()),
            _Question.DESCRIBE: bool(content.undescribed),
        }[question]

    def _unfilled(self) -> str:
        """The first place of a template that waits for its words, with its braces."""
        places = (place for text in self._content().texts for place in unresolved(text))
        return next(places, "")

    def _stop(self) -> None:
        for editor in self._parts.editors:
            editor.say_nothing()
        self.show()
        self.stopped.emit()

    def _situation(self) -> Situation:
        content = self._content()
        until = self._resting.until(self._post_id) if self._post_id else None
        return Situation(
            part=self._parts.now.state,
            undescribed=len(content.undescribed),
            is_empty=content.is_empty,
            has_board=content.board_id is not None,
            elsewhere_too_long=self._elsewhere_too_long(),
            same_as=self._same_as,
            asked_to_describe=self._asked is _Question.DESCRIBE,
            unfilled=self._unfilled() if self._asked is _Question.FILL_IN else "",
            into_queue=self._into_queue,
            into_picture=not content.is_thread,
            why_not="" if content.is_empty else self.hindrance,
            findings=self._guarding.findings,
            heat_answered=self._guarding.is_fine,
            rests_until=clock_time(self.line.locale(), until, self._zone) if until else "",
            zone=self._zone,
        )

    def _elsewhere_too_long(self) -> int | None:
        """The first part, from 1, that is too long; None when the current one is or none."""
        if not self._parts.now.measured.fits:
            return None
        parts = enumerate(self._parts.editors, start=1)
        return next((number for number, one in parts if not one.measured.fits), None)

    def _on_worded(self) -> None:
        """What was said of the words before holds no longer."""
        self._same_as = None
        self._answered -= {_Question.FILL_IN}
        if self._asked is not _Question.DESCRIBE:
            # Of other words another answer sends nothing.
            self._asked = None

    def _on_pressed(self, act: Act) -> None:
        if act in _ANSWERS:
            self._answer(act)
        elif act is Act.DESCRIBE:
            self.describe_asked.emit(self._content().undescribed[0])
        elif act is Act.MAKE_BOARD:
            self._parts.now.offer_no_board()
            self.board_asked.emit()
        elif act is Act.INTO_PICTURE:
            self.into_picture_asked.emit()
        elif act in (Act.SHOW_SAME, Act.SHOW_SIMILAR):
            self.same_asked.emit(self._other_post(act))
        else:
            self._change(act)

    def _answer(self, act: Act) -> None:
        if act is Act.REST:
            self.rest_asked.emit()
            return
        if act is Act.SEND_RESTED:
            self._resting.wake(self._post_id)
        if act in (Act.SEND_RESTED, Act.DISMISS_HEAT):
            self._guarding.call_it_fine()
        asked, self._asked = self._asked, None
        if asked is not None:
            self._answered.add(asked)
        self.show()
        if asked is not None or act is Act.SEND_RESTED:
            self.send_asked.emit()

    def _change(self, act: Act) -> None:
        """What concerns the current part alone."""
        now = self._parts.now
        if act is Act.TRIM:
            now.trim()
        elif act is Act.MAKE_THREAD:
            self._parts.make_of_current()
        elif act is Act.GO_THERE:
            self._parts.go_to((self._elsewhere_too_long() or 1) - 1)
        elif act is Act.FILL_IN:
            self._select_unfilled()
        elif act is Act.CHOOSE_PICTURE:
            now.choose_pictures()
            return
        elif act is Act.DISMISS:
            now.offer_no_board()
            return
        elif act is Act.KEEP_THESE:
            now.keep_these()
        self._parts.now.take_focus()

    def _select_unfilled(self) -> None:
        place = self._unfilled()
        for number, editor in enumerate(self._parts.editors):
            at = editor.content.text.find(place)
            if place and at >= 0:
                self._parts.go_to(number)
                editor.sheet.edit.select(at, at + len(place))
                return

    def _other_post(self, act: Act) -> str:
        situation = self._situation()
        found = situation.findings
        beside = found.beside if found is not None else None
        if act is Act.SHOW_SIMILAR and beside is not None and beside.similar is not None:
            return beside.similar.post_id
        return situation.same or ""


_ANSWERS = (Act.REST, Act.SEND_RESTED, Act.DISMISS_HEAT, Act.POST_ANYWAY)
