"""Days, hours and zones as people write them in tables, in the digits of any script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple

from services.clock import from_wall, is_zone, to_wall
from services.post_file.values import DateOrder

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january ene enero يناير ژانویه",
            "feb february febrero فبراير فوریه",
            "mar march marzo مارس",
            "apr april abr abril أبريل ابريل آوریل",
            "may mayo مايو مه",
            "jun june junio يونيو ژوئن",
            "jul july julio يوليو ژوئیه",
            "aug august ago agosto أغسطس اغسطس اوت",
            "sep sept september septiembre سبتمبر سپتامبر",
            "oct october octubre أكتوبر اكتوبر اکتبر",
            "nov november noviembre نوفمبر نوامبر",
            "dec december dic diciembre ديسمبر دسامبر",
        ),
        start=1,
    )
    for name in names.split()
}
_SEP = r"\s*[-/.]\s*"
_YEAR_FIRST = re.compile(rf"(\d{{4}}){_SEP}(\d{{1,2}}){_SEP}(\d{{1,2}})(?!\d)")
_EAST_ASIAN = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]?")
_YEAR_LAST = re.compile(rf"(\d{{1,2}}){_SEP}(\d{{1,2}}){_SEP}(\d{{4}}|\d{{2}})(?!\d)")
_DAY_NAMED = re.compile(r"(\d{1,2})\.?\s*(?:de\s+)?([^\W\d_]+)\.?,?\s*(?:de\s+|del\s+)?(\d{4})")
_NAMED_DAY = re.compile(r"([^\W\d_]+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s*(\d{4})")
_WEEKDAY = re.compile(r"^([^\W\d_]+)[.,]{0,2}\s+|\s*[(（][^)）]*[)）]\s*")
_CLOCK = re.compile(
    r"(?P<before>午前|午後|上午|下午|am|pm|a\.m\.|p\.m\.)?\s*"
    r"(?P<hour>\d{1,2})(?:\s*[:.h時时点點]\s*(?P<minute>\d{2})?\s*分?(?:[:.](?P<second>\d{2})(?:\.\d+)?)?)?"
    r"\s*(?P<after>am|pm|a\.\s?m\.|p\.\s?m\.|ص|م|ق\.?ظ|ب\.?ظ|h)?$",
    re.I,
)
_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+-]\d{1,2})(?::?(\d{2}))?$|z$|^(?:utc|gmt)$", re.I)
_OFFSET_BEHIND = re.compile(
    r"(?<=[\dm.])\s*(z|utc|gmt|(?:utc|gmt)?\s*[+-]\d{1,2}(?::?\d{2})?)$", re.I
)
_ZONE_BEHIND = re.compile(r"\s\(?([A-Za-z_]+(?:/[A-Za-z_+\-0-9]+)+)\)?$")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})\s*[Tt]?\s*(\d{2}):?(\d{2})(?::?\d{2})?(?=\D|$)")
_AT = re.compile(r",?\s+(?:at|a las?|um|à|الساعة|في|ساعت)\s+(?=\d)", re.I)
"""What stands between a day and its hour in a sentence."""
_LATE = ("午後", "下午", "pm", "م", "بظ")
_EARLY = ("午前", "上午", "am", "ص", "قظ")
_JALALI = range(1380, 1450)
_FURTHEST = 14
"""Hours that a zone's clock is from UTC at most."""


class When(NamedTuple):
    """`wall` is YYYY-MM-DDTHH:MM in `zone`; `due_at` in UTC seconds.

    `file_wall` and `file_zone`: what the file says, where it names another zone than the usual.
    """

    due_at: int
    wall: str
    zone: str
    file_wall: str = ""
    file_zone: str = ""


class NotATime(ValueError):
    """The cell is no day, no hour, or no zone."""


def plain(text: str) -> str:
    """Digits of any script as 0 to 9, without marks of direction."""
    kept = (c for c in text if unicodedata.category(c) != "Cf")
    return "".join(
        str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else _SIGNS.get(c, c)
        for c in kept
    ).strip()


_SIGNS = dict(zip("：／－．٫−\u00a0\u202f", ":/-..-  ", strict=True))


def read_day(text: str, order: DateOrder | None) -> date:
    """Raises NotATime. Without an order, day first."""
    text = _without_weekday(plain(text).lower())
    if match := _YEAR_FIRST.fullmatch(text) or _EAST_ASIAN.fullmatch(text):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _YEAR_LAST.fullmatch(text):
        first, second = int(match[1]), int(match[2])
        day, month = (second, first) if order is DateOrder.MONTH_FIRST else (first, second)
        year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
        return _date(year, month, day)
    if (match := _DAY_NAMED.fullmatch(text)) and match[2] in _MONTHS:
        return _date(int(match[3]), _MONTHS[match[2]], int(match[1]))
    if (match := _NAMED_DAY.fullmatch(text)) and match[1] in _MONTHS:
        return _date(int(match[3]), _MONTHS[match[1]], int(match[2]))
    raise NotATime(text)


def read_hour(text: str) -> str:
    """HH:MM. Raises NotATime; a number alone is an hour only with am, pm or 時."""
    text = plain(text).lower()
    match = _CLOCK.fullmatch(text)
    if match is None or text.isdigit():
        raise NotATime(text)
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = re.sub(r"[.\s]", "", match["before"] or match["after"] or "")
    if half in _LATE and hour < 12:
        hour += 12
    elif half in _EARLY and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        raise NotATime(text)
    return f"{hour:02}:{minute:02}"


def read_zone(text: str, usual: str) -> str | timezone:
    """The name of a zone, or an offset. Raises NotATime."""
    named = plain(text)
    if not named:
        return usual
    if match := _OFFSET.fullmatch(named):
        return _offset(match)
    if is_zone(named) and not named.startswith(("/", ".")):
        return named
    raise NotATime(text)


def read_when(*, day: str, hour: str, zone: str, usual_zone: str, order: DateOrder | None) -> When:
    """`day` may hold the hour too, and `hour` be empty then. Raises NotATime with the cell."""
    own = read_zone(zone, usual_zone)
    day = plain(day)
    if not hour.strip():
        day, hour, offset = _parted(day)
        own = offset or own
    wall = f"{read_day(day, order).isoformat()}T{read_hour(hour)}"
    if isinstance(own, timezone):
        local = datetime.fromisoformat(wall).replace(tzinfo=own)
        due_at = int(local.astimezone(UTC).timestamp())
        # The shop's own clock, so that the queue shows one kind of hour.
        here = to_wall(due_at, usual_zone)
        there = ("", "") if here == wall else (wall, str(own))
        return When(due_at, here, usual_zone, *there)
    there = ("", "") if own == usual_zone else (wall, own)
    return When(from_wall(wall, own), wall, own, *there)


def order_in(cells: Iterable[str]) -> tuple[DateOrder | None, bool]:
    """The order of the dates that leave it open, and whether the cells prove it."""
    needed = False
    for cell in cells:
        match = _YEAR_LAST.match(_without_weekday(plain(cell).lower()))
        if match is None:
            continue
        needed = True
        first, second = int(match[1]), int(match[2])
        if first > 12 >= second:
            return DateOrder.DAY_FIRST, True
        if second > 12 >= first:
            return DateOrder.MONTH_FIRST, True
    return (DateOrder.DAY_FIRST, False) if needed else (None, True)


def _parted(text: str) -> tuple[str, str, str | timezone | None]:
    """A day and an hour that stand in one cell, and an offset or a zone behind them."""
    text = _COMPACT.sub(r"\1-\2-\3 \4:\5", text)
    text = re.sub(r"(?<=\d)[Tt](?=\d)|(?<=[日号號])(?=\d)", " ", text)
    offset: str | timezone | None = None
    if match := _OFFSET_BEHIND.search(text):
        clock = text[: match.start()]
        if ":" in clock:
            found = _OFFSET.fullmatch(match[1].strip())
            offset = _offset(found) if found else None
            text = clock.strip()
    elif match := _ZONE_BEHIND.search(text):
        offset, text = read_zone(match[1], ""), text[: match.start()].strip()
    text = _AT.sub(" ", text)
    pieces = re.split(r"[\s,،]+", text)
    for at in range(len(pieces) - 1, 0, -1):
        hour = " ".join(pieces[at:])
        if not _CLOCK.fullmatch(hour.lower()) or hour.isdigit():
            continue
        day = " ".join(pieces[:at])
        try:
            read_day(day, None)
        except NotATime:
            try:
                read_day(day, DateOrder.MONTH_FIRST)
            except NotATime:
                continue
        return day, hour, offset
    raise NotATime(text)


def _without_weekday(text: str) -> str:
    """The name of a month stays."""
    return _WEEKDAY.sub(lambda found: found[0] if found[1] in _MONTHS else "", text).strip()


def _offset(match: re.Match[str]) -> timezone:
    if match[1] is None:
        return UTC
    hours, minutes = int(match[1]), int(match[2] or 0)
    if abs(hours) > _FURTHEST or minutes > 59:
        raise NotATime(match[0])
    return timezone(timedelta(hours=hours, minutes=-minutes if match[1][0] == "-" else minutes))


def _date(year: int, month: int, day: int) -> date:
    try:
        if year in _JALALI:
            return _from_jalali(year, month, day)
        return date(year, month, day)
    except ValueError as error:
        raise NotATime(f"{year}-{month}-{day}") from error


def _from_jalali(year: int, month: int, day: int) -> date:
    """The Persian calendar, by its cycle of 33 years: right for 1380 to 1449."""
    length = 31 if month <= 6 else 30
    if not (1 <= month <= 12 and 1 <= day <= length):
        raise ValueError(month)
    # 1 Farvardin 1380 is 21 March 2001.
    leaps = sum(each % 33 in (1, 5, 9, 13, 17, 22, 26, 30) for each in range(1380, year))
    days = (year - 1380) * 365 + leaps + (month - 1) * 31 - max(month - 7, 0) + day - 1
    return date(2001, 3, 21) + timedelta(days=days)
