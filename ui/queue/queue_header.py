"""Which week or month is shown and how, and the rhythm of the last four weeks in one line."""

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

_COUNTED_FROM = 7
"""Days."""


class QueueHeader(QWidget):
    turned = Signal(int)
    """-1 and 1 by the arrows, 0 back to this week or month."""
    view_chosen = Signal(str)
    """"week", "month" or "list"."""
    slots_asked = Signal(bool)
    """The times of posting are to be shown, or no longer."""
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
        self._day = ""
        self.write = build.button(self.tr("Write a post"), icon="square-pen", in_row=True)
        self.write.hide()
        self.views = Segmented(name=self.tr("How the queue is shown"))
        self.views.add("week", self.tr("Week"), icon=icon("columns-3"))
        self.views.add("month", self.tr("Month"), icon=icon("calendar-days"))
        self.views.add("list", self.tr("List"), icon=icon("list"))
        self.slots = build.button(self.tr("Slots"), kind="quiet", icon="clock", in_row=True)
        self.slots.setCheckable(True)
        self.slots.setToolTip(self.tr("The times at which the shop posts"))
        self._in_place = QWidget()
        """Of the first arrow, where nothing is turned: the title begins on the page's edge."""
        self._in_place.setFixedWidth(ARROW - MEASURES.s4)
        self._in_place.hide()
        self._first = build.row(
            self._in_place,
            self.back,
            self.title,
            self.onward,
            self.today,
            MEASURES.s8,
            self.views,
            self.slots,
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
        self.slots.toggled.connect(self.slots_asked)
        self.fill.clicked.connect(self.fill_asked)
        self.write.clicked.connect(self.write_asked)

    def set(self, start: QDate, weeks: int, locale: QLocale) -> None:
        """A week, so many from this one."""
        names = {
            0: self.tr("This week"),
            1: self.tr("Next week"),
            -1: self.tr("Last week"),
        }
        now = start.addDays(-7 * weeks)
        named = names.get(weeks)
        self.title.setText(named or when.span(locale, start, start.addDays(6), today=now))
        self.today.setText(self.tr("This week"))
        self._name_arrows(self.tr("The week before"), self.tr("The week after"))
        self.today.setVisible(weeks != 0)
        self._fit()

    def set_month(self, day: QDate, *, this: bool, locale: QLocale) -> None:
        self.title.setText(when.month_year(locale, day))
        self.today.setText(self.tr("This month"))
        self._name_arrows(self.tr("The month before"), self.tr("The month after"))
        self.today.setVisible(not this)
        self._fit()

    def set_list(self) -> None:
        """All that waits, whenever it is due."""
        self.title.setText(self.tr("All posts"))
        self.today.hide()
        self._fit()

    def set_slots(self) -> None:
        """The times of posting are the same in every week."""
        self.title.setText(self.tr("Slots"))
        self.today.hide()
        self._fit()

    def _name_arrows(self, back: str, onward: str) -> None:
        for arrow, name in ((self.back, back), (self.onward, onward)):
            arrow.setToolTip(name)
            arrow.setAccessibleName(name)

    def set_rhythm(self, rhythm: Rhythm, day: str) -> None:
        """`day`: the name of the first day to come that could have a post, or ""."""
        said = self._how_often(rhythm)
        self._day = day
        if day:
            nothing = self.tr("nothing planned {day}").format(day=day)
            said = self.tr("{posted} · {nothing}").format(posted=said, nothing=nothing)
            self.fill.setAccessibleName(self.tr("Fill it: write a post for {day}").format(day=day))
        self.rhythm.setText(said)
        self.fill.setVisible(bool(day))
        self._fit()

    def _how_often(self, rhythm: Rhythm) -> str:
        """The first week is not counted yet: of so few days no share says anything."""
        if rhythm.days < _COUNTED_FROM:
            if rhythm.today:
                return self.tr("Posted today")
            if rhythm.planned:
                return self.tr("%Ln posts planned", "", rhythm.planned)
            if rhythm.posted:
                return self.tr("Posted on %Ln days so far", "", rhythm.posted)
            return self.tr("One post a week is a good start")
        said = (
            self.tr("Posted on {posted} of {days} open days")
            if rhythm.closed_left_out
            else self.tr("Posted on {posted} of {days} days")
        )
        return said.format(
            posted=self.locale().toString(rhythm.posted), days=self.locale().toString(rhythm.days)
        )

    def show_view(self, view: str, *, write: bool, slots: bool = False) -> None:
        """`write`: nothing else on the page offers to write a post. `slots`: the times are shown
        in place of the view."""
        # The times of posting stand in place of all three.
        self.views.choose("" if slots else view)
        self.rhythm.setVisible(not slots)
        self.fill.setVisible(not slots and bool(self._day))
        self.slots.blockSignals(True)
        self.slots.setChecked(slots)
        self.slots.blockSignals(False)
        turns = not slots and view != "list"
        for arrow in (self.back, self.onward):
            arrow.setVisible(turns)
        self._in_place.setVisible(not turns)
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
        self.turned.emit(-1)

    def _on_onward(self) -> None:
        self.turned.emit(1)

    def _on_today(self) -> None:
        self.turned.emit(0)
