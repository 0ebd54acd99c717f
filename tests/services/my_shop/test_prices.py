from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.my_shop.prices import minor_digits, parse_price, sign_of


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("€12,50", (1250, "EUR")),
        ("12.50 EUR", (1250, "EUR")),
        ("1.234,50 €", (123450, "EUR")),
        ("$1,234.50", (123450, "USD")),
        ("1\u202f234,50 €", (123450, "EUR")),
        ("CHF 1'299.90", (129990, "CHF")),
        ("₹1,23,456.50", (12345650, "INR")),
        ("£7", (700, "GBP")),
        ("12,5 zł", (1250, "PLN")),
        ("kr 99", (9900, "SEK")),
        ("¥1,200", (1200, "JPY")),
        ("１２００円", (1200, "JPY")),
        ("33.5元", (3350, "CNY")),
        ("۱۲۳٬۰۰۰ تومان", (123000, "IRT")),
        ("٢٤٫٥٠ ر.س", (2450, "SAR")),
        ("\u200f۵۰۰٬۰۰۰ ریال", (500000, "IRR")),
        ("﷼ 5000", (5000, "IRR")),
        ("12.500 KWD", (12500, "KWD")),
        ("12,500 KWD", (12500000, "KWD")),
        ("1500", (150000, "")),
        ("12.500", (1250000, "")),
        ("1200.00 JPY", (1200, "JPY")),
        ("0.500", (50, "")),
    ],
)
def test_prices_as_people_write_them(text: str, price: tuple[int, str]) -> None:
    assert parse_price(text) == price


@pytest.mark.parametrize(
    "text",
    ["", "free", "-3", "€", "3 for 2", "12 pieces", "1,5,0", "1.2.3,4", "0.505", "12.345,6,7",
     "99¢", "1200.50 JPY", "12.3456", "9" * 30, "5 5", "1\ud800", "½"],
)  # fmt: skip
def test_what_is_no_price(text: str) -> None:
    assert parse_price(text) is None


def test_the_shops_own_money_is_meant_where_a_sign_is_shared() -> None:
    assert parse_price("12,50", currency="EUR") == (1250, "EUR")
    assert parse_price("$12", currency="CAD") == (1200, "CAD")
    assert parse_price("$12", currency="EUR") == (1200, "USD")
    assert parse_price("¥12", currency="CNY") == (1200, "CNY")
    assert parse_price("12 kr", currency="NOK") == (1200, "NOK")
    assert parse_price("£12", currency="EUR") == (1200, "GBP")


@given(st.integers(0, 10**9), st.sampled_from(["EUR", "JPY", "KWD", "USD", "IRT"]))
def test_what_is_written_plainly_is_read_back(minor: int, code: str) -> None:
    digits = minor_digits(code)
    whole, part = divmod(minor, 10**digits)
    text = f"{whole}.{part:0{digits}d} {code}" if digits else f"{whole} {code}"
    assert parse_price(text) == (minor, code)


@given(st.integers(0, 10**8), st.sampled_from([",.", ".,", " ,", "'."]))
def test_thousands_in_any_manner(cents: int, signs: str) -> None:
    group, point = signs
    text = f"{cents // 100:,}".replace(",", group) + f"{point}{cents % 100:02d} €"
    assert parse_price(text) == (cents, "EUR")


@given(st.text(max_size=40))
def test_any_text_is_a_price_or_none(text: str) -> None:
    found = parse_price(text, currency="EUR")
    assert found is None or found[0] >= 0


@pytest.mark.parametrize(
    ("currency", "sign"),
    [("EUR", "€"), ("GBP", "£"), ("INR", "₹"), ("USD", ""), ("JPY", ""), ("IRR", ""), ("CHF", "")],
)
def test_a_sign_is_given_only_where_it_means_one_money(currency: str, sign: str) -> None:
    assert sign_of(currency) == sign
    assert not sign or parse_price(f"{sign}5") == (5 * 10 ** minor_digits(currency), currency)
