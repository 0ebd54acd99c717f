import pytest

from services.text.direction import first_strong


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("", None),
        ("12:30 🫖 !", None),
        ("hello سلام", "ltr"),
        ("۱۲ سلام hello", "rtl"),
        ("שלום", "rtl"),
        ("お茶", "ltr"),
        ("\u2066english\u2069 سلام", "rtl"),
        ("\u2067unclosed سلام", None),
    ],
)
def test_the_first_strong_letter_decides(text, way):
    assert first_strong(text) == way
