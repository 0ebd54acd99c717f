"""When a post is to go out: the next free times, or any day and time on the shop's clock."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from services.clock import from_wall, in_zone
from services.publishing.slots import SlotTime
from ui.build import button, label, line, row, tool_button
from ui.compose.popover import Popover
from ui.fields import combo
from ui.odd_times import odd_words
from ui.queue.late_choice import LateChoice
from ui.time_field import time_field
from ui.when import as_qdate, clock_time, named_day, weekday_day

DAYS = 28
_WIDE = 296


class TimePopover(Popover):
    chosen = Signal(object)
    """A `SlotTime`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.set_name(self.tr("Choose a time"))
        self._zone = "UTC"
        self._now = 0
        self._free: tuple[SlotTime, ...] = ()
        self._closed: Collection[date] = ()
        self._buttons: list[QToolButton] = []
        self.setFixedWidth(_WIDE)
        self.body.addWidget(label(self.tr("Next free slots"), kind="caption"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.body.addLayout(self._rows)
        self.body.addWidget(line())
        self.body.addWidget(label(self.tr("Another time"), kind="caption"))
        self.day = combo(name=self.tr("Day"))
        self.day.currentIndexChanged.connect(self._on_changed)
        self.time = time_field(self.tr("Time"), self.locale())
        self.time.timeChanged.connect(self._on_changed)
        self.use = button(self.tr("Use this time"))
        self.use.clicked.connect(self._on_use)
        chosen = row(self.day, self.time)
        chosen.setStretch(0, 1)
        self.body.addLayout(chosen)
        self._note = label(kind="caption", wrap=True)
        self.body.addWidget(self._note)
        self.body.addLayout(row(None, self.use))
        self.body.addWidget(line())
        self.late = LateChoice()
        self.body.addWidget(self.late)

    def offer(
        self, free: Sequence[SlotTime], *, zone: str, now: int, closed: Collection[date] = ()
    ) -> None:
        """`closed`: days on which the shop rests."""
        self._zone, self._now, self._free = zone, now, tuple(free)
        self._closed = closed
        for old in self._buttons:
            self._rows.removeWidget(old)
            old.deleteLater()
        self._buttons = [self._slot_button(slot) for slot in self._free]
        for each in self._buttons:
            self._rows.addWidget(each)
        self._fill_days()
        later = in_zone(now + 3_600, zone)
        self.time.setTime(QTime(later.hour, 0))
        self.day.setCurrentIndex((later.date() - in_zone(now, zone).date()).days)
        self._on_changed()

    @property
    def slot_buttons(self) -> tuple[QToolButton, ...]:
        return tuple(self._buttons)

    def _slot_button(self, slot: SlotTime) -> QToolButton:
        day = in_zone(slot.due_at, slot.zone).date()
        today = in_zone(self._now, slot.zone).date()
        words = self.tr("{day}, {time}").format(
            day=named_day(self.locale(), as_qdate(day), as_qdate(today)),
            time=clock_time(self.locale(), slot.due_at, slot.zone),
        )
        made = tool_button(words, icon="clock")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.clicked.connect(self._on_slot)
        return made

    def _fill_days(self) -> None:
        self.day.blockSignals(True)
        self.day.clear()
        today = in_zone(self._now, self._zone).date()
        for away in range(DAYS):
            day = today + timedelta(days=away)
            if away < 2:
                words = named_day(self.locale(), as_qdate(day), as_qdate(today))
            else:
                words = weekday_day(self.locale(), as_qdate(day), today=as_qdate(today))
            self.day.addItem(words, day.isoformat())
        self.day.blockSignals(False)

    def _chosen(self) -> SlotTime:
        wall = f"{self.day.currentData()}T{self.time.time().toString('HH:mm')}"
        return SlotTime(from_wall(wall, self._zone), wall, self._zone)

    def _on_changed(self) -> None:
        if self.day.currentData() is None:
            return
        late = self._chosen().due_at <= self._now
        self.use.setEnabled(not late)
        self._note.setText(self._about(late=late))

    def _about(self, *, late: bool) -> str:
        if late:
            return self.tr("This time is over.")
        if date.fromisoformat(self.day.currentData()) in self._closed:
            return self.tr("The shop is closed on that day. The post goes out all the same.")
        if odd := odd_words(self._chosen().wall, self._zone, self.locale()):
            return odd
        place = self._zone.replace("_", " ").rpartition("/")[2]
        return self.tr("By the shop's clock, {zone}.").format(zone=place)

    def _on_slot(self) -> None:
        pressed = self.sender()
        place = next((n for n, each in enumerate(self._buttons) if each is pressed), None)
        if place is not None:
            self._give(self._free[place])

    def _on_use(self) -> None:
        self._give(self._chosen())

    def _give(self, slot: SlotTime) -> None:
        self.hide()
        self.chosen.emit(slot)
