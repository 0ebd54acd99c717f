"""Which view of the queue is shown, and which week or month: remembered to the next start."""

from __future__ import annotations

from datetime import date, timedelta

from services.settings import QUEUE_AT, QUEUE_VIEW, Settings
from ui.queue.week import DAYS, first_of_week, month_days, months_on

VIEWS = ("week", "month", "list")


class ShownDays:
    """`first_weekday`: 1 Monday to 7 Sunday."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        view = settings.get(QUEUE_VIEW)
        self._view = view if view in VIEWS else ""
        self._day = _read_day(settings.get(QUEUE_AT))

    @property
    def view(self) -> str:
        """As the owner chose it; "" while the width of the window chooses."""
        return self._view

    def choose(self, view: str) -> None:
        self._view = view
        self._settings.remember(QUEUE_VIEW, view)

    def show(self, day: date | None) -> None:
        """The week and the month that hold this day; None: today's."""
        if day != self._day:
            self._day = day
            self._settings.remember(QUEUE_AT, "" if day is None else day.isoformat())

    def turn(self, step: int, *, by_month: bool, today: date, first_weekday: int) -> None:
        """-1 and 1 go back and forth, 0 to today."""
        here = self.day(today)
        if step == 0:
            there = today
        elif by_month:
            there = months_on(here, step)
        else:
            there = first_of_week(here, first_weekday) + timedelta(days=DAYS * step)
        if by_month:
            same = months_on(there, 0) == months_on(today, 0)
        else:
            same = first_of_week(there, first_weekday) == first_of_week(today, first_weekday)
        self.show(None if same else there)

    def day(self, today: date) -> date:
        return today if self._day is None else self._day

    def week(self, today: date, first_weekday: int) -> date:
        return first_of_week(self.day(today), first_weekday)

    def weeks_away(self, today: date, first_weekday: int) -> int:
        here = first_of_week(today, first_weekday)
        return (self.week(today, first_weekday) - here).days // DAYS

    def month(self, today: date, first_weekday: int) -> tuple[date, int]:
        return month_days(self.day(today), first_weekday)


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
