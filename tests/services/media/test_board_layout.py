from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from services.media.board_layout import LETTER, cover, layout, ratio_of, size_of
from services.media.board_mosaic import LONGEST
from services.media.board_rect import Rect, around
from services.media.board_values import MOST, Arrangement, Captions, Look, Shape

FILLING = [kind for kind in Arrangement if kind is not Arrangement.MOSAIC]
SIDES = st.integers(1, 9_000)
SIZES = st.lists(st.tuples(SIDES, SIDES), min_size=1, max_size=MOST)
LOOKS = st.builds(
    Look,
    shape=st.sampled_from(Shape),
    arrangement=st.sampled_from(Arrangement),
    free_ratio=st.floats(1 / 3, 3),
    gutter=st.integers(0, 64),
    edged=st.booleans(),
    captions=st.sampled_from(Captions),
    right_to_left=st.booleans(),
)
LONG_SIDES = st.integers(600, 4_096)
USUAL = [(3_000, 2_000), (2_000, 3_000), (2_000, 2_000)] * 4


def laid(look, sizes, long_side=4_096):
    """The layout, or None where there is no room."""
    try:
        return layout(look, sizes, long_side)
    except ValueError:
        return None


def whole(made):
    """Each picture with the room below it."""
    under = made.under or [Rect(0, 0, 0, 0)] * len(made.cells)
    return [
        Rect(cell.x, cell.y, cell.w, cell.h + below.h)
        for cell, below in zip(made.cells, under, strict=True)
    ]


@given(LOOKS, SIZES, LONG_SIDES)
@example(Look(arrangement=Arrangement.MOSAIC, shape=Shape.FREE), [(1, 9_000)], 600)
@example(Look(arrangement=Arrangement.MOSAIC, shape=Shape.TALL), [(9_000, 1)] * 12, 600)
def test_cells_stay_inside_and_a_gutter_apart(look, sizes, long_side):
    made = laid(look, sizes, long_side)
    if made is None:
        return
    gutter = made.gutter
    assert gutter <= round(look.gutter * long_side / 1_000)
    board = Rect(0, 0, made.width, made.height).inset(gutter if look.edged else 0)
    assert len(made.cells) == len(sizes)
    assert max(made.width, made.height) == long_side
    for rect in made.cells:
        assert rect.w >= 1
        assert rect.h >= 1
    for rect in whole(made):
        assert board.holds(rect)
    assert not any(a.touches(b, gap=gutter) for a, b in combinations(whole(made), 2))


@given(LOOKS, SIZES, LONG_SIDES, st.sampled_from(FILLING))
def test_all_but_the_mosaic_fill_the_board(look, sizes, long_side, arrangement):
    """Each cell grown by the gutter, on a board grown by it: no pixel is left over."""
    look = replace(look, arrangement=arrangement)
    made = laid(look, sizes, long_side)
    if made is None:
        return
    gutter = made.gutter
    assert gutter <= round(look.gutter * long_side / 1_000)
    board = Rect(0, 0, made.width, made.height).inset(gutter if look.edged else 0)
    grown = sum((rect.w + gutter) * (rect.h + gutter) for rect in whole(made))
    assert grown == (board.w + gutter) * (board.h + gutter)


@given(LOOKS, SIZES, LONG_SIDES)
def test_a_mosaic_fills_its_own_block(look, sizes, long_side):
    look = replace(look, arrangement=Arrangement.MOSAIC)
    made = laid(look, sizes, long_side)
    if made is None:
        return
    gutter = made.gutter
    assert gutter <= round(look.gutter * long_side / 1_000)
    block = around(whole(made))
    grown = sum((rect.w + gutter) * (rect.h + gutter) for rect in whole(made))
    assert grown == (block.w + gutter) * (block.h + gutter)
    # In the middle, to the pixel that cannot be halved.
    assert abs(made.width - block.w - 2 * block.x) <= 1
    assert abs(made.height - block.h - 2 * block.y) <= 1


RATIOS = st.tuples(st.integers(400, 4_000), st.integers(400, 4_000))


@given(LOOKS, st.lists(RATIOS, min_size=1, max_size=MOST))
def test_a_mosaic_keeps_every_picture_as_good_as_whole(look, sizes):
    look = replace(look, arrangement=Arrangement.MOSAIC, gutter=min(look.gutter, 12))
    made = laid(look, sizes)
    if made is None:
        return
    for (width, height), rect in zip(sizes, made.cells, strict=True):
        ratio = min(max(width / height, 1 / LONGEST), LONGEST)
        # Within the pixels by which rounding moves an edge, or the little ground that is covered.
        off = 4 + 0.065 * max(rect.w, rect.h)
        low, high = (rect.w - off) / (rect.h + off), (rect.w + off) / max(rect.h - off, 0.1)
        assert low <= ratio <= high


@given(LOOKS, st.lists(RATIOS, min_size=1, max_size=MOST))
def test_a_free_mosaic_has_no_ground_left(look, sizes):
    look = replace(
        look, arrangement=Arrangement.MOSAIC, shape=Shape.FREE, gutter=min(look.gutter, 12)
    )
    made = laid(look, sizes)
    if made is None:
        return
    edge = made.gutter if look.edged else 0
    board = Rect(0, 0, made.width, made.height).inset(edge)
    block = around(whole(made))
    ratio = made.width / made.height
    assert 0.333 <= ratio <= 3.001
    if 0.34 < ratio < 2.99:
        assert board == block


@given(LOOKS, SIZES, LONG_SIDES)
def test_right_to_left_is_the_mirror(look, sizes, long_side):
    plain = laid(replace(look, right_to_left=False), sizes, long_side)
    mirrored = laid(replace(look, right_to_left=True), sizes, long_side)
    if plain is None:
        assert mirrored is None
        return
    for a, b in zip((*plain.cells, *plain.under), (*mirrored.cells, *mirrored.under), strict=True):
        assert (a.y, a.w, a.h) == (b.y, b.w, b.h)
        assert a.x + a.w + b.x == plain.width


@given(LOOKS, SIZES)
def test_there_is_always_room_at_full_size(look, sizes):
    """What an owner can choose never fails."""
    assert laid(look, sizes) is not None


@pytest.mark.parametrize("arrangement", FILLING)
@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("count", range(1, MOST + 1))
def test_captions_under_pictures_have_their_room(arrangement, shape, count):
    look = Look(arrangement=arrangement, shape=shape, captions=Captions.UNDER)
    made = layout(look, USUAL[:count], 4_096)
    assert len(made.under) == count
    for cell, below in zip(made.cells, made.under, strict=True):
        assert (below.x, below.y, below.w) == (cell.x, cell.bottom, cell.w)
        assert below.h >= 2 * made.width * LETTER
        assert cell.h > below.h * 0.4


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("count", range(2, MOST + 1))
def test_no_cell_of_a_grid_is_a_sliver_and_all_are_alike(shape, count):
    made = layout(Look(shape=shape, gutter=8), USUAL[:count], 2_400)
    proportions = [rect.w / rect.h for rect in made.cells]
    assert min(proportions) > 0.46
    assert max(proportions) <= 2.05
    assert max(proportions) / min(proportions) < 1.06
    areas = sorted(rect.w * rect.h for rect in made.cells)
    assert areas[-1] / areas[0] < 5


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("count", range(2, MOST + 1))
def test_a_hero_is_first_and_much_larger(shape, count):
    look = Look(shape=shape, arrangement=Arrangement.HERO)
    first, *others = layout(look, USUAL[:count], 4_096).cells
    assert (first.x, first.y) == (0, 0)
    assert first.w * first.h > (1.1 if count == 2 else 1.9) * max(r.w * r.h for r in others)
    for rect in others:
        assert 0.38 < rect.w / rect.h < 3.2


@pytest.mark.parametrize("shape", Shape)
def test_a_strip_is_one_row_or_in_a_tall_shape_one_column(shape):
    look = Look(shape=shape, arrangement=Arrangement.STRIP, gutter=0, free_ratio=0.5)
    made = layout(look, USUAL[:5], 4_096)
    if made.width >= made.height:
        assert {rect.h for rect in made.cells} == {made.height}
        wide, tall = made.cells[:2]
        assert wide.w / tall.w == pytest.approx(2.25, rel=0.01)
    else:
        assert {rect.w for rect in made.cells} == {made.width}
        assert made.cells[1].h / made.cells[0].h == pytest.approx(2.25, rel=0.01)


@pytest.mark.parametrize("shape", [shape for shape in Shape if shape is not Shape.FREE])
def test_a_mosaic_of_some_pictures_leaves_little_ground(shape):
    fills = []
    for count in range(4, MOST + 1):
        made = layout(Look(shape=shape, arrangement=Arrangement.MOSAIC), USUAL[:count], 4_096)
        fills.append(sum(rect.w * rect.h for rect in made.cells) / (made.width * made.height))
    assert min(fills) > 0.74
    assert sum(fills) / len(fills) > 0.89


def test_a_mosaic_of_squares_is_a_grid():
    look = Look(shape=Shape.SQUARE, arrangement=Arrangement.MOSAIC, gutter=0)
    made = layout(look, [(500, 500)] * 9, 900)
    assert made.cells[4] == Rect(300, 300, 300, 300)


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("shape", Shape)
def test_a_board_is_the_same_at_every_size(arrangement, shape):
    look = Look(arrangement=arrangement, shape=shape)
    for count in range(1, MOST + 1):
        large, small = (layout(look, USUAL[:count], side) for side in (4_096, 1_024))
        for a, b in zip(large.cells, small.cells, strict=True):
            for one, other in zip((a.x, a.y, a.w, a.h), (b.x, b.y, b.w, b.h), strict=True):
                assert abs(one / 4 - other) <= 4


def test_rows_are_in_reading_order():
    made = layout(Look(shape=Shape.SQUARE, gutter=0), USUAL[:5], 1_000)
    assert [(rect.y, rect.x) for rect in made.cells] == sorted(
        (rect.y, rect.x) for rect in made.cells
    )


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("count", [0, 13])
def test_too_few_or_many(arrangement, count):
    with pytest.raises(ValueError, match="pictures"):
        layout(Look(arrangement=arrangement), [(1, 1)] * count, 1_200)


@pytest.mark.parametrize("arrangement", Arrangement)
def test_no_room(arrangement):
    with pytest.raises(ValueError, match="no room"):
        layout(Look(arrangement=arrangement), [(9, 9)] * 12, 2)


@pytest.mark.parametrize("arrangement", Arrangement)
def test_a_gutter_too_wide_is_narrowed(arrangement):
    look = Look(arrangement=arrangement, gutter=400, edged=True)
    made = layout(look, [(9, 9)] * 12, 4_096)
    assert 0 < made.gutter < 400 * 4.096


def test_a_picture_without_pixels():
    with pytest.raises(ValueError, match="without pixels"):
        layout(Look(), [(0, 5), (5, 5)], 100)


def test_sizes_of_shapes():
    assert size_of(Shape.WIDE, 1, 1_600) == (1_600, 900)
    assert size_of(Shape.TALL, 1, 1_000) == (800, 1_000)
    assert size_of(Shape.FREE, 0.5, 1_000) == (500, 1_000)
    assert ratio_of(Shape.PANORAMA, 1) == 2


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


@given(LOOKS, st.lists(RATIOS, min_size=1, max_size=MOST))
def test_beside_a_mosaic_there_is_no_ground_or_enough_to_be_meant(look, sizes):
    look = replace(look, arrangement=Arrangement.MOSAIC, edged=False)
    made = laid(look, sizes)
    if made is None:
        return
    block = around(whole(made))
    for inside, length in ((block.w, made.width), (block.h, made.height)):
        assert inside == length or inside < 0.945 * length


@pytest.mark.parametrize("count", [7, 9, 12])
@pytest.mark.parametrize("right_to_left", [False, True])
def test_a_strip_of_many_stands_in_two_rows(count, right_to_left):
    look = Look(
        shape=Shape.PANORAMA, arrangement=Arrangement.STRIP, right_to_left=right_to_left, gutter=6
    )
    made = laid(look, [(1_000, 1_000)] * count)
    tops = [rect.y for rect in made.cells]
    assert sorted(set(tops)) == [0, made.cells[-1].y]
    assert tops == sorted(tops)
    assert tops.count(0) == -(-count // 2)
    assert min(rect.w / rect.h for rect in made.cells) > 0.5


def test_a_strip_of_few_stays_one_row():
    look = Look(shape=Shape.WIDE, arrangement=Arrangement.STRIP)
    assert {rect.y for rect in laid(look, [(1_000, 1_000)] * 6).cells} == {0}


@pytest.mark.parametrize("shape", [Shape.WIDE, Shape.SQUARE, Shape.TALL, Shape.PANORAMA])
@pytest.mark.parametrize("count", range(3, MOST + 1))
def test_beside_a_large_one_the_others_are_alike(shape, count):
    """None among them is as if it were chosen, and of many there is something to be seen."""
    made = laid(Look(shape=shape, arrangement=Arrangement.HERO), [(1_000, 1_000)] * count)
    hero, *others = [rect.w * rect.h for rect in made.cells]
    assert max(others) < 3 * min(others)
    assert hero >= 1.25 * max(others)
    assert min(others) > made.width * made.height / (3.7 * count)
