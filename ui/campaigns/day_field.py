"""A field for a day, as the locale writes it, with a month to choose from."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QDateEdit, QWidget

from ui.fields import calendar, padded
from ui.when import as_qdate


class DayField(QDateEdit):
    """WORKAROUND: as `ui.time_field.TimeField`, Qt would turn the order of day and year round."""

    def __init__(self, locale: QLocale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        padded(self)
        self.setCalendarPopup(True)
        self.setCalendarWidget(calendar(self))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        short = locale.dateFormat(QLocale.FormatType.ShortFormat)
        self.setDisplayFormat(short if "yyyy" in short else short.replace("yy", "yyyy"))
        self.unsetLayoutDirection()

    def set_name(self, name: str) -> None:
        """What a screen reader says; some meet the line in the field, not the field."""
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)

    def set_day(self, day: date) -> None:
        self.setDate(as_qdate(day))

    def day(self) -> date:
        chosen: QDate = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())
