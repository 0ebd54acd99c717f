"""Prices of products as the shop's country writes them."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from services.my_shop.prices import minor_digits, sign_of


def currency_of(country: str) -> str:
    """ISO code of the country's money; empty where it is not known."""
    if not country:
        return ""
    locale = QLocale(QLocale.Language.AnyLanguage, QLocale.codeToTerritory(country))
    return locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)


def price_words(minor: int | None, currency: str, *, country: str, locale: QLocale) -> str:
    """`€24.50`; the code stands for a sign that could mean another money in this country."""
    if minor is None:
        return ""
    digits = minor_digits(currency)
    amount = minor / 10**digits
    if not currency:
        return locale.toString(amount, "f", digits)
    sign = sign_of(currency) or currency
    if currency == currency_of(country):
        home = QLocale(QLocale.Language.AnyLanguage, QLocale.codeToTerritory(country))
        sign = home.currencySymbol(QLocale.CurrencySymbolFormat.CurrencySymbol) or sign
    words = locale.toCurrencyString(amount, sign, digits)
    if sign == currency and words.startswith(sign):
        # Qt writes a code as close as a sign: EUR9.00.
        return f"{sign}\u00a0{words.removeprefix(sign).lstrip()}"
    return words


def price_typed(minor: int | None, currency: str, *, country: str) -> str:
    """As it stands in its field: `24.50`, with the code where it is not the shop's own money."""
    if minor is None:
        return ""
    digits = minor_digits(currency)
    amount = f"{minor / 10**digits:.{digits}f}"
    own = currency in ("", currency_of(country))
    return amount if own else f"{amount} {currency}"
