"""A conversation from its first word to its last, with a line for each new day."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from widgets.message_bubble import MessageBubble, WordValue

WIDEST = 600
_SIDE = 24
_SHARE = 0.84
"""Of the width, for one bubble: the free side shows whose word it is."""


class ConversationView(QScrollArea):
    """`pressed` and `other_pressed` give the id of the word whose button was pressed."""

    pressed = Signal(str)
    other_pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[WordValue, ...] = ()
        self._bubbles: list[MessageBubble] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("The conversation"))
        self._body: QWidget | None = None
        self._outer: QHBoxLayout | None = None
        self._below = 0

    @property
    def bubbles(self) -> tuple[MessageBubble, ...]:
        return tuple(self._bubbles)

    def set(self, words: tuple[WordValue, ...], *, below: int = 0) -> None:
        """Shows the words; goes to the last one when there is a new one, else stays.

        `below` keeps a strip free under the last one, for what lies over the view's foot.
        """
        if (words, below) == (self._words, self._below) and self._body is not None:
            return
        self._below = below
        bar = self.verticalScrollBar()
        was_at, at_end = bar.value(), bar.value() >= bar.maximum()
        same = [w.id for w in words] == [w.id for w in self._words]
        self._words = words
        self._build()
        self._fit()
        if same and not at_end:
            self._layout_now()
            self.verticalScrollBar().setValue(was_at)
        else:
            self._to_end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        at_end = self.verticalScrollBar().value() >= self.verticalScrollBar().maximum()
        self._fit()
        if at_end:
            self._to_end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            # The bubbles hear of it after their view.
            QTimer.singleShot(0, self, self._on_words_grown)

    def _build(self) -> None:
        body = QWidget()
        body.setProperty("kind", "page")
        outer = QHBoxLayout(body)
        self._outer = outer
        middle = QWidget(body)
        middle.setMaximumWidth(WIDEST)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addStretch(1)
        self._bubbles = []
        day = ""
        for word in self._words:
            if word.day != day:
                column.addWidget(_day_line(word.day, middle))
                day = word.day
            bubble = MessageBubble(word, middle)
            bubble.pressed.connect(self.pressed)
            bubble.other_pressed.connect(self.other_pressed)
            self._bubbles.append(bubble)
            column.addWidget(bubble)
        outer.addWidget(middle)
        self._body = body
        self.setWidget(body)

    def _fit(self) -> None:
        # The bar takes its width from the margin beside it: the words stay above the answer box.
        bar = self.width() - self.viewport().width()
        if self._outer is not None:
            left, right = (_SIDE - bar, _SIDE) if self.isRightToLeft() else (_SIDE, _SIDE - bar)
            self._outer.setContentsMargins(left, 16, right, 16 + self._below)
        room = min(self.width() - 2 * _SIDE, WIDEST)
        for bubble in self._bubbles:
            bubble.fit(round(room * _SHARE))

    def _on_words_grown(self) -> None:
        self._fit()
        self._layout_now()

    def _layout_now(self) -> None:
        if self._body is not None and (layout := self._body.layout()) is not None:
            layout.activate()
            self._body.adjustSize()

    def _to_end(self) -> None:
        self._layout_now()
        self._on_laid_out()
        # Wrapped labels know their height only after the layout has run once.
        QTimer.singleShot(0, self, self._on_laid_out)

    def _on_laid_out(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())


def _day_line(day: str, parent: QWidget) -> QWidget:
    line = QWidget(parent)
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 8, 0, 4)
    row.setSpacing(12)
    label = QLabel(day, line)
    label.setProperty("kind", "caption")
    for part in (_rule(line), label, _rule(line)):
        row.addWidget(part, 0 if part is label else 1)
    return line


def _rule(parent: QWidget) -> QFrame:
    rule = QFrame(parent)
    rule.setProperty("kind", "line")
    rule.setFixedHeight(1)
    return rule
