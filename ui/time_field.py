"""A field for a time of day, as the locale writes it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtWidgets import QTimeEdit

from ui.fields import padded

_AROUND = 72
"""The padding, the two small arrows, and room for a font that is found later."""


def time_field(name: str, locale: QLocale) -> QTimeEdit:
    """`name` is what a screen reader says.

    WORKAROUND: Qt turns the order of hours and minutes round in right-to-left windows, where
    even Arabic digits run left to right (QDateTimeEdit::setDisplayFormat).
    """
    field = padded(QTimeEdit())
    field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    field.setDisplayFormat(locale.timeFormat(QLocale.FormatType.ShortFormat))
    field.unsetLayoutDirection()
    field.setAccessibleName(name)
    widest = locale.toString(QTime(22, 58), QLocale.FormatType.ShortFormat)
    field.setFixedWidth(field.fontMetrics().horizontalAdvance(widest) + _AROUND)
    return field
