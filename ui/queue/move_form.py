"""Another day and time for a post: two fields and a button."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTime, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from services.clock import from_wall, in_zone
from ui import build, fields, when
from ui.odd_times import odd_words
from ui.theme import MEASURES
from ui.time_field import time_field

if TYPE_CHECKING:
    from services.publishing.posts import LateRule
    from ui.queue.late_choice import LateChoice

DAYS_AHEAD = 28
_TIME_WIDE = 104


class MoveForm(QWidget):
    """`chosen`: UTC seconds, the wall-clock time as a post keeps it, `2026-11-24T09:00`, and the
    `LateRule`, or None where there is none to choose.
    """

    chosen = Signal(int, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = "UTC"
        self._now = 0
        self._days: list[date] = []
        self._closed: Collection[date] = ()
        self._day = fields.combo(name=self.tr("Day"))
        self._day.setMinimumContentsLength(10)
        self._day.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._time = time_field(self.tr("Time"), self.locale())
        self._time.setMinimumWidth(_TIME_WIDE)
        self._move = build.button(self.tr("Move to this time"))
        self._past = build.label(
            self.tr("That time is over. Choose a later one."),
            kind="caption",
            tone="amber",
            wrap=True,
        )
        self._past.hide()
        self._odd = build.label(kind="caption", wrap=True)
        self._odd.hide()
        self._late: LateChoice | None = None
        self._late_place = build.column()
        row = build.row(self._day, self._time, gap=MEASURES.s8)
        row.setStretchFactor(self._day, 1)
        self.setLayout(build.column(row, self._past, self._odd, self._late_place, self._move))
        self._move.clicked.connect(self._on_move)
        self._day.currentIndexChanged.connect(self._on_changed)
        self._time.timeChanged.connect(self._on_changed)

    def set(self, due_at: int, *, now: int, zone: str, locale: QLocale) -> None:
        """Starts at the post's own time, or an hour from now when that is over."""
        self._zone, self._now = zone, now
        today = in_zone(now, zone).date()
        self._days = [today + timedelta(days=n) for n in range(DAYS_AHEAD)]
        start = in_zone(due_at if due_at > now else now + 3_600, zone)
        if start.date() not in self._days:
            self._days.append(start.date())
        self._day.clear()
        first = when.as_qdate(today)
        for day in self._days:
            shown = when.as_qdate(day)
            near = first.daysTo(shown) in (0, 1)
            # Short, so that nothing of it is cut beside the time.
            if near:
                self._day.addItem(when.named_day(locale, shown, first))
            else:
                self._day.addItem(when.weekday_day(locale, shown, today=first))
        self._day.setCurrentIndex(self._days.index(start.date()))
        self._time.setTime(QTime(start.hour, start.minute))

    def set_closed(self, days: Collection[date]) -> None:
        """Days on which the shop rests: said before a post is moved to one."""
        self._closed = days
        self._on_changed()

    def set_late_rule(self, rule: LateRule | None) -> None:
        """None for what is never late: an answer, and what is posted by hand."""
        if rule is None:
            if self._late is not None:
                self._late.hide()
            return
        if self._late is None:
            # A page that shows no post yet need not wait for it.
            from ui.queue.late_choice import LateChoice

            self._late = LateChoice()
            self._late_place.addWidget(self._late)
        self._late.set_rule(rule)
        self._late.show()

    @property
    def late(self) -> LateChoice | None:
        return self._late

    def time_goes_on(self, now: int) -> None:
        """What was still to come when the form was filled may be over now."""
        self._now = now
        self._on_changed()

    def wall(self) -> str:
        time = self._time.time()
        return f"{self._days[self._day.currentIndex()]}T{time.hour():02}:{time.minute():02}"

    def take_focus(self) -> None:
        self._day.setFocus()

    def _on_changed(self) -> None:
        if not self._days or self._day.currentIndex() < 0:
            return
        past = from_wall(self.wall(), self._zone) <= self._now
        self._past.setVisible(past)
        odd = "" if past else odd_words(self.wall(), self._zone, self.locale())
        if not past and self._days[self._day.currentIndex()] in self._closed:
            odd = self.tr("The shop is closed on that day. The post goes out all the same.")
        self._odd.setText(odd)
        self._odd.setVisible(bool(odd))
        self._move.setEnabled(not past)

    def _on_move(self) -> None:
        wall = self.wall()
        late = None if self._late is None or self._late.isHidden() else self._late.rule
        self.chosen.emit(from_wall(wall, self._zone), wall, late)
