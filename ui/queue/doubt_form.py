"""What the owner wrote beside what X shows, and the two answers: it is there, or it is not."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QToolButton, QWidget

from ui import build
from ui.queue.doubt import Doubt, Seen
from ui.queue.standby import Standby
from ui.theme import MEASURES
from widgets.flow_layout import FlowLayout
from widgets.marked_words import MarkedWords, Run

_BESIDE_FROM = 520
"""Wide enough for two columns of words."""


class DoubtForm(QWidget):
    there = Signal(str)
    """With its id on X."""
    not_there = Signal()
    open_asked = Signal(str)
    """The post on X with this id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Doubt | None = None
        self._waiting = False
        self._standby = Standby()
        self.cards: list[_Card] = []
        self._pairs = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._pairs.setContentsMargins(0, 0, 0, 0)
        self._pairs.setSpacing(MEASURES.s8)
        self.yes = build.button(self.tr("It is there"), kind="primary")
        self.no = build.button("")
        pair = FlowLayout(gap=MEASURES.s8)
        pair.addWidget(self.yes)
        pair.addWidget(self.no)
        self.setLayout(build.column(self._pairs, pair, gap=MEASURES.s12))
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self.not_there)

    def set(self, doubt: Doubt) -> None:
        """The same again is left as it stands: the owner may be reading it."""
        if doubt == self._shown:
            return
        self._shown = doubt
        while (item := self._pairs.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        several = len(doubt.seen) > 1
        first = doubt.seen[0]
        # Beside several of them nothing of the owner's is marked: each differs in its own way.
        ours = (("".join(words for words, _ in first.ours), False),) if several else first.ours
        note = "" if several else first.our_note
        self._pairs.addWidget(_Card(doubt.ours, ours, note, ours=True), 1)
        self.cards = [self._card(seen, several=several) for seen in doubt.seen]
        for card in self.cards:
            self._pairs.addWidget(card, 1)
        self.yes.setVisible(not several)
        self.no.setText(doubt.not_there)
        mine = [card.mine for card in self.cards if card.mine is not None]
        self._standby = Standby(self.yes, self.no, *mine)
        self._standby.set(self._waiting)
        self._turn()

    def set_waiting(self, on: bool) -> None:
        """An answer is being written: no other is taken."""
        self._waiting = on
        self._standby.set(on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        beside = self.width() >= _BESIDE_FROM and len(self.cards) == 1
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._pairs.setDirection(way)

    def _card(self, seen: Seen, *, several: bool) -> _Card:
        card = _Card(seen.heading, seen.theirs, seen.their_note)
        card.offer_look(self.tr("Open on X")).clicked.connect(
            partial(self.open_asked.emit, seen.x_post_id)
        )
        if several:
            mine = card.offer_choice(self.tr("It is this one"))
            mine.clicked.connect(partial(self.there.emit, seen.x_post_id))
        return card

    def _on_yes(self) -> None:
        if self._shown is not None:
            self.there.emit(self._shown.seen[0].x_post_id)


class _Card(QFrame):
    def __init__(
        self, heading: str, runs: tuple[Run, ...], note: str, *, ours: bool = False
    ) -> None:
        super().__init__()
        build.set_kind(self, "bubble-ours" if ours else "bubble-theirs")
        self.mine: QPushButton | None = None
        self.heading = build.label(heading, kind="caption", wrap=True)
        self.words = MarkedWords()
        self.words.set(runs)
        self.note = build.label(note, kind="caption", tone="amber", wrap=True, parent=self)
        self.note.setVisible(bool(note))
        self.setAccessibleName(heading)
        self._head = build.row(self.heading)
        self._head.setStretchFactor(self.heading, 1)
        self._column = build.column(
            self._head, self.words, self.note, gap=MEASURES.s4, margins=(12, 8, 12, 8)
        )
        self.setLayout(self._column)

    def offer_look(self, name: str) -> QToolButton:
        look = build.icon_button(name, icon="external-link", in_row=True)
        self._head.addWidget(look)
        return look

    def offer_choice(self, words: str) -> QPushButton:
        self.mine = build.button(words, in_row=True)
        self._column.addLayout(build.row(self.mine, None))
        return self.mine
