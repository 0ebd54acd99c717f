"""Usual opening hours to choose from, in a country's own week: `Mon–Sat 09:00–18:00`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from services.my_shop.profiles import DayHours

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class HoursChoice:
    words: str
    hours: tuple[DayHours, ...]


def usual_choices(working: Sequence[int], locale: QLocale) -> tuple[HoursChoice, ...]:
    """The working week and a day, the working week alone, every day."""
    # Shops open on the Saturday of a weekend, whichever its other day is.
    longer = in_order({*working, _SATURDAY})
    choices = [
        _choice(longer, "09:00", "18:00", locale),
        _choice(in_order(set(working)), "09:00", "18:00", locale),
        _choice(tuple(range(7)), "10:00", "20:00", locale),
    ]
    return tuple(dict.fromkeys(choices))


def in_order(days: set[int]) -> tuple[int, ...]:
    """The days from the first after the gap in the week."""
    first = next((day for day in range(7) if day in days and (day - 1) % 7 not in days), 0)
    return tuple(sorted(days, key=lambda day: (day - first) % 7))


def _choice(days: Sequence[int], opens: str, closes: str, locale: QLocale) -> HoursChoice:
    hours = tuple(
        DayHours(day, opens, closes) if day in days else DayHours(day) for day in range(7)
    )
    translate = QCoreApplication.translate
    if len(days) == 7:
        which = translate("Hours", "Every day")
    else:
        which = translate("Hours", "{first}–{last}").format(
            first=_day(days[0], locale), last=_day(days[-1], locale)
        )
    return HoursChoice(
        translate("Hours", "{days} {opens}–{closes}").format(
            days=which, opens=_time(opens, locale), closes=_time(closes, locale)
        ),
        hours,
    )


def _day(weekday: int, locale: QLocale) -> str:
    return locale.standaloneDayName(weekday + 1, QLocale.FormatType.ShortFormat)


def _time(wall: str, locale: QLocale) -> str:
    return locale.toString(QTime.fromString(wall, "HH:mm"), QLocale.FormatType.ShortFormat)
