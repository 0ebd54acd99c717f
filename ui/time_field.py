"""A field for a time of day, as the locale writes it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QTimeEdit

from ui.build import padded


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
    return field
