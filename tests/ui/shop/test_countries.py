from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from services.clock import is_zone
from ui.shop.countries import countries, week_from, working_days, zone_in, zones_of
from ui.shop.hours_words import in_order, usual_choices
from ui.shop.money_words import currency_of, price_typed, price_words


def test_every_country_has_a_name_and_a_clock_we_know() -> None:
    found = countries()
    assert len(found) > 200
    assert len({country.code for country in found}) == len(found)
    for country in found:
        assert country.name.strip()
        zone = zone_in(country.code, system="UTC")
        assert is_zone(zone), (country, zone)


def test_its_own_name_is_shown_where_it_can_be_read() -> None:
    names = {country.code: country.name for country in countries()}
    assert names["ES"] == "Spain · España"
    assert names["GB"] == "United Kingdom"
    assert names["JP"] == "Japan"


@pytest.mark.parametrize(
    ("country", "system", "zone"),
    [
        ("ES", "Atlantic/Canary", "Atlantic/Canary"),
        ("ES", "Asia/Tokyo", "Europe/Madrid"),
        ("US", "UTC", "America/New_York"),
        ("JP", "UTC", "Asia/Tokyo"),
        ("", "Asia/Tehran", "Asia/Tehran"),
    ],
)
def test_the_clock_is_the_systems_when_it_is_in_the_country(
    country: str, system: str, zone: str
) -> None:
    assert zone_in(country, system=system) == zone
    assert zone in (*zones_of(country), system)


def test_a_week_begins_and_rests_where_the_country_does() -> None:
    assert working_days("DE") == (0, 1, 2, 3, 4)
    assert 4 not in working_days("SA")
    assert list(week_from(QLocale("de_DE"))) == [0, 1, 2, 3, 4, 5, 6]
    assert week_from(QLocale("en_US"))[0] == 6
    assert week_from(QLocale("fa_IR"))[0] == 5


def test_usual_hours_are_the_countrys_own() -> None:
    english = QLocale("en_GB")
    german = usual_choices(working_days("DE"), english)
    assert [choice.words for choice in german] == [
        "Mon–Sat 09:00–18:00",
        "Mon–Fri 09:00–18:00",
        "Every day 10:00–20:00",
    ]
    saudi = usual_choices((6, 0, 1, 2, 3), english)
    assert [choice.words for choice in saudi][:2] == ["Sat–Thu 09:00–18:00", "Sun–Thu 09:00–18:00"]
    closed = [day.weekday for day in saudi[0].hours if day.closed]
    assert closed == [4]


def test_days_are_named_from_after_the_gap() -> None:
    assert in_order({5, 6, 0, 1}) == (5, 6, 0, 1)
    assert in_order({0, 1, 2}) == (0, 1, 2)


@pytest.mark.parametrize(
    ("minor", "currency", "country", "words", "typed"),
    [
        (2450, "EUR", "PT", "€24.50", "24.50"),
        (1800, "JPY", "JP", "￥1,800", "1800"),
        (12_345, "KWD", "KW", None, "12.345"),
        (2450, "USD", "PT", "USD24.50", "24.50 USD"),
        (None, "EUR", "PT", "", ""),
        (2450, "", "", "24.50", "24.50"),
    ],
)
def test_prices_are_written_as_the_country_does(
    minor: int | None, currency: str, country: str, words: str | None, typed: str
) -> None:
    shown = price_words(minor, currency, country=country, locale=QLocale("en_US"))
    if words is not None:
        assert shown.replace("\u00a0", "") == words
    assert price_typed(minor, currency, country=country) == typed


def test_a_country_has_its_money() -> None:
    assert (currency_of("PT"), currency_of("JP"), currency_of("")) == ("EUR", "JPY", "")
