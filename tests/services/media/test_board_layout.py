from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.media.board_layout import FEWEST, MOST, Rect, Shape, cover, layout

BOARDS = st.tuples(
    st.integers(1, MOST),
    st.sampled_from(Shape),
    st.integers(200, 4_096),
    st.floats(0, 0.04),
    st.booleans(),
)


def laid_out(board):
    count, shape, width, gutter, right_to_left = board
    gutter = round(width * gutter)
    rects = layout(count, shape, width, gutter, right_to_left=right_to_left)
    return rects, width, shape.height(width), gutter


def touches(a, b, gutter):
    """Whether two cells share any pixel once each is grown by the gutter at its end."""
    return (
        a.x < b.x + b.w + gutter
        and b.x < a.x + a.w + gutter
        and a.y < b.y + b.h + gutter
        and b.y < a.y + a.h + gutter
    )


@given(BOARDS)
def test_cells_stay_inside_and_a_gutter_apart(board):
    rects, width, height, gutter = laid_out(board)
    assert len(rects) == board[0]
    for rect in rects:
        assert rect.w > 0
        assert rect.h > 0
        assert rect.x >= 0
        assert rect.y >= 0
        assert rect.x + rect.w <= width
        assert rect.y + rect.h <= height
    assert not any(touches(a, b, gutter) for a, b in combinations(rects, 2))


@given(BOARDS)
def test_cells_and_gutters_fill_the_board(board):
    """Each cell grown by the gutter, on a board grown by it: no pixel is left over."""
    rects, width, height, gutter = laid_out(board)
    grown = sum((rect.w + gutter) * (rect.h + gutter) for rect in rects)
    assert grown == (width + gutter) * (height + gutter)


@given(BOARDS)
def test_right_to_left_is_the_mirror(board):
    count, shape, width, gutter, _ = board
    gutter = round(width * gutter)
    plain = layout(count, shape, width, gutter)
    mirrored = layout(count, shape, width, gutter, right_to_left=True)
    for a, b in zip(plain, mirrored, strict=True):
        assert (a.y, a.w, a.h) == (b.y, b.w, b.h)
        assert a.x + a.w + b.x == width


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("count", range(FEWEST, MOST + 1))
def test_no_cell_is_a_sliver_and_all_are_alike(shape, count):
    rects = layout(count, shape, 2_400, 20)
    proportions = [rect.w / rect.h for rect in rects]
    assert min(proportions) > 0.49
    assert max(proportions) <= 2.05
    assert max(proportions) / min(proportions) < 1.06
    areas = sorted(rect.w * rect.h for rect in rects)
    assert areas[-1] / areas[0] < 5


def test_reading_order():
    rects = layout(5, Shape.SQUARE, 1_000, 0)
    assert [(rect.y, rect.x) for rect in rects] == sorted((rect.y, rect.x) for rect in rects)
    hero = layout(3, Shape.WIDE, 1_600, 0)
    assert hero[0] == Rect(0, 0, 1_067, 900)


@pytest.mark.parametrize("count", [0, 13])
def test_too_few_or_many(count):
    with pytest.raises(ValueError, match="pictures"):
        layout(count, Shape.WIDE, 1_200, 8)


def test_no_room():
    with pytest.raises(ValueError, match="no room"):
        layout(12, Shape.WIDE, 100, 90)


@given(
    st.integers(1, 9_000),
    st.integers(1, 9_000),
    st.integers(1, 3_000),
    st.integers(1, 3_000),
    st.tuples(st.floats(0, 1), st.floats(0, 1)),
)
def test_a_crop_is_inside_and_keeps_proportions(width, height, w, h, focus):
    left, top, right, bottom = cover(width, height, Rect(0, 0, w, h), focus)
    assert left >= 0
    assert top >= 0
    assert right <= width + 1e-6
    assert bottom <= height + 1e-6
    assert (right - left) / (bottom - top) == pytest.approx(w / h, rel=1e-6)
    assert right - left == pytest.approx(width) or bottom - top == pytest.approx(height)
