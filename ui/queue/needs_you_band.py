"""The posts that cannot go on without the owner: one sentence and one button each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from services.accounts.accounts import Way
from services.publishing.posts import BY_HAND, Post
from ui import build
from ui.queue.fate import Question, question_of
from ui.queue.page_steps import goes_by_hand
from ui.queue.post_states import is_trouble, look_of
from ui.queue.send_words import answer_words, need_of
from ui.queue.standby import Standby
from ui.theme import MEASURES
from widgets.elided_label import ElidedLabel
from widgets.sign import Sign
from widgets.text_block import one_line
from widgets.type_scale import icon_times

if TYPE_CHECKING:
    from services.x_api.prices import Prices

_MOST_HIGH = 208
"""Three rows and the head: more of them scroll."""
_MOST = 20
"""Rows that are made; the list has all of them."""


class NeedsYouBand(QFrame):
    """Hidden while it is empty. Signals carry the post's id.

    Red when something went wrong; a time that has come, and a question, are amber.
    """

    answered = Signal(str)
    """The one button of a row."""
    was_posted = Signal(str)
    not_there = Signal(str)
    """The owner looked for it on X."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._shown: tuple[tuple[Post, ...], Way] = ((), Way.PRACTICE)
        self._prices: Prices | None = None
        self._beside = ""
        self._by_part = False
        self._waiting: frozenset[str] = frozenset()
        self._head = build.label(self.tr("Needs you"), kind="strong")
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MEASURES.s8)
        self._more = build.label(kind="caption")
        self._area: QScrollArea = build.scroll(self._body)
        self.setLayout(
            build.column(
                self._head,
                self._area,
                gap=MEASURES.s8,
                margins=(16, 12, 16, 12),
            )
        )
        self.setAccessibleName(self._head.text())
        self.hide()

    def set(
        self,
        posts: tuple[Post, ...],
        way: Way,
        *,
        beside: str = "",
        prices: Prices | None = None,
        by_part: bool = False,
    ) -> None:
        """Of a post that was opened or looked for on X it is asked what became of it.

        `by_part`: of a thread what became of its next part, as in the drawer.

        Of the one that lies open `beside` the week that is asked there, and not twice. What
        stands there already stays as it is, with its focus; of very many the first are shown.
        """
        before = (*self._shown, self._beside, self._prices, self._by_part)
        if before == (posts, way, beside, prices, by_part) and len(self._rows) == min(
            len(posts), _MOST
        ):
            return
        self._shown, self._beside, self._prices = (posts, way), beside, prices
        self._by_part = by_part
        kept = next((place for place, row in enumerate(self._rows) if row.has_focus()), None)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        next_by_hand = next((post.id for post in posts if waits_for_its_page(post)), None)
        if any(post.id == self._beside and goes_by_hand(post, way) for post in posts):
            # The page's primary button stands there.
            next_by_hand = None
        self._rows = [
            _Row(
                post,
                way,
                main=post.id == next_by_hand,
                beside=post.id == self._beside,
                prices=prices,
                by_part=by_part,
                parent=self._body,
            )
            for post in posts[:_MOST]
        ]
        for row in self._rows:
            row.answered.connect(self.answered)
            row.was_posted.connect(self.was_posted)
            row.not_there.connect(self.not_there)
            row.set_waiting(self._waiting)
            self._column.addWidget(row)
        self._more.setText(self.tr("and %n more", "", max(len(posts) - _MOST, 0)))
        self._column.addWidget(self._more)
        self._more.setVisible(len(posts) > _MOST)
        self._dress("red" if any(is_trouble(post) for post in posts) else "amber")
        self.setVisible(bool(posts))
        self._fit()
        if kept is not None and self._rows:
            self._rows[min(kept, len(self._rows) - 1)].take_focus()

    def ask_all(self) -> None:
        """No post lies open any more."""
        if self._beside:
            self.set(*self._shown, prices=self._prices, by_part=self._by_part)

    def set_waiting(self, ids: frozenset[str]) -> None:
        """Of these something is being written: their buttons are off until that is over."""
        self._waiting = ids
        for row in self._rows:
            row.set_waiting(ids)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _dress(self, tone: str) -> None:
        build.set_kind(self, f"band-{tone}")
        if self._head.property("tone") != tone:
            self._head.setProperty("tone", tone)
            build.restyle(self._head)

    def _fit(self) -> None:
        """As high as its rows, which wrap at this width; of too many the last is seen half."""
        width = self.width() - 2 * MEASURES.s16
        most = round(_MOST_HIGH * icon_times(self.font()))
        high = 0
        for row in self._rows:
            needed = row.heightForWidth(width) + (MEASURES.s8 if high else 0)
            if high + needed > most and high:
                high += (needed + MEASURES.s8) // 2
                break
            high += needed
        self._area.setFixedHeight(high)

    def post(self, post_id: str) -> Post:
        """Raises KeyError for one that does not stand here."""
        return {post.id: post for post in self._shown[0]}[post_id]

    @property
    def way(self) -> Way:
        return self._shown[1]

    @property
    def rows(self) -> tuple[_Row, ...]:
        return tuple(self._rows)


def waits_for_its_page(post: Post) -> bool:
    """By hand, and X's page has not been opened for it yet."""
    return post.reason == BY_HAND and post.opened_at is None


class _Row(QWidget):
    answered = Signal(str)
    was_posted = Signal(str)
    not_there = Signal(str)

    def __init__(
        self,
        post: Post,
        way: Way,
        *,
        main: bool,
        beside: bool,
        prices: Prices | None,
        by_part: bool,
        parent: QWidget,
    ) -> None:
        """`main`: its button is the page's primary one; `beside`: its question is asked there."""
        super().__init__(parent)
        self._post_id = post.id
        question = question_of(post, way, prices, by_part=by_part)
        if question is None:
            message = need_of(post)
            said = message.sentence
            self.buttons = self._answering(answer_words(message, post, way, prices), main=main)
        else:
            said = question.sentence
            self.buttons = self._asking(question)
            if beside:
                for button in self.buttons:
                    button.hide()
        self._standby = Standby(*self.buttons)
        self.sentence = build.label(said, wrap=True)
        text = one_line(post.text) or self.tr("A post of pictures")
        self.words = ElidedLabel(text)
        build.set_kind(self.words, "caption")
        self.setAccessibleName(f"{said} {text}")
        said_by = build.column(self.sentence, self.words, gap=2)
        sign = Sign(look_of(post).icon, size=round(MEASURES.icon * icon_times(self.font())))
        row = build.row(sign, said_by, *self.buttons, gap=MEASURES.s8)
        row.setStretchFactor(said_by, 1)
        self.setLayout(row)

    def has_focus(self) -> bool:
        return any(button.hasFocus() for button in self.buttons)

    def take_focus(self) -> None:
        self.buttons[0].setFocus()

    def set_waiting(self, ids: frozenset[str]) -> None:
        self._standby.set(self._post_id in ids)

    def _answering(self, text: str, *, main: bool) -> list[QWidget]:
        answer = build.button(text, kind="primary" if main else "", in_row=True)
        answer.clicked.connect(self._on_answered)
        return [answer]

    def _asking(self, question: Question) -> list[QWidget]:
        there = build.button(question.there, in_row=True)
        there.clicked.connect(self._on_posted)
        not_there = build.button(question.not_there, in_row=True)
        not_there.clicked.connect(self._on_not_there)
        return [there, not_there]

    def _on_answered(self) -> None:
        self.answered.emit(self._post_id)

    def _on_posted(self) -> None:
        self.was_posted.emit(self._post_id)

    def _on_not_there(self) -> None:
        self.not_there.emit(self._post_id)
