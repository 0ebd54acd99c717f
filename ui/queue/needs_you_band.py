"""The posts that cannot go on without the owner: one sentence and one button each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from services.accounts.accounts import Way
from services.errors import NextStep
from services.publishing.posts import Post
from ui import build
from ui.icons import icon
from ui.messages import words_for_reason
from ui.queue.send_words import answer_words, with_price
from ui.theme import MEASURES
from widgets.elided_label import ElidedLabel
from widgets.sign import Sign
from widgets.text_block import one_line

_MOST_HIGH = 208
"""Three rows and the head: more of them scroll."""


class NeedsYouBand(QFrame):
    """Hidden while it is empty. Signals carry the post's id."""

    answered = Signal(str)
    """The one button of a row."""
    was_posted = Signal(str)
    not_posted = Signal(str)
    again_asked = Signal(str)
    """It was looked for on X, and is not there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        build.set_kind(self, "band-red")
        self._head = build.label(self.tr("Needs you"), kind="strong", tone="red")
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MEASURES.s8)
        self._area: QScrollArea = build.scroll(self._body)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayout(
            build.column(
                build.row(Sign(icon("circle-alert", tone="red")), self._head, None),
                self._area,
                gap=MEASURES.s8,
                margins=(16, 12, 16, 12),
            )
        )
        self.setAccessibleName(self._head.text())
        self.hide()

    def set(self, posts: tuple[Post, ...], way: Way) -> None:
        """Of a post that was opened or looked for on X it is asked what became of it."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_Row(post, way, parent=self._body) for post in posts]
        for row in self._rows:
            row.answered.connect(self.answered)
            row.was_posted.connect(self.was_posted)
            row.not_posted.connect(self.not_posted)
            row.again_asked.connect(self.again_asked)
            self._column.addWidget(row)
        self.setVisible(bool(posts))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as its rows, which wrap at this width, up to three of them."""
        width = self.width() - 2 * MEASURES.s16
        high = sum(row.heightForWidth(width) for row in self._rows)
        high += MEASURES.s8 * max(len(self._rows) - 1, 0)
        self._area.setFixedHeight(min(high, _MOST_HIGH))

    @property
    def rows(self) -> tuple[_Row, ...]:
        return tuple(self._rows)


class _Row(QWidget):
    answered = Signal(str)
    was_posted = Signal(str)
    not_posted = Signal(str)
    again_asked = Signal(str)

    def __init__(self, post: Post, way: Way, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._post_id = post.id
        message = words_for_reason(post.reason or "", post.reason_detail or "")
        if post.opened_at is None:
            said = message.sentence
            self.buttons = self._answering(answer_words(message, post, way))
        elif message.action is NextStep.LOOK_ON_X:
            said = self.tr("Is it on X? Only if it is not, send it again.")
            self.buttons = self._finding(with_price(self.tr("Send again"), post, way))
        else:
            said = self.tr("Did you post it on X?")
            self.buttons = self._asking()
        self.sentence = build.label(said, wrap=True)
        text = one_line(post.text) or self.tr("A post of pictures")
        self.words = ElidedLabel(text)
        build.set_kind(self.words, "caption")
        self.setAccessibleName(f"{said} {text}")
        said_by = build.column(self.sentence, self.words, gap=2)
        row = build.row(said_by, *self.buttons, gap=MEASURES.s8)
        row.setStretchFactor(said_by, 1)
        self.setLayout(row)

    def _answering(self, text: str) -> list[QWidget]:
        answer = build.button(text, in_row=True)
        answer.clicked.connect(self._on_answered)
        return [answer]

    def _asking(self) -> list[QWidget]:
        posted = build.button(self.tr("Posted"), in_row=True)
        posted.clicked.connect(self._on_posted)
        not_yet = build.button(self.tr("Not yet"), kind="quiet", in_row=True)
        not_yet.clicked.connect(self._on_not_posted)
        return [posted, not_yet]

    def _finding(self, text: str) -> list[QWidget]:
        there = build.button(self.tr("It is there"), in_row=True)
        there.clicked.connect(self._on_posted)
        again = build.button(text, in_row=True)
        again.clicked.connect(self._on_again)
        return [there, again]

    def _on_answered(self) -> None:
        self.answered.emit(self._post_id)

    def _on_posted(self) -> None:
        self.was_posted.emit(self._post_id)

    def _on_not_posted(self) -> None:
        self.not_posted.emit(self._post_id)

    def _on_again(self) -> None:
        self.again_asked.emit(self._post_id)
