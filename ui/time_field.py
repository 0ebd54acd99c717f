"""A field for a time of day, as the locale writes it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, Qt, QTime
from PySide6.QtWidgets import QTimeEdit

from ui.fields import padded

_AROUND = 72
"""The padding, the two small arrows, and room for a font that is found later."""


class TimeField(QTimeEdit):
    """As wide as the widest time of its locale, at any size of words.

    WORKAROUND: Qt turns the order of hours and minutes round in right-to-left windows, where
    even Arabic digits run left to right (QDateTimeEdit::setDisplayFormat).
    """

    def __init__(self, locale: QLocale) -> None:
        super().__init__()
        padded(self)
        self._widest = locale.toString(QTime(22, 58), QLocale.FormatType.ShortFormat)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setDisplayFormat(locale.timeFormat(QLocale.FormatType.ShortFormat))
        self.unsetLayoutDirection()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_widest"):
            self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(self.fontMetrics().horizontalAdvance(self._widest) + _AROUND)


def time_field(name: str, locale: QLocale) -> TimeField:
    """`name` is what a screen reader says."""
    field = TimeField(locale)
    field.setAccessibleName(name)
    # Some screen readers meet the line in the field, not the field.
    field.lineEdit().setAccessibleName(name)
    return field
