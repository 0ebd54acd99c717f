import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.media.board_places import Places, from_corner
from services.media.board_rect import Rect
from services.media.board_values import Corner

CELL = Rect(100, 200, 400, 300)
RECTS = st.builds(
    Rect, st.integers(0, 500), st.integers(0, 500), st.integers(1, 300), st.integers(1, 300)
)


def places(*taken, right_to_left=False, gap=10):
    made = Places(right_to_left=right_to_left, gap=gap)
    for rect in taken:
        made.take(rect)
    return made


@pytest.mark.parametrize("corner", Corner)
def test_a_taken_corner_leads_to_all_others_once(corner):
    order = from_corner(corner)
    assert order[0] is corner
    assert set(order) == set(Corner)
    assert order[1].value.split("-")[0] == corner.value.split("-")[0]


def test_corners_follow_the_boards_direction():
    assert places().corner_of(CELL, 50, 40, Corner.TOP_START) == Rect(100, 200, 50, 40)
    mirrored = places(right_to_left=True)
    assert mirrored.corner_of(CELL, 50, 40, Corner.BOTTOM_START) == Rect(450, 460, 50, 40)


def test_what_is_placed_is_taken_and_too_large_a_thing_has_no_place():
    made = places()
    for at in ((100, 200), (450, 200), (100, 460), (450, 460)):
        rect = made.in_corner(CELL, 50, 40, from_corner(Corner.TOP_START))
        assert (rect.x, rect.y) == at
    assert made.in_corner(CELL, 50, 40, from_corner(Corner.TOP_START)) is None
    assert places().in_corner(CELL, 401, 40, Corner) is None


def test_words_stand_beside_a_small_thing_and_above_a_broad_one():
    small = Rect(440, 440, 60, 60)
    assert places(small).feet(CELL, 60)[0] == Rect(100, 200, 330, 300)
    broad = Rect(180, 440, 320, 60)
    assert places(broad).feet(CELL, 60)[0] == Rect(100, 200, 400, 230)
    assert places(Rect(100, 200, 60, 60)).feet(CELL, 60) == [CELL]


@given(st.lists(RECTS, max_size=6), st.integers(10, 200))
def test_parts_for_words_are_inside_and_their_feet_are_free(taken, high):
    made = places(*taken)
    for part in made.feet(CELL, high):
        assert CELL.holds(part)
        if part.w > 0 and part.h >= high:
            assert made.is_free(Rect(part.x, part.bottom - high, part.w, high))
