"""Dates and times in the shop's zone, in the words and digits of a locale."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from services.clock import in_zone

_DAY = re.compile(r"(?<!d)d{1,2}(?!d)")
_MONTH = re.compile(r"M+")
_YEAR_MONTH = re.compile("y+年M+月")
_MONTH_YEAR = re.compile(r"M+(?: '[^']+')? y+")


def date_of(seconds: int, zone: str) -> QDate:
    return as_qdate(in_zone(seconds, zone).date())


def as_qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def clock_time(locale: QLocale, seconds: int, zone: str) -> str:
    moment = in_zone(seconds, zone)
    return locale.toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


def day_head(locale: QLocale, day: QDate) -> str:
    """The head of a column: `Tue 24`."""
    return locale.toString(day, "ddd d")


def day_month(locale: QLocale, day: QDate, *, long: bool = False) -> str:
    """`24 Nov` in the locale's own order: the year and the weekday of its long date left out."""
    pattern = locale.dateFormat(QLocale.FormatType.LongFormat)
    places = [found.span() for part in (_DAY, _MONTH) if (found := part.search(pattern))]
    if len(places) < 2:
        return locale.toString(day, QLocale.FormatType.ShortFormat)
    start, end = min(places)[0], max(places)[1]
    # Chinese and Japanese name the unit after the number.
    kept = pattern[start : end + 1] if pattern[end : end + 1] == "日" else pattern[start:end]
    return locale.toString(day, kept if long else kept.replace("MMMM", "MMM"))


def weekday_day(locale: QLocale, day: QDate) -> str:
    """`Tue 24 Nov`, or with the month first where the locale has it so."""
    return QCoreApplication.translate("When", "{weekday} {day}").format(
        weekday=locale.toString(day, "ddd"), day=day_month(locale, day)
    )


def weekday_name(locale: QLocale, day: QDate) -> str:
    return locale.standaloneDayName(day.dayOfWeek(), QLocale.FormatType.LongFormat)


def long_day(locale: QLocale, day: QDate) -> str:
    """For screen readers and headings: `Tuesday, 24 November`."""
    return QCoreApplication.translate("When", "{weekday}, {day}").format(
        weekday=weekday_name(locale, day), day=day_month(locale, day, long=True)
    )


def named_day(locale: QLocale, day: QDate, today: QDate) -> str:
    """Today, yesterday and tomorrow by name, other days with their weekday, far ones in full."""
    away = today.daysTo(day)
    if away == 0:
        return QCoreApplication.translate("When", "Today")
    if away == -1:
        return QCoreApplication.translate("When", "Yesterday")
    if away == 1:
        return QCoreApplication.translate("When", "Tomorrow")
    if abs(away) > 300:
        return locale.toString(day, QLocale.FormatType.LongFormat)
    return long_day(locale, day)


def month_year(locale: QLocale, day: QDate) -> str:
    """`November 2026`, as the locale's long date has the two: `noviembre de 2026`, `2026年11月`."""
    pattern = locale.dateFormat(QLocale.FormatType.LongFormat)
    found = _YEAR_MONTH.search(pattern) or _MONTH_YEAR.search(pattern)
    if found is not None:
        return locale.toString(day, found[0])
    return QCoreApplication.translate("When", "{month} {year}").format(
        month=locale.standaloneMonthName(day.month(), QLocale.FormatType.LongFormat),
        year=locale.toString(day, "yyyy"),
    )


def span(locale: QLocale, first: QDate, last: QDate) -> str:
    """`23 – 29 Nov`, or with both months where there are two."""
    return QCoreApplication.translate("When", "{first} – {last}").format(
        first=day_month(locale, first), last=day_month(locale, last)
    )


def short_age(seconds: int) -> str:
    """How long something has waited, for a chip: `5 min`, `2 h`, `3 d`."""
    minutes = max(seconds // 60, 1)
    if minutes < 60:
        return QCoreApplication.translate("When", "%Ln min", "", minutes)
    hours = minutes // 60
    if hours < 24:
        return QCoreApplication.translate("When", "%Ln h", "", hours)
    days = hours // 24
    return QCoreApplication.translate("When", "%Ln d", "", days)
