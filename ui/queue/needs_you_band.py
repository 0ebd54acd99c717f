"""The posts that cannot go on without the owner: one sentence and one button each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from services.accounts.accounts import Way
from services.publishing.posts import Post
from ui import build
from ui.icons import icon
from ui.messages import words_for_reason
from ui.queue.fate import Question, question_of
from ui.queue.send_words import answer_words
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
        question = question_of(post, way)
        if question is None:
            message = words_for_reason(post.reason or "", post.reason_detail or "")
            said = message.sentence
            self.buttons = self._answering(answer_words(message, post, way))
        else:
            said = question.sentence
            self.buttons = self._asking(question)
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

    def _asking(self, question: Question) -> list[QWidget]:
        there = build.button(question.there, in_row=True)
        there.clicked.connect(self._on_posted)
        kind = "" if question.again else "quiet"
        not_there = build.button(question.not_there, kind=kind, in_row=True)
        not_there.clicked.connect(self._on_again if question.again else self._on_not_posted)
        return [there, not_there]

    def _on_answered(self) -> None:
        self.answered.emit(self._post_id)

    def _on_posted(self) -> None:
        self.was_posted.emit(self._post_id)

    def _on_not_posted(self) -> None:
        self.not_posted.emit(self._post_id)

    def _on_again(self) -> None:
        self.again_asked.emit(self._post_id)
