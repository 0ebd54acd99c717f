"""Which week is shown and how, and the rhythm of the last four weeks in one line."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from services.publishing.rhythm import Rhythm
from ui import build, when
from ui.icons import icon
from ui.theme import MEASURES
from widgets.elided_label import ElidedLabel
from widgets.segmented import Segmented

ARROW = 14
"""What the first arrow's button is wider than its drawing, on the side of the page's edge."""


class QueueHeader(QWidget):
    week_moved = Signal(int)
    """-1 and 1 by the arrows, 0 back to this week."""
    view_chosen = Signal(str)
    """"week" or "list"."""
    fill_asked = Signal()
    """A post for the day that the rhythm names."""
    write_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = build.icon_button(self.tr("The week before"), icon="chevron-left")
        self.title = build.label(kind="title")
        self.onward = build.icon_button(self.tr("The week after"), icon="chevron-right")
        self.today = build.button(self.tr("This week"), kind="quiet", in_row=True)
        self.rhythm = ElidedLabel()
        build.set_kind(self.rhythm, "quiet")
        self.rhythm.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.fill = build.button(self.tr("Fill it"), in_row=True)
        self.fill.hide()
        self.write = build.button(self.tr("Write a post"), icon="square-pen", in_row=True)
        self.write.hide()
        self.views = Segmented(name=self.tr("How the queue is shown"))
        self.views.add("week", self.tr("Week"), icon=icon("columns-3"))
        self.views.add("list", self.tr("List"), icon=icon("list"))
        self._first = build.row(
            self.back,
            self.title,
            self.onward,
            self.today,
            MEASURES.s8,
            self.views,
            None,
            gap=MEASURES.s4,
        )
        # Where they stand below each other the second row begins under the title's arrow.
        self._second = build.row(
            self.rhythm, self.fill, None, self.write, gap=MEASURES.s12, margins=(ARROW, 0, 0, 0)
        )
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(MEASURES.s8)
        self._rows.addLayout(self._first)
        self._rows.addLayout(self._second, 1)
        self.back.clicked.connect(self._on_back)
        self.onward.clicked.connect(self._on_onward)
        self.today.clicked.connect(self._on_today)
        self.views.chosen.connect(self.view_chosen)
        self.fill.clicked.connect(self.fill_asked)
        self.write.clicked.connect(self.write_asked)

    def set(self, start: QDate, weeks: int, locale: QLocale) -> None:
        names = {
            0: self.tr("This week"),
            1: self.tr("Next week"),
            -1: self.tr("Last week"),
        }
        title = names.get(weeks) or when.span(locale, start, start.addDays(6))
        self.title.setText(title)
        self.today.setVisible(weeks != 0)
        self._fit()

    def set_rhythm(self, rhythm: Rhythm, day: str) -> None:
        """`day`: the name of the first day to come that could have a post, or ""."""
        said = self._how_often(rhythm)
        if day:
            nothing = self.tr("nothing planned {day}").format(day=day)
            said = self.tr("{posted} · {nothing}").format(posted=said, nothing=nothing)
            self.fill.setAccessibleName(self.tr("Fill it: write a post for {day}").format(day=day))
        self.rhythm.setText(said)
        self.fill.setVisible(bool(day))
        self._fit()

    def _how_often(self, rhythm: Rhythm) -> str:
        """A shop that has not begun to post is not counted yet: only what it plans is told."""
        if not rhythm.posted:
            if rhythm.planned:
                return self.tr("%Ln posts planned", "", rhythm.planned)
            return self.tr("One post a week is a good start")
        said = (
            self.tr("Posted on {posted} of {days} open days")
            if rhythm.closed_left_out
            else self.tr("Posted on {posted} of {days} days")
        )
        return said.format(
            posted=self.locale().toString(rhythm.posted), days=self.locale().toString(rhythm.days)
        )

    def show_view(self, view: str, *, write: bool) -> None:
        """`write`: nothing else on the page offers to write a post."""
        self.views.choose(view)
        self.write.setVisible(write)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Large words need two rows: no control may be pushed out of the window."""
        wide = self._first.sizeHint().width() + self._second.sizeHint().width()
        directions = QBoxLayout.Direction
        beside = wide + MEASURES.s16 <= self.width()
        self._rows.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def _on_back(self) -> None:
        self.week_moved.emit(-1)

    def _on_onward(self) -> None:
        self.week_moved.emit(1)

    def _on_today(self) -> None:
        self.week_moved.emit(0)
