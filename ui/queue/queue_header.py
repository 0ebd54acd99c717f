"""Which week is shown and how, and the rhythm of the last four weeks in one line."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QWidget

from ui import build, when
from ui.icons import icon
from ui.theme import MEASURES
from widgets.elided_label import ElidedLabel
from widgets.segmented import Segmented

RHYTHM_DAYS = 28


class QueueHeader(QWidget):
    week_moved = Signal(int)
    """-1 and 1 by the arrows, 0 back to this week."""
    view_chosen = Signal(str)
    """"week" or "list"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = build.icon_button(self.tr("The week before"), icon="chevron-left")
        self.title = build.label(kind="title")
        self.onward = build.icon_button(self.tr("The week after"), icon="chevron-right")
        self.today = build.button(self.tr("This week"), kind="quiet", in_row=True)
        self.rhythm = ElidedLabel()
        build.set_kind(self.rhythm, "quiet")
        self.views = Segmented(name=self.tr("How the queue is shown"))
        self.views.add("week", self.tr("Week"), icon=icon("columns-3"))
        self.views.add("list", self.tr("List"), icon=icon("list"))
        row = build.row(
            self.back,
            self.title,
            self.onward,
            self.today,
            MEASURES.s8,
            self.views,
            MEASURES.s16,
            self.rhythm,
            gap=MEASURES.s4,
        )
        row.setStretchFactor(self.rhythm, 1)
        self.setLayout(row)
        self.back.clicked.connect(self._on_back)
        self.onward.clicked.connect(self._on_onward)
        self.today.clicked.connect(self._on_today)
        self.views.chosen.connect(self.view_chosen)

    def set(self, start: QDate, weeks: int, locale: QLocale) -> None:
        names = {
            0: self.tr("This week"),
            1: self.tr("Next week"),
            -1: self.tr("Last week"),
        }
        title = names.get(weeks) or when.span(locale, start, start.addDays(6))
        self.title.setText(title)
        self.today.setVisible(weeks != 0)

    def set_rhythm(self, posted: int, empty_days: tuple[str, ...]) -> None:
        """`empty_days`: names of the coming days of this week without a post; one is named.

        A shop that has not begun to post has no rhythm: nothing is said of it.
        """
        if not posted:
            self.rhythm.setText("")
            return
        said = self.tr("Posted on {posted} of {days} days").format(
            posted=self.locale().toString(posted), days=self.locale().toString(RHYTHM_DAYS)
        )
        if empty_days:
            nothing = self.tr("nothing planned {day}").format(day=empty_days[0])
            said = self.tr("{posted} · {nothing}").format(posted=said, nothing=nothing)
        self.rhythm.setText(said)

    def show_views(self, shown: bool) -> None:
        """Below the least width there is only the list."""
        self.views.setVisible(shown)

    def _on_back(self) -> None:
        self.week_moved.emit(-1)

    def _on_onward(self) -> None:
        self.week_moved.emit(1)

    def _on_today(self) -> None:
        self.week_moved.emit(0)
