"""Dates and times in the shop's zone, in the words and digits of a locale."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime

from services.clock import in_zone

_DAY = re.compile(r"(?<!d)d{1,2}(?!d)")
_MONTH = re.compile(r"M+")
_YEAR = re.compile(r"y+")
_YEAR_MONTH = re.compile("y+年M+月")
_MONTH_YEAR = re.compile(r"M+(?: '[^']+')? y+")


def date_of(seconds: int, zone: str) -> QDate:
    return as_qdate(in_zone(seconds, zone).date())


def as_qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def clock_time(locale: QLocale, seconds: int, zone: str) -> str:
    moment = in_zone(seconds, zone)
    return locale.toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


def time_said(seconds: int, zone: str) -> str:
    """In a sentence, by the language in use; "" for the computer's own zone."""
    if zone:
        return clock_time(QLocale(), seconds, zone)
    time = QDateTime.fromSecsSinceEpoch(seconds).time()
    return QLocale().toString(time, QLocale.FormatType.ShortFormat)


def day_head(locale: QLocale, day: QDate) -> str:
    """The head of a column: `Tue 24`."""
    return locale.toString(day, "ddd d")


def day_month(
    locale: QLocale, day: QDate, *, long: bool = False, today: QDate | None = None
) -> str:
    """`24 Nov` in the locale's own order: the weekday and the year of its long date left out.

    With `today` the year stays where it is not this one: `24 Nov 2027`.
    """
    pattern = locale.dateFormat(QLocale.FormatType.LongFormat)
    wanted = (_DAY, _MONTH, _YEAR) if _other_year(day, today) else (_DAY, _MONTH)
    places = [found.span() for part in wanted if (found := part.search(pattern))]
    if len(places) < len(wanted):
        return locale.toString(day, QLocale.FormatType.ShortFormat)
    start, end = min(places)[0], max(place[1] for place in places)
    # Chinese and Japanese name the unit after the number.
    kept = pattern[start : end + 1] if pattern[end : end + 1] == "日" else pattern[start:end]
    return locale.toString(day, kept if long else kept.replace("MMMM", "MMM"))


def weekday_day(locale: QLocale, day: QDate, *, today: QDate | None = None) -> str:
    """`Tue 24 Nov`, or with the month first where the locale has it so; the year as there."""
    return QCoreApplication.translate("When", "{weekday} {day}").format(
        weekday=locale.toString(day, "ddd"), day=day_month(locale, day, today=today)
    )


def weekday_name(locale: QLocale, day: QDate) -> str:
    return locale.standaloneDayName(day.dayOfWeek(), QLocale.FormatType.LongFormat)


def long_day(locale: QLocale, day: QDate, *, today: QDate | None = None) -> str:
    """For screen readers and headings: `Tuesday, 24 November`; the year as in `day_month`."""
    return QCoreApplication.translate("When", "{weekday}, {day}").format(
        weekday=weekday_name(locale, day), day=day_month(locale, day, long=True, today=today)
    )


def named_day(locale: QLocale, day: QDate, today: QDate) -> str:
    """Today, yesterday and tomorrow by name, other days with their weekday; another year's too."""
    away = today.daysTo(day)
    if away == 0:
        return QCoreApplication.translate("When", "Today")
    if away == -1:
        return QCoreApplication.translate("When", "Yesterday")
    if away == 1:
        return QCoreApplication.translate("When", "Tomorrow")
    return long_day(locale, day, today=today)


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


def span(locale: QLocale, first: QDate, last: QDate, *, today: QDate | None = None) -> str:
    """`23 – 29 Nov`, or with both months where there are two; the years as in `day_month`.

    Where the two are of different years, the one that is this one's has its year, too.
    """
    if today is not None and first.year() != last.year():
        # No year of theirs is this one's: both are named.
        today = QDate(1, 1, 1)
    return QCoreApplication.translate("When", "{first} – {last}").format(
        first=day_month(locale, first, today=today), last=day_month(locale, last, today=today)
    )


def _other_year(day: QDate, today: QDate | None) -> bool:
    return today is not None and day.year() != today.year()


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
