"""A field for a day, as the locale writes it, with a month to choose from."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QGridLayout, QWidget

from ui.fields import calendar, padded
from ui.shop.field import field
from ui.theme import MEASURES
from ui.when import as_qdate

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_YEARS_BACK, _YEARS_ON = 1, 3


class DayField(QDateEdit):
    """A day from a year ago until in three years: what else is typed there is a slip.

    WORKAROUND: as `ui.time_field.TimeField`, Qt would turn the order of day and year round.
    """

    judged = Signal()
    """What was typed had to go, or something else is typed: see `fault`."""

    def __init__(self, locale: QLocale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        padded(self)
        self._refused = self._pressed_away = False
        self._month: QCalendarWidget | None = None
        self.setCalendarPopup(True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        short = locale.dateFormat(QLocale.FormatType.ShortFormat)
        self.setDisplayFormat(short if "yyyy" in short else short.replace("yy", "yyyy"))
        self.unsetLayoutDirection()
        self.lineEdit().textEdited.connect(self._on_typed)

    def set_name(self, name: str) -> None:
        """What a screen reader says; some meet the line in the field, not the field."""
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)

    def set_day(self, day: date, today: date | None = None) -> None:
        """Stays possible, however long ago it is. `today`: where the possible days lie around."""
        shown, now = as_qdate(day), as_qdate(today or day)
        first, last = now.addYears(-_YEARS_BACK), now.addYears(_YEARS_ON)
        self._refused = self._pressed_away = False
        self.setDateRange(min(first, shown, key=_order), max(last, shown, key=_order))
        self.setDate(shown)

    def day(self) -> date:
        chosen: QDate = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    @property
    def fault(self) -> str:
        """Why what was typed last was not taken; empty once something else is typed."""
        if not self._refused:
            return ""
        return self.tr("This has to be a day from {first} to {last}.").format(
            first=self._written(self.minimumDate()), last=self._written(self.maximumDate())
        )

    def was_pressed_away(self) -> bool:
        """True once, where a press elsewhere took away what was typed: it may mean to save it."""
        pressed, self._pressed_away = self._pressed_away, False
        return pressed

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._make_month()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._make_month()
        super().mousePressEvent(event)

    def _make_month(self) -> None:
        """The month to choose from is some twenty widgets: most fields are never opened."""
        if self._month is None:
            self._month = calendar(self)
            self.setCalendarWidget(self._month)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt takes no sign with which no possible year begins, and says nothing of it."""
        before = self.lineEdit().text()
        super().keyPressEvent(event)
        in_year = self.currentSection() is QDateEdit.Section.YearSection
        if in_year and event.text().isdigit() and self.lineEdit().text() == before:
            self._refuse()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt puts the day before, or a part of it, in place of what is no day."""
        typed = self.lineEdit().text()
        broken = not self.hasAcceptableInput() and not _YEAR.search(typed)
        super().focusOutEvent(event)
        if broken:
            self._pressed_away = event.reason() is Qt.FocusReason.MouseFocusReason
            self._refuse()

    def _refuse(self) -> None:
        self._refused = True
        self.judged.emit()

    def _written(self, day: QDate) -> str:
        return self.locale().toString(day, self.displayFormat())

    def _on_typed(self, _text: str) -> None:
        if self._refused:
            self._refused = self._pressed_away = False
            self.judged.emit()


def _order(day: QDate) -> int:
    return day.toJulianDay()


def first_and_last(first: DayField, last: DayField) -> QGridLayout:
    """Two days side by side, each under its name."""
    result = QGridLayout()
    result.setHorizontalSpacing(MEASURES.s12)
    names = (
        QCoreApplication.translate("DayField", "First day"),
        QCoreApplication.translate("DayField", "Last day"),
    )
    for place, (name, day) in enumerate(zip(names, (first, last), strict=True)):
        day.set_name(name)
        result.addLayout(field(name, day), 0, place)
        result.setColumnStretch(place, 1)
    return result
