from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, QLocale

from services.clock import from_wall
from ui import when
from ui.shown_text import shown_text

DAY = QDate(2026, 11, 24)


@pytest.mark.parametrize(
    ("locale", "head", "short", "long"),
    [
        ("en_GB", "Tue 24", "24 Nov", "24 November"),
        ("en_US", "Tue 24", "Nov 24", "November 24"),
        ("es_ES", "mar 24", "24 de nov", "24 de noviembre"),
        ("ar_EG", "الثلاثاء ٢٤", "٢٤ نوفمبر", "٢٤ نوفمبر"),
        ("fa_IR", "سه‌شنبه ۲۴", "۲۴ نوامبر", "۲۴ نوامبر"),
        ("ja_JP", "火 24", "11月24日", "11月24日"),
        ("zh_CN", "周二 24", "11月24日", "11月24日"),
    ],
)
def test_days_are_written_as_the_locale_does(
    qapp: object, locale: str, head: str, short: str, long: str
) -> None:
    of = QLocale(locale)
    assert when.day_head(of, DAY) == head
    assert when.day_month(of, DAY) == short
    assert when.day_month(of, DAY, long=True) == long


@pytest.mark.parametrize(
    ("locale", "words"),
    [("en_GB", "Tue 24 Nov"), ("en_US", "Tue Nov 24"), ("ja_JP", "火 11月24日")],
)
def test_a_day_with_its_weekday_keeps_the_locale_s_order(
    qapp: object, locale: str, words: str
) -> None:
    assert when.weekday_day(QLocale(locale), DAY) == words


def test_the_day_and_hour_are_those_of_the_shop_s_zone(qapp: object) -> None:
    at = from_wall("2026-11-24T00:30", "Asia/Tokyo")
    assert when.date_of(at, "Asia/Tokyo") == DAY
    assert when.date_of(at, "America/New_York") == QDate(2026, 11, 23)
    assert when.clock_time(QLocale("en_GB"), at, "America/New_York") == "10:30"


@pytest.mark.parametrize(
    ("away", "name"),
    [(0, "Today"), (-1, "Yesterday"), (1, "Tomorrow"), (4, "Saturday, 28 November")],
)
def test_near_days_have_names(qapp: object, away: int, name: str) -> None:
    assert when.named_day(QLocale("en_GB"), DAY.addDays(away), DAY) == name


@pytest.mark.parametrize(
    ("locale", "short", "long"),
    [
        ("en_GB", "24 Nov 2026", "24 November 2026"),
        ("en_US", "Nov 24, 2026", "November 24, 2026"),
        ("es_ES", "24 de nov de 2026", "24 de noviembre de 2026"),
        ("ar_EG", "٢٤ نوفمبر ٢٠٢٦", "٢٤ نوفمبر ٢٠٢٦"),
        ("fa_IR", "۲۴ نوامبر ۲۰۲۶", "۲۴ نوامبر ۲۰۲۶"),
        ("ja_JP", "2026年11月24日", "2026年11月24日"),
        ("zh_CN", "2026年11月24日", "2026年11月24日"),
    ],
)
def test_another_year_s_day_has_its_year(qapp: object, locale: str, short: str, long: str) -> None:
    of, today = QLocale(locale), QDate(2027, 1, 2)
    assert when.day_month(of, DAY, today=today) == short
    assert when.day_month(of, DAY, long=True, today=today) == long
    assert when.weekday_day(of, DAY, today=today).endswith(short)
    assert when.long_day(of, DAY, today=today).endswith(long)
    assert when.day_month(of, DAY, today=QDate(2026, 1, 2)) == when.day_month(of, DAY)


def test_a_span_over_the_new_year_names_both_years(qapp: object) -> None:
    of, first, last = QLocale("en_GB"), QDate(2026, 12, 28), QDate(2027, 1, 3)
    assert when.span(of, first, last, today=DAY) == "28 Dec 2026 – 3 Jan 2027"
    assert when.span(of, last, last.addDays(6), today=DAY) == "3 Jan 2027 – 9 Jan 2027"
    assert when.span(of, DAY, DAY.addDays(6), today=DAY) == "24 Nov – 30 Nov"


def test_near_days_of_another_year_have_it(qapp: object) -> None:
    assert when.named_day(QLocale("en_GB"), DAY.addDays(60), DAY) == "Saturday, 23 January 2027"


def test_far_days_have_their_year(qapp: object) -> None:
    assert "2025" in when.named_day(QLocale("en_GB"), DAY.addDays(-365), DAY)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(-5, "1 min"), (59, "1 min"), (300, "5 min"), (7_300, "2 h"), (86_400 * 3, "3 d")],
)
def test_short_ages(qapp: object, seconds: int, words: str) -> None:
    assert when.short_age(seconds) == words


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("@tea @maya Do you ship?", "Do you ship?"),
        ("شكراً @tea", "شكراً @tea"),
        ("The blue ones are in.\n\nhttps://t.co/wRPDWatr3B", "The blue ones are in."),
        ("@tea", "@tea"),
        ("https://t.co/wRPDWatr3B", "https://t.co/wRPDWatr3B"),
    ],
)
def test_rows_show_words_without_x_s_noise(text: str, shown: str) -> None:
    assert shown_text(text) == shown
