"""Closed days and holidays as lines to read, with the word on each one's button."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from services.my_shop.closed_days import Closure, Holiday
from ui import when
from ui.shop.closed_rows import ClosedLine
from widgets.isolates import held


def closure_line(closure: Closure, locale: QLocale, *, today: QDate) -> ClosedLine:
    translate = QCoreApplication.translate
    first, last = when.as_qdate(closure.first), when.as_qdate(closure.last)
    one_day = closure.first == closure.last
    days = when.weekday_day(locale, first, today=today)
    if not one_day:
        days = when.span(locale, first, last, today=today)
    return ClosedLine(
        when=days,
        name=closure.name,
        action=translate("ClosedDays", "Open again"),
        spoken=translate("ClosedDays", "Open again: {days}").format(days=days),
        icon="x",
    )


def holiday_line(holiday: Holiday, locale: QLocale, *, today: QDate) -> ClosedLine:
    translate = QCoreApplication.translate
    day = when.weekday_day(locale, when.as_qdate(holiday.day), today=today)
    name = held(holiday.name)
    if holiday.open:
        return ClosedLine(
            day,
            translate("ClosedDays", "{name} · open").format(name=name),
            action=translate("ClosedDays", "Close"),
            spoken=translate("ClosedDays", "Close on {day}, {name}").format(day=day, name=name),
            quiet=True,
        )
    return ClosedLine(
        day,
        holiday.name,
        action=translate("ClosedDays", "Keep open"),
        spoken=translate("ClosedDays", "Keep open on {day}, {name}").format(day=day, name=name),
    )
