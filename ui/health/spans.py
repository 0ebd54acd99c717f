"""Spans, ages and sizes as the sentences of the Health page need them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from services.clock import DAY
from ui import when
from widgets.isolates import held

translate = QCoreApplication.translate
"""Keeps its name: lupdate knows a text by `translate(`."""


def span(seconds: int) -> str:
    """`40 seconds`, `6 minutes`, `3 hours`, `2 days`: the largest that it is two of."""
    minutes, hours, days = seconds // 60, seconds // 3_600, seconds // DAY
    if minutes < 2:
        return translate("Health", "%Ln seconds", "", seconds)
    if hours < 2:
        return translate("Health", "%Ln minutes", "", minutes)
    if days < 2:
        return translate("Health", "%Ln hours", "", hours)
    return translate("Health", "%Ln days", "", days)


def ago(at: int, now: int, zone: str) -> str:
    """Within a sentence: `just now`, `5 minutes ago`, `on 17 Nov`."""
    passed = now - at
    if passed < 60:
        return translate("Health", "just now")
    if passed < DAY:
        return translate("Health", "{span} ago").format(span=held(span(passed)))
    return translate("Health", "on {day}").format(day=held(day_of(at, now, zone)))


def day_of(at: int, now: int, zone: str) -> str:
    return when.day_month(QLocale(), when.date_of(at, zone), today=when.date_of(now, zone))


def moment(at: int, now: int, zone: str) -> str:
    """A time to come: `09:15`, with its day where that is not today."""
    time = when.time_said(at, zone)
    if when.date_of(at, zone) == when.date_of(now, zone):
        return held(time)
    return held(translate("Health", "{day}, {time}").format(day=day_of(at, now, zone), time=time))


def size(count: int) -> str:
    return held(QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat))
