import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.media.contrast import BLACK, INK, PAPER, READABLE, contrast, ink_on


def test_known_contrasts():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#0b6b63", "#0B6B63") == 1


def test_the_ink_follows_the_ground():
    assert ink_on("#0b6b63") == PAPER
    assert ink_on("#f4efe6") == INK
    assert ink_on("#767676") == PAPER
    assert ink_on("#7a7a7a") == BLACK


@given(st.integers(0, 0xFFFFFF))
def test_words_can_be_read_on_every_colour(number):
    ground = f"#{number:06x}"
    assert contrast(ink_on(ground), ground) >= READABLE
