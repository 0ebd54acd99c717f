"""What X's feed shows of each picture of a post."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widgets.preview_pictures import shown_part

SIDES = st.integers(1, 9_000)
SIZES = st.lists(st.tuples(SIDES, SIDES), min_size=1, max_size=4)


@pytest.mark.parametrize(
    "size", [(1_600, 900), (1_000, 1_000), (1_500, 2_000), (2_000, 1_000), (3_000, 4_000)]
)
def test_one_from_2_to_1_to_3_to_4_is_whole(size):
    assert shown_part([size], 0) is None


def test_one_that_is_taller_loses_above_and_below():
    part = shown_part([(1_000, 2_000)], 0)

    assert (part.left(), part.width()) == (0, 1)
    assert part.height() == pytest.approx(2 / 3)
    assert part.center().y() == pytest.approx(0.5)


def test_of_two_squares_the_sides_are_cut():
    part = shown_part([(800, 800)] * 2, 1)

    assert part.width() == pytest.approx(7 / 8, abs=0.02)
    assert part.height() == pytest.approx(1)


def test_two_of_7_to_8_are_whole():
    assert shown_part([(700, 800)] * 2, 0) is None


def test_of_three_the_first_is_tall_and_the_others_are_wide():
    sizes = [(1_000, 1_000)] * 3

    first, second = shown_part(sizes, 0), shown_part(sizes, 1)

    assert first.width() < first.height()
    assert second.height() < second.width()
    assert second.height() == pytest.approx(4 / 7, abs=0.02)


@given(SIZES, st.integers(0, 3))
def test_it_is_a_part_of_the_picture_around_its_middle(sizes, place):
    part = shown_part(sizes, place)
    if place >= len(sizes):
        assert part is None
    if part is None:
        return
    assert 0 <= part.left() <= part.right() <= 1.0000001
    assert 0 <= part.top() <= part.bottom() <= 1.0000001
    assert part.center().x() == pytest.approx(0.5)
    assert part.center().y() == pytest.approx(0.5)
    assert max(part.width(), part.height()) == pytest.approx(1)


def test_one_of_no_size_is_left_alone():
    assert shown_part([(0, 0)], 0) is None
