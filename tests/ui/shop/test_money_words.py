import pytest
from PySide6.QtCore import QLocale

from ui.shop.money_words import price_words

ENGLISH, GERMAN = QLocale("en_US"), QLocale("de_DE")


def test_a_sign_stands_close_and_a_code_apart(qapp: object) -> None:
    assert price_words(900, "EUR", country="PT", locale=ENGLISH) == "€9.00"
    assert price_words(900, "SEK", country="", locale=ENGLISH) == "SEK\u00a09.00"
    assert price_words(900, "SEK", country="", locale=GERMAN).endswith("\u00a0SEK")
    assert price_words(None, "EUR", country="PT", locale=ENGLISH) == ""


@pytest.mark.parametrize("country", ["", "PT", "US", "GB"])
def test_the_euro_has_its_sign_in_every_shop(qapp: object, country: str) -> None:
    assert price_words(900, "EUR", country=country, locale=ENGLISH) == "€9.00"


def test_a_sign_of_several_moneys_is_used_at_home_alone(qapp: object) -> None:
    assert price_words(900, "USD", country="US", locale=ENGLISH) == "$9.00"
    assert price_words(900, "USD", country="CA", locale=ENGLISH) == "USD\u00a09.00"
    assert price_words(900, "JPY", country="", locale=ENGLISH) == "JPY\u00a0900"
