"""The lanes at the start, the list beside them, and what stands there when it is empty."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from services.inbox.items import Counts, Lane
from ui import build
from ui.icons import icon
from ui.inbox.item_list import ItemList
from ui.inbox.item_values import Row
from widgets.empty_state import EmptyState
from widgets.lane_list import LaneList

SNOOZED = "snoozed"
LANES_WIDE = 184
LIST_WIDE = 360
_LANES_NARROW = 164
_LIST_NARROW = 312


class LanesView(QWidget):
    lane_chosen = Signal(str)
    """A `Lane`, or SNOOZED."""
    check_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lanes = LaneList()
        self.lanes.setAccessibleName(self.tr("Lanes"))
        self.lanes.add(Lane.TO_ANSWER, self.tr("To answer"), icon=icon("inbox"), strong=True)
        self.lanes.add(Lane.WAITING, self.tr("Waiting"), icon=icon("hourglass"))
        self.lanes.add(Lane.DONE, self.tr("Done"), icon=icon("circle-check"))
        self.lanes.add(SNOOZED, self.tr("Snoozed"), icon=icon("alarm-clock"), at_foot=True)
        self.lanes.choose(Lane.TO_ANSWER)
        self.list = ItemList()
        self.list.setAccessibleName(self.tr("Conversations"))
        self.empty = EmptyState(icon("inbox"), "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self._side = QFrame()
        self._side.setLayout(build.column(self.lanes, margins=(12, 16, 12, 16)))
        listing = QFrame()
        listing.setLayout(build.column(self._stack, margins=(0, 8, 0, 0)))
        self._listing = listing
        self._edge = build.line(vertical=True)
        self.setLayout(build.row(self._side, self._edge, listing, gap=0))
        self.set_narrow(narrow=False)
        self.lanes.chosen.connect(self.lane_chosen)
        self.empty.pressed.connect(self.check_asked)

    @property
    def lane(self) -> str:
        return self.lanes.current

    def least_width(self) -> int:
        return max(_LANES_NARROW, self._lanes_width()) + _LIST_NARROW + 1

    def set_narrow(self, *, narrow: bool) -> None:
        words = self._lanes_width()
        self._side.setFixedWidth(max(_LANES_NARROW if narrow else LANES_WIDE, words))
        self._listing.setFixedWidth(_LIST_NARROW if narrow else LIST_WIDE)

    def _lanes_width(self) -> int:
        """What the names of the lanes need, with their margins."""
        return self.lanes.sizeHint().width() + 24

    def set_counts(self, counts: Counts) -> None:
        self.lanes.set_counts(
            {
                Lane.TO_ANSWER: counts.to_answer,
                Lane.WAITING: counts.waiting,
                Lane.DONE: counts.done,
                SNOOZED: counts.snoozed,
            }
        )

    def show_list(self, shown: bool) -> None:
        """Without the list the lanes stand beside one large empty state."""
        self._listing.setVisible(shown)
        self._edge.setVisible(shown)

    def set_rows(self, rows: tuple[Row, ...], chosen: str) -> None:
        self.list.set(rows, chosen)
        if rows:
            self._stack.setCurrentWidget(self.list)
            return
        sentences = {
            Lane.TO_ANSWER: self.tr("Nothing to answer. Every customer has heard from you."),
            Lane.WAITING: self.tr("Nobody owes you a word."),
            Lane.DONE: self.tr("Nothing is done yet."),
            SNOOZED: self.tr("Nothing is put off."),
        }
        button = self.tr("Check now") if self.lane == Lane.TO_ANSWER else ""
        self.empty.set(sentences[self.lane], button)
        self._stack.setCurrentWidget(self.empty)
