from PySide6.QtCore import QLocale

from ui.shop.money_words import price_words

ENGLISH, GERMAN = QLocale("en_US"), QLocale("de_DE")


def test_a_sign_stands_close_and_a_code_apart(qapp: object) -> None:
    assert price_words(900, "EUR", country="PT", locale=ENGLISH) == "€9.00"
    assert price_words(900, "EUR", country="", locale=ENGLISH) == "EUR\u00a09.00"
    assert price_words(900, "EUR", country="", locale=GERMAN).endswith("\u00a0EUR")
    assert price_words(None, "EUR", country="PT", locale=ENGLISH) == ""
