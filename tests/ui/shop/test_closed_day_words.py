"""Closed days in lines: a day of next year is not to be taken for one of this year."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale

from services.my_shop.closed_days import Closure, Holiday
from ui.shop.closed_day_words import closure_line, holiday_line

TODAY = QDate(2026, 11, 20)


def test_next_year_s_days_have_their_year(qapp: object) -> None:
    of = QLocale("en_GB")
    one = Closure(date(2027, 1, 4), date(2027, 1, 4), "Stocktaking")
    assert closure_line(one, of, today=TODAY).when == "Mon 4 Jan 2027"
    some = Closure(date(2026, 12, 27), date(2027, 1, 4), "お休み")
    assert closure_line(some, of, today=TODAY).when == "27 Dec 2026 – 4 Jan 2027"
    new_year = Holiday(date(2027, 1, 1), "رأس السنة", open=False)
    assert holiday_line(new_year, of, today=TODAY).when == "Fri 1 Jan 2027"
    christmas = Holiday(date(2026, 12, 25), "Christmas", open=False)
    assert holiday_line(christmas, of, today=TODAY).when == "Fri 25 Dec"
