"""Reads a price as an owner types it, in any script and either way of writing thousands."""

from __future__ import annotations

import re
import unicodedata

_MARKS = {
    "€": "EUR", "£": "GBP", "$": "USD", "US$": "USD", "C$": "CAD", "CA$": "CAD", "A$": "AUD",
    "AU$": "AUD", "NZ$": "NZD", "MX$": "MXN", "R$": "BRL", "HK$": "HKD", "S$": "SGD",
    "¥": "JPY", "円": "JPY", "JP¥": "JPY", "元": "CNY", "块": "CNY", "CN¥": "CNY", "RMB": "CNY",
    "人民币": "CNY", "₹": "INR", "RS": "INR", "₩": "KRW", "원": "KRW", "₺": "TRY", "TL": "TRY",
    "₽": "RUB", "₴": "UAH", "₪": "ILS", "₫": "VND", "฿": "THB", "₱": "PHP", "₦": "NGN",
    "ZŁ": "PLN", "KČ": "CZK", "FT": "HUF", "KR": "SEK", "EURO": "EUR", "EUROS": "EUR",
    "DOLLAR": "USD", "DOLLARS": "USD", "DÓLARES": "USD", "PESOS": "MXN",
    "تومان": "IRT", "تومن": "IRT", "ریال": "IRR", "﷼": "IRR",
    "ر.س": "SAR", "ريال": "SAR", "د.إ": "AED", "درهم": "AED", "د.ك": "KWD", "ج.م": "EGP",
    "جنيه": "EGP", "د.م": "MAD", "دينار": "KWD", "يورو": "EUR", "دولار": "USD",
    "یورو": "EUR", "دلار": "USD", "美元": "USD", "欧元": "EUR", "ドル": "USD", "ユーロ": "EUR",
}  # fmt: skip
"""Signs and words for money. IRT, the Iranian toman, is no ISO code, but what shops count in."""

_SHARED = {
    "$": frozenset({"USD", "CAD", "AUD", "NZD", "MXN", "HKD", "SGD"}),
    "¥": frozenset({"JPY", "CNY"}),
    "KR": frozenset({"SEK", "NOK", "DKK", "ISK"}),
    "ريال": frozenset({"SAR", "QAR", "OMR", "YER"}),
    "﷼": frozenset({"IRR", "SAR", "QAR", "OMR", "YER"}),
    "RS": frozenset({"INR", "PKR", "LKR", "NPR"}),
    "دينار": frozenset({"KWD", "BHD", "JOD", "IQD", "TND", "DZD", "LYD"}),
    "درهم": frozenset({"AED", "MAD"}),
    "PESOS": frozenset({"MXN", "ARS", "CLP", "COP", "PHP", "UYU"}),
}
"""Marks that several moneys share: the shop's own is meant when it is one of them."""

_NO_MINOR = frozenset({"JPY", "KRW", "VND", "CLP", "ISK", "IRR", "IRT", "IQD", "HUF", "TWD"})
_THREE_MINOR = frozenset({"KWD", "BHD", "OMR", "JOD", "TND", "LYD"})
_MOST_MINOR = 10**15

_CODE = re.compile(r"[A-Z]{3}")
_GROUPS = "'’٬\u00a0\u202f "
_NUMBER = re.compile(r"\d[\d.,٫'’٬\u00a0\u202f ]*")
_WHOLE = re.compile(rf"\d+|\d{{1,3}}([.,{_GROUPS}])(?:\d{{2,3}}\1)*\d{{3}}")
_PART = re.compile(r"\d{0,3}")
_SILENT = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u2066\u2067\u2068\u2069"))
"""Direction marks, which come along when a price is pasted."""


def minor_digits(currency: str) -> int:
    """How many digits the currency has after its decimal sign, as shops write it."""
    if currency in _NO_MINOR:
        return 0
    return 3 if currency in _THREE_MINOR else 2


def sign_of(currency: str) -> str:
    """The sign that is no other currency's ("€", "₹"); empty where there is none."""
    return next(
        (
            mark
            for mark, code in _MARKS.items()
            if code == currency and mark not in _SHARED and unicodedata.category(mark[0]) == "Sc"
        ),
        "",
    )


def parse_price(text: str, *, currency: str = "") -> tuple[int, str] | None:
    """(minor units, currency code), or None when it is no price.

    `currency` is the shop's own: meant when the text names none, or one whose sign it shares.
    Without either the code is "". A lone separator before exactly three digits is one of
    thousands, unless the currency has three digits after its decimal sign.
    """
    plain = "".join(_digit(sign) for sign in text.translate(_SILENT)).strip()
    found = _NUMBER.search(plain)
    if found is None or _NUMBER.search(plain, found.end()):
        return None
    around = (plain[: found.start()] + " " + plain[found.end() :]).strip()
    code = _currency(around, currency)
    if code is None:
        return None
    return _minor(found[0].strip(_GROUPS + ".,"), code)


def _digit(sign: str) -> str:
    value = unicodedata.decimal(sign, None)
    if value is not None:
        return str(value)
    return {"，": ",", "．": "."}.get(sign, sign)


def _currency(mark: str, own: str) -> str | None:
    """None for words that are no money."""
    mark = unicodedata.normalize("NFKC", mark).upper().strip(" .")
    if not mark:
        return own
    code = _MARKS.get(mark)
    if code is None:
        return mark if _CODE.fullmatch(mark) else None
    return own if own in _SHARED.get(mark, ()) else code


def _minor(number: str, code: str) -> tuple[int, str] | None:
    digits = minor_digits(code)
    whole, part = _split(number, digits)
    if not _WHOLE.fullmatch(whole) or not _PART.fullmatch(part):
        return None
    if part[digits:].strip("0"):
        return None
    units = int("".join(filter(str.isdigit, whole)))
    minor = units * 10**digits + int((part + "000")[:digits] or 0)
    return (minor, code) if minor < _MOST_MINOR else None


def _split(number: str, digits: int) -> tuple[str, str]:
    """What stands before and after the decimal sign."""
    if "٫" in number:
        whole, _, part = number.partition("٫")
        return whole, part
    last = max(number.rfind("."), number.rfind(","))
    if last < 0:
        return number, ""
    sign, head, tail = number[last], number[:last], number[last + 1 :]
    if sign in head:
        return number, ""
    thousands = len(tail) == 3 and head.isdigit() and head != "0"
    if thousands and not (digits == 3 and sign == "."):
        return number, ""
    return head, tail
