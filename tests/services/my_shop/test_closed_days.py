from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.my_shop import public_holidays
from services.my_shop.closed_days import ClosedDay, ClosedKind, Closure, Holiday
from services.my_shop.profiles import USUAL_HOURS, DayHours
from services.shop import Shop

FRIDAY = date(2026, 11, 20)
SUNDAY = date(2026, 11, 22)
CHRISTMAS = date(2026, 12, 25)
YEAR = timedelta(days=365)


@pytest.fixture
def own(shop: Shop) -> str:
    return shop.accounts.start_own_shop(handle="shop", zone="Europe/Madrid").id


def _card(shop: Shop, account_id: str, **changes: Any) -> None:
    shop.profiles.save(account_id, replace(shop.profiles.get(account_id), **changes))


def _names(shop: Shop, own: str, first: date, last: date, language: str = "") -> dict[str, str]:
    found = shop.closed_days.between(own, first, last, language=language)
    return {day.isoformat(): one.name for day, one in found.items()}


def test_a_shop_that_said_nothing_is_never_closed(shop: Shop, own: str) -> None:
    assert shop.closed_days.between(own, FRIDAY, FRIDAY + YEAR) == {}


def test_a_closed_weekday_is_closed_as_any_other_closed_day(shop: Shop, own: str) -> None:
    _card(shop, own, hours=USUAL_HOURS)
    week = shop.closed_days.between(own, FRIDAY, FRIDAY + timedelta(days=6))
    assert week == {SUNDAY: ClosedDay("", ClosedKind.WEEKDAY)}
    assert shop.closed_days.is_paused(own, SUNDAY)
    assert shop.closed_days.weekdays(own) == {SUNDAY.weekday()}


def test_a_shop_that_never_opens_keeps_no_days(shop: Shop, own: str) -> None:
    _card(shop, own, hours=tuple(DayHours(day) for day in range(7)))
    assert shop.closed_days.weekdays(own) == frozenset()
    assert shop.closed_days.between(own, FRIDAY, FRIDAY + YEAR) == {}


def test_days_the_owner_closes(shop: Shop, own: str) -> None:
    days = shop.closed_days
    last = FRIDAY + timedelta(days=2)
    days.close(own, FRIDAY, last, "  Feria  🎪 ")
    days.close(own, date(2027, 8, 1), date(2027, 8, 31), "تعطیلات تابستان")
    assert days.between(own, FRIDAY, FRIDAY) == {FRIDAY: ClosedDay("Feria 🎪", ClosedKind.CLOSED)}
    assert days.is_paused(own, last)
    assert not days.is_paused(own, last + timedelta(days=1))
    assert days.closures(own, last) == (
        Closure(FRIDAY, last, "Feria 🎪"),
        Closure(date(2027, 8, 1), date(2027, 8, 31), "تعطیلات تابستان"),
    )
    days.open_again(own, days.closures(own, last)[0])
    assert [one.name for one in days.closures(own, FRIDAY)] == ["تعطیلات تابستان"]


def test_one_day_of_a_closure_may_be_opened(shop: Shop, own: str) -> None:
    middle = FRIDAY + timedelta(days=1)
    shop.closed_days.close(own, FRIDAY, FRIDAY + timedelta(days=2), "Feria")
    shop.closed_days.open(own, middle)
    assert not shop.closed_days.is_paused(own, middle)
    assert len(shop.closed_days.closures(own, FRIDAY)) == 2


def test_one_sunday_may_be_opened(shop: Shop, own: str) -> None:
    _card(shop, own, hours=USUAL_HOURS)
    shop.closed_days.open(own, SUNDAY)
    assert not shop.closed_days.is_paused(own, SUNDAY)
    assert shop.closed_days.is_paused(own, SUNDAY + timedelta(days=7))


@pytest.mark.parametrize("days", [-1, 366, 100_000])
def test_no_closure_ends_before_it_begins_or_lasts_over_a_year(
    shop: Shop, own: str, days: int
) -> None:
    with pytest.raises(ValueError, match="2026-11-20 to"):
        shop.closed_days.close(own, FRIDAY, FRIDAY + timedelta(days=days), "")


@pytest.mark.parametrize(
    ("country", "region", "language", "day", "name"),
    [
        ("ES", "CT", "es", "2026-09-11", "Fiesta Nacional de Cataluña"),
        ("ES", "", "en", "2026-12-25", "Christmas Day"),
        ("ES", "Nowhere", "ja", "2026-12-25", "Natividad del Señor"),
        ("IR", "", "fa", "2026-02-11", "پیروزی انقلاب اسلامی"),
        ("SA", "", "ar", "2026-09-23", "اليوم الوطني"),
        ("JP", "", "ja", "2026-01-01", "元日"),
        ("CN", "", "zh_CN", "2026-10-01", "国庆节"),
        ("MX", "", "es", "2026-09-16", "Día de la Independencia"),
        ("IC", "", "es", "2026-05-30", "Día de Canarias"),
        ("US", "", "en", "2026-11-26", "Thanksgiving Day"),
    ],
)
def test_public_holidays_in_the_owners_language(
    shop: Shop, own: str, country: str, region: str, language: str, day: str, name: str
) -> None:
    _card(shop, own, country=country, region=region, keeps_holidays=True)
    first = date.fromisoformat(day)
    assert _names(shop, own, first, first, language) == {day: name}
    _card(shop, own, keeps_holidays=False)
    assert _names(shop, own, first, first, language) == {}


def test_a_region_has_holidays_the_country_has_not(shop: Shop, own: str) -> None:
    _card(shop, own, country="ES", keeps_holidays=True)
    assert not shop.closed_days.is_paused(own, date(2026, 9, 11))
    _card(shop, own, region="CT")
    assert shop.closed_days.is_paused(own, date(2026, 9, 11))


def test_the_owner_may_keep_a_holiday_open(shop: Shop, own: str) -> None:
    days = shop.closed_days
    _card(shop, own, country="ES", keeps_holidays=True)
    since = date(2026, 12, 20)
    assert days.next_holidays(own, since, count=2, language="en") == (
        Holiday(CHRISTMAS, "Christmas Day", open=False),
        Holiday(date(2027, 1, 1), "New Year's Day", open=False),
    )
    days.open(own, CHRISTMAS)
    assert days.next_holidays(own, since)[0].open
    assert not days.is_paused(own, CHRISTMAS)
    days.keep_holiday(own, CHRISTMAS)
    assert days.is_paused(own, CHRISTMAS)


def test_the_owners_word_stands_above_the_holiday(shop: Shop, own: str) -> None:
    _card(shop, own, country="ES", keeps_holidays=True, hours=USUAL_HOURS)
    shop.closed_days.close(own, CHRISTMAS, CHRISTMAS, "With the family")
    kept = shop.closed_days.between(own, CHRISTMAS, CHRISTMAS)
    assert kept[CHRISTMAS] == ClosedDay("With the family", ClosedKind.CLOSED)
    shop.closed_days.open_again(own, shop.closed_days.closures(own, CHRISTMAS)[0])
    assert shop.closed_days.between(own, CHRISTMAS, CHRISTMAS)[CHRISTMAS].kind is ClosedKind.HOLIDAY


@pytest.mark.parametrize("country", ["", "XX", "?", "Ā"])
def test_an_unknown_country_has_no_holidays(shop: Shop, own: str, country: str) -> None:
    _card(shop, own, country=country, keeps_holidays=True)
    assert shop.closed_days.next_holidays(own, FRIDAY) == ()
    assert public_holidays.regions(country) == ()
    assert not public_holidays.is_known(country)


def test_regions_have_names() -> None:
    named = {one.code: one.name for one in public_holidays.regions("US")}
    assert (named["CA"], named["NY"]) == ("California", "New York")
    assert public_holidays.regions("JP") == ()


def test_a_year_is_worked_out_once(shop: Shop, own: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _card(shop, own, country="ES", keeps_holidays=True)
    before = shop.closed_days.next_holidays(own, FRIDAY)
    monkeypatch.setitem(sys.modules, "holidays", None)
    assert shop.closed_days.next_holidays(own, FRIDAY) == before
    monkeypatch.setattr(public_holidays, "VERSION", "0.0.0")
    with pytest.raises(ImportError):
        shop.closed_days.next_holidays(own, FRIDAY)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    spans=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 9)), max_size=5),
    opened=st.sets(st.integers(0, 70), max_size=5),
)
def test_closures_are_the_closed_days_and_nothing_else(
    shop: Shop, own: str, spans: list[tuple[int, int]], opened: set[int]
) -> None:
    for closure in shop.closed_days.closures(own, FRIDAY):
        shop.closed_days.open_again(own, closure)
    wanted: set[date] = set()
    for start, more in spans:
        days = [FRIDAY + timedelta(days=start + n) for n in range(more + 1)]
        shop.closed_days.close(own, days[0], days[-1], "Closed")
        wanted |= set(days)
    for away in opened:
        shop.closed_days.open(own, FRIDAY + timedelta(days=away))
        wanted -= {FRIDAY + timedelta(days=away)}
    told = shop.closed_days.closures(own, FRIDAY)
    days = [
        one.first + timedelta(n) for one in told for n in range((one.last - one.first).days + 1)
    ]
    assert sorted(wanted) == days
    assert set(shop.closed_days.between(own, FRIDAY, FRIDAY + timedelta(days=90))) == wanted


def test_what_was_worked_out_ahead_needs_no_library(
    shop: Shop, own: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes a fifth of a second to load: in a lane, and not when the window asks."""
    _card(shop, own, country="ES", keeps_holidays=True)
    shop.closed_days.work_out(own, FRIDAY, language="en")
    monkeypatch.setitem(sys.modules, "holidays", None)
    assert shop.slots.next_free(own) is not None
    year = shop.closed_days.between(own, FRIDAY, FRIDAY + YEAR, language="en")
    assert year[CHRISTMAS].name == "Christmas Day"
