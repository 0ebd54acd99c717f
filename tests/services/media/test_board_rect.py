from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from services.media.board_rect import Rect, around, tracks

RECTS = st.builds(
    Rect, st.integers(0, 99), st.integers(0, 99), st.integers(1, 99), st.integers(1, 99)
)


@given(
    st.integers(0, 5_000),
    st.lists(st.floats(0.01, 50), min_size=1, max_size=12),
    st.integers(0, 40),
)
def test_tracks_end_where_the_length_ends_with_a_gutter_between(length, weights, gutter):
    length += gutter * (len(weights) - 1)
    made = tracks(length, weights, gutter)
    assert made[0][0] == 0
    assert sum(made[-1]) == length
    assert all(a[0] + a[1] + gutter == b[0] for a, b in pairwise(made))
    whole = sum(weights)
    free = length - gutter * (len(weights) - 1)
    for (_, size), weight in zip(made, weights, strict=True):
        assert abs(size - free * weight / whole) <= 1.01


@given(RECTS, RECTS, st.integers(0, 20))
def test_touching_is_sharing_a_pixel_or_standing_too_near(one, other, gap):
    near_across = one.x - gap < other.right and other.x - gap < one.right
    near_down = one.y - gap < other.bottom and other.y - gap < one.bottom
    assert one.touches(other, gap=gap) is (near_across and near_down)
    assert one.touches(other, gap=gap) is other.touches(one, gap=gap)


@given(st.lists(RECTS, min_size=1, max_size=6))
def test_around_holds_all_and_no_more(rects):
    box = around(rects)
    assert all(box.holds(rect) for rect in rects)
    assert box.x in {rect.x for rect in rects}
    assert box.bottom in {rect.bottom for rect in rects}


@given(RECTS)
def test_a_mirror_twice_is_nothing(rect):
    assert rect.mirrored(300).mirrored(300) == rect
    assert rect.inset(-5).inset(5) == rect
