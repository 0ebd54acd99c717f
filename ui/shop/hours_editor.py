"""Opening hours as seven short rows: a switch with the day, and from when to when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, QTime, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from services.my_shop.profiles import USUAL_HOURS, DayHours
from ui.build import label
from ui.shop.countries import week_from
from ui.theme import MEASURES
from ui.time_field import time_field
from widgets.switch import Switch

_USUAL = ("09:00", "18:00")


class HoursEditor(QWidget):
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(MEASURES.s8)
        grid.setVerticalSpacing(MEASURES.s4)
        grid.setColumnStretch(4, 1)
        self._rows: dict[int, _DayRow] = {}
        for place, weekday in enumerate(week_from(self.locale())):
            row = _DayRow(weekday, self.locale(), self)
            row.changed.connect(self.changed)
            for column, part in enumerate((row.open, row.opens, row.until, row.closes)):
                grid.addWidget(part, place, column)
            grid.addWidget(row.closed_words, place, 1, 1, 3)
            self._rows[weekday] = row
        self.set_hours(USUAL_HOURS)

    def hours(self) -> tuple[DayHours, ...]:
        return tuple(self._rows[weekday].hours() for weekday in range(7))

    def set_hours(self, hours: Sequence[DayHours]) -> None:
        """Tells nobody: it is not the owner who changed them."""
        for day in hours:
            self._rows[day.weekday].set_hours(day)

    def day(self, weekday: int) -> _DayRow:
        return self._rows[weekday]


class _DayRow(QWidget):
    """Its parts stand in the editor's grid; it is only their keeper."""

    changed = Signal()

    def __init__(self, weekday: int, locale: QLocale, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._weekday = weekday
        self._quiet = False
        name = locale.standaloneDayName(weekday + 1, QLocale.FormatType.LongFormat)
        self.open = Switch(name, parent)
        self.open.setAccessibleName(self.tr("Open on {day}").format(day=name))
        self.open.toggled.connect(self._on_toggled)
        self.opens = time_field(self.tr("{day}: opens at").format(day=name), locale)
        self.until = QLabel("–", parent)
        self.until.setFixedWidth(MEASURES.s16)
        self.until.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.closes = time_field(self.tr("{day}: closes at").format(day=name), locale)
        self.closed_words = label(self.tr("Closed"), kind="quiet", parent=parent)
        self.closed_words.setMinimumHeight(MEASURES.control)
        for each in (self.opens, self.closes):
            each.timeChanged.connect(self._on_time)

    def hours(self) -> DayHours:
        if not self.open.isChecked():
            return DayHours(self._weekday)
        return DayHours(
            self._weekday,
            self.opens.time().toString("HH:mm"),
            self.closes.time().toString("HH:mm"),
        )

    def set_hours(self, day: DayHours) -> None:
        self._quiet = True
        self.open.setChecked(not day.closed)
        opens, closes = _USUAL if day.closed else (day.opens or "", day.closes or "")
        self.opens.setTime(QTime.fromString(opens, "HH:mm"))
        self.closes.setTime(QTime.fromString(closes, "HH:mm"))
        self._show()
        self._quiet = False

    def _show(self) -> None:
        is_open = self.open.isChecked()
        for each in (self.opens, self.until, self.closes):
            each.setVisible(is_open)
        self.closed_words.setVisible(not is_open)

    def _on_toggled(self) -> None:
        self._show()
        self._tell()

    def _on_time(self) -> None:
        self._tell()

    def _tell(self) -> None:
        if not self._quiet:
            self.changed.emit()
