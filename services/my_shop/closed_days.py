"""The days on which the shop is closed: weekdays, days the owner closes, public holidays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from services.my_shop.public_holidays import PublicHolidays
from services.store.database import Database
from services.text.clean import clean

LONGEST = 366
"""Days the owner can close at once."""


class ClosedKind(StrEnum):
    WEEKDAY = "weekday"
    """Closed every week."""
    CLOSED = "closed"
    """Closed by the owner, on that day."""
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """`name` is the owner's, or the holiday's; "" for a weekday or where none was given."""

    name: str
    kind: ClosedKind


@dataclass(frozen=True, slots=True)
class Closure:
    """Days closed by the owner in a row, under one name."""

    first: date
    last: date
    name: str


@dataclass(frozen=True, slots=True)
class Holiday:
    """`open`: the owner keeps the shop open on it."""

    day: date
    name: str
    open: bool


class ClosedDays:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._holidays = PublicHolidays(database)

    def between(
        self, account_id: str, first: date, last: date, *, language: str = ""
    ) -> Mapping[date, ClosedDay]:
        """Both ends are within. `language` of the holidays' names ("zh_CN"), "": the country's.

        Where a day is closed for several reasons: the owner's word, the holiday, the weekday.
        All of them pause the queue alike.
        """
        found = {
            day: ClosedDay("", ClosedKind.WEEKDAY) for day in self._off(account_id, first, last)
        }
        for one in self._kept_holidays(account_id, first, last, language):
            if not one.open:
                found[one.day] = ClosedDay(one.name, ClosedKind.HOLIDAY)
        for day, name in self._said(account_id, first, last).items():
            if name is None:
                found.pop(day, None)
            else:
                found[day] = ClosedDay(name, ClosedKind.CLOSED)
        return found

    def weekdays(self, account_id: str) -> frozenset[int]:
        """Those closed every week, Monday is 0. A shop that never opens sells online: none."""
        weekdays = frozenset(
            row["weekday"]
            for row in self._database.connection.execute(
                "SELECT weekday FROM opening_hours WHERE account_id = ? "
                "AND (opens IS NULL OR closes IS NULL)",
                (account_id,),
            )
        )
        return frozenset() if len(weekdays) == 7 else weekdays

    def work_out(self, account_id: str, today: date, *, language: str = "") -> None:
        """In a lane, ahead of whoever asks in the window: a new year of holidays takes its time."""
        far = today + timedelta(days=2 * LONGEST)
        for each in {"", language}:
            self.between(account_id, today - timedelta(days=31), far, language=each)

    def is_paused(self, account_id: str, day: date) -> bool:
        return day in self.between(account_id, day, day)

    def close(self, account_id: str, first: date, last: date, name: str = "") -> None:
        """Raises ValueError for days that end before they begin, or for more than a year."""
        if not 0 <= (last - first).days < LONGEST:
            raise ValueError(f"{first} to {last}")
        name = " ".join(clean(name)[0].split())
        with self._database.transaction() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO closed_day(account_id, day, open, name) "
                "VALUES (?, ?, 0, ?)",
                [(account_id, day.isoformat(), name) for day in _days(first, last)],
            )

    def open(self, account_id: str, day: date) -> None:
        """Open after all, whatever closed it."""
        self._set_open(account_id, day, day)

    def open_again(self, account_id: str, closure: Closure) -> None:
        """Takes a closure back; a holiday within it is one as before."""
        with self._database.transaction() as connection:
            connection.execute(
                "DELETE FROM closed_day WHERE account_id = ? AND open = 0 AND day BETWEEN ? AND ?",
                (account_id, closure.first.isoformat(), closure.last.isoformat()),
            )

    def keep_holiday(self, account_id: str, day: date) -> None:
        """The owner no longer keeps the shop open on this holiday."""
        with self._database.transaction() as connection:
            connection.execute(
                "DELETE FROM closed_day WHERE account_id = ? AND open = 1 AND day = ?",
                (account_id, day.isoformat()),
            )

    def closures(self, account_id: str, since: date) -> tuple[Closure, ...]:
        """Those that end then or later; one that has begun is whole."""
        far = since + timedelta(days=2 * LONGEST)
        said = self._said(account_id, since - timedelta(days=LONGEST), far)
        found: list[Closure] = []
        for day, name in said.items():
            if name is None:
                continue
            before = found[-1] if found else None
            if before and before.name == name and before.last == day - timedelta(days=1):
                found[-1] = Closure(before.first, day, name)
            else:
                found.append(Closure(day, day, name))
        return tuple(one for one in found if one.last >= since)

    def next_holidays(
        self, account_id: str, since: date, *, count: int = 3, language: str = ""
    ) -> tuple[Holiday, ...]:
        """The next ones, within a year, of a shop that keeps them."""
        last = since + timedelta(days=LONGEST)
        return tuple(self._kept_holidays(account_id, since, last, language))[:count]

    def _set_open(self, account_id: str, first: date, last: date) -> None:
        with self._database.transaction() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO closed_day(account_id, day, open) VALUES (?, ?, 1)",
                [(account_id, day.isoformat()) for day in _days(first, last)],
            )

    def _off(self, account_id: str, first: date, last: date) -> list[date]:
        weekdays = self.weekdays(account_id)
        return [day for day in _days(first, last) if day.weekday() in weekdays] if weekdays else []

    def _said(self, account_id: str, first: date, last: date) -> dict[date, str | None]:
        """What the owner said of days, in their order: the closure's name, None for open."""
        rows = self._database.connection.execute(
            "SELECT day, open, name FROM closed_day WHERE account_id = ? "
            "AND day BETWEEN ? AND ? ORDER BY day",
            (account_id, first.isoformat(), last.isoformat()),
        )
        return {
            date.fromisoformat(row["day"]): None if row["open"] else row["name"] for row in rows
        }

    def _kept_holidays(
        self, account_id: str, first: date, last: date, language: str
    ) -> Iterator[Holiday]:
        row = self._database.connection.execute(
            "SELECT country, region FROM shop_profile WHERE account_id = ? AND keeps_holidays = 1",
            (account_id,),
        ).fetchone()
        if row is None:
            return
        said = self._said(account_id, first, last)
        for year in range(first.year, last.year + 1):
            named = self._holidays.of_year(
                row["country"], year, region=row["region"], language=language
            )
            for day, name in named.items():
                if first <= day <= last:
                    yield Holiday(day, name, open=said.get(day, "") is None)


def _days(first: date, last: date) -> Iterator[date]:
    for away in range((last - first).days + 1):
        yield first + timedelta(days=away)
