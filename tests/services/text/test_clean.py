from hypothesis import given
from hypothesis import strategies as st

from services.text.clean import clean


def test_drops_what_cannot_be_kept():
    assert clean("a\x00b\ud800c\ufeff") == ("abc", 3)
    assert clean("چای 🫖 お茶") == ("چای 🫖 お茶", 0)


def test_two_halves_become_one_sign():
    assert clean("\ud83e\uded6!") == ("🫖!", 0)


def test_a_line_ends_with_one_sign():
    assert clean("a\r\nb\rc\nd\r\x00\n") == ("a\nb\nc\nd\n", 1)


@given(st.text(st.characters(categories=("Cs", "Lu", "Cc", "So", "Lo"))))
def test_the_rest_is_whole_and_stays_so(text):
    kept, dropped = clean(text)
    kept.encode()
    assert "\x00" not in kept
    assert clean(kept) == (kept, 0)
    assert dropped <= len(text)
