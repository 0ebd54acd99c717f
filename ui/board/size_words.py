"""How large a picture is, in the owner's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

_MEGA = 1_000_000
_KILO = 1_000


def pixel_words(width: int, height: int, locale: QLocale) -> str:
    """`4096 × 2304`, the width first in every language; no thousands are parted in pixels."""
    whole = QLocale(locale)
    whole.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return f"\u2066{whole.toString(width)}\u200e × \u200e{whole.toString(height)}\u2069"


def size_words(width: int, height: int, size: int, locale: QLocale) -> str:
    """`4096 × 2304, 2.1 MB`; `size` in bytes."""
    return f"{pixel_words(width, height, locale)}, {byte_words(size, locale)}"


def byte_words(size: int, locale: QLocale) -> str:
    """`641 KB`, `2.1 MB`; `size` in bytes."""
    translate = QCoreApplication.translate
    if size < _MEGA:
        words = translate("PictureSize", "{number} KB")
        number = locale.toString(max(1, round(size / _KILO)))
    else:
        words = translate("PictureSize", "{number} MB")
        number = locale.toString(size / _MEGA, "f", 1)
    return words.format(number=number)
