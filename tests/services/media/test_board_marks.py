"""Words, codes and corners as they are laid on a board."""

from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.media import board_marks
from services.media.board_plan import Code, Label
from services.media.board_rect import Rect
from services.media.text_painter import TextSpec
from tests.services.media.ruled import RuledPainter

PAINTER = RuledPainter()
WORDS = TextSpec("苔 tea", 400, 40, "#ff0000")
RECTS = st.builds(
    Rect,
    st.integers(0, 3_000),
    st.integers(0, 3_000),
    st.integers(1, 1_500),
    st.integers(1, 1_500),
)


def label(**more):
    return Label(Rect(100, 200, 400, 120), WORDS, (20, 10), **{"ground": "#0000ff", **more})


def colours(image):
    return {colour for _, colour in image.getcolors(image.width * image.height)}


def pixels(image):
    data = image.tobytes()
    return [tuple(data[at : at + 4]) for at in range(0, len(data), 4)]


@given(RECTS, st.integers(0, 40), st.floats(0.3, 1.0))
def test_what_touches_goes_on_touching(rect, gutter, scale):
    right = Rect(rect.right + gutter, rect.y, rect.w, rect.h)
    one, other = board_marks.scaled(rect, scale), board_marks.scaled(right, scale)
    assert one.w >= 1
    if rect.w * scale >= 1:
        assert abs(other.x - one.right - gutter * scale) <= 1 + 1e-6
        assert gutter or one.right == other.x


@pytest.mark.parametrize("scale", [1.0, 0.5, 0.3])
def test_words_stand_where_the_plan_says(scale):
    mark = board_marks.label(label(), PAINTER, scale)
    assert (mark.x, mark.y) == (round(100 * scale), round(200 * scale))
    red = [
        (x, y)
        for x in range(mark.image.width)
        for y in range(mark.image.height)
        if mark.image.getpixel((x, y)) == (255, 0, 0, 255)
    ]
    assert min(red) == (round(20 * scale), round(10 * scale))
    assert colours(mark.image) == {(255, 0, 0, 255), (0, 0, 255, 255)}


def test_a_ground_may_be_a_veil_or_nothing():
    assert (0, 0, 255, 128) in colours(
        board_marks.label(label(ground="#0000ff80"), PAINTER, 1).image
    )
    clear = board_marks.label(label(ground=""), PAINTER, 1).image
    assert colours(clear) == {(255, 0, 0, 255), (0, 0, 0, 0)}


def test_words_of_nothing_leave_the_ground():
    empty = Label(Rect(0, 0, 50, 20), TextSpec("", 40, 10, "#ffffff"), (5, 5), ground="#0000ff")
    assert colours(board_marks.label(empty, PAINTER, 1).image) == {(0, 0, 255, 255)}


def test_words_too_large_for_their_ground_end_with_it():
    beside = Label(Rect(0, 0, 60, 20), WORDS, (-30, -20), ground="#0000ff")
    image = board_marks.label(beside, PAINTER, 1).image
    assert image.size == (60, 20)
    assert image.getpixel((0, 0)) == (255, 0, 0, 255)


@pytest.mark.parametrize("angle", [45, -45, 90])
def test_a_ribbon_turns_about_its_middle_and_its_edges_stay_clean(angle):
    mark = board_marks.label(label(angle=angle), PAINTER, 1)
    assert abs(mark.x + mark.image.width / 2 - 300) <= 1
    assert abs(mark.y + mark.image.height / 2 - 260) <= 1
    for red, green, blue, opaque in colours(mark.image):
        assert opaque == 0 or (green <= 6 and red + blue >= 235), (red, green, blue, opaque)


def test_clockwise_is_how_a_clock_goes():
    """Words that began at the left begin at the top."""
    image = board_marks.label(label(angle=90), PAINTER, 1).image
    upper = image.crop((0, 0, image.width, image.height // 2))
    lower = image.crop((0, image.height // 2, image.width, image.height))
    red = [sum(pixel[0] > 200 for pixel in part.get_flattened_data()) for part in (upper, lower)]
    assert red[0] > red[1]


def test_nothing_reaches_out_of_the_clip():
    clip = Rect(150, 210, 100, 60)
    mark = board_marks.label(label(clip=clip, clip_radius=30), PAINTER, 1)
    assert (mark.x, mark.y, mark.image.size) == (150, 210, (100, 60))
    assert mark.image.getpixel((0, 0))[3] == 0
    assert mark.image.getpixel((50, 30))[3] == 255
    outside = board_marks.label(label(clip=Rect(3_000, 0, 50, 50)), PAINTER, 1)
    assert colours(outside.image) == {(0, 0, 0, 0)}


@given(st.integers(1, 90), st.integers(1, 200), st.integers(1, 200))
def test_corners_are_alike_and_smooth(radius, width, height):
    mask = board_marks.rounded((width, height), radius)
    assert mask.size == (width, height)
    turned = mask.rotate(180)
    assert mask.tobytes() == turned.tobytes()
    if min(width, height) >= 8 and radius >= 4:
        assert mask.getpixel((0, 0)) < 128
        assert mask.getpixel((width // 2, height // 2)) == 255
        assert any(0 < value < 255 for value in mask.tobytes())


@pytest.mark.parametrize("scale", [1.0, 0.77, 0.4, 0.2])
def test_every_module_of_a_code_is_the_same_whole_pixels(scale):
    rows = tuple(tuple((x * 7 + y * 3) % 4 == 0 for x in range(29)) for y in range(29))
    mark = board_marks.code(Code(Rect(40, 60, 29 * 20, 29 * 20), rows), scale)
    assert colours(mark.image) == {(0, 0, 0, 255), (255, 255, 255, 255)}
    each = int(29 * 20 * scale) // 29
    line = [mark.image.getpixel((x, mark.image.height // 2))[0] for x in range(mark.image.width)]
    runs = [len(list(run)) for _, run in groupby(line)][1:-1]
    assert all(run % each == 0 for run in runs)


def test_a_code_too_small_for_its_modules_is_made_larger():
    rows = ((True, False, True),) * 3
    assert board_marks.code(Code(Rect(0, 0, 2, 2), rows), 1.0).image.size == (3, 3)


def test_a_codes_white_is_as_round_as_its_board():
    rows = ((False,) * 29,) * 29
    mark = board_marks.code(Code(Rect(0, 0, 580, 580), rows, radius=40), 0.5)
    assert mark.image.getpixel((0, 0))[3] == 0
    assert mark.image.getpixel((20, 0))[3] == 255
    assert mark.image.getpixel((145, 145)) == (255, 255, 255, 255)


@pytest.mark.parametrize("at", [(-10, -6), (-10, 10), (20, -6), (380, 100)])
def test_words_that_reach_beyond_their_ground_are_cut_there(at):
    made = board_marks.label(replace(label(), text_at=at), PAINTER, 1.0)
    words = PAINTER.paint(WORDS, scale=1.0)
    left, top = max(0, at[0]), max(0, at[1])
    right, bottom = min(400, at[0] + words.width), min(120, at[1] + words.height)
    assert made.image.size == (400, 120)
    assert made.image.getpixel((left, top)) == (255, 0, 0, 255)
    seen = [(n % 400, n // 400) for n, one in enumerate(pixels(made.image)) if one[0] == 255]
    assert all(left <= x < right and top <= y < bottom for x, y in seen)


@pytest.mark.parametrize("angle", [45, -45, 30])
def test_turned_edges_do_not_darken(angle):
    """Half seen through, a red band stays as red at its edges."""
    made = board_marks.label(label(ground="#ff0000", angle=angle), PAINTER, 1.0)
    soft = [one for one in pixels(made.image) if 40 < one[3] < 215]
    assert len(soft) > 100
    assert all(red > 240 and green == blue == 0 for red, green, blue, _ in soft)


@pytest.mark.parametrize("side", [29, 57, 133, 145, 160])
def test_a_code_keeps_to_its_place(side):
    """More than half a module's pixel is left over: rounded up, it would not fit."""
    rows = tuple(tuple((x + y) % 3 == 0 for x in range(29)) for y in range(29))
    made = board_marks.code(Code(Rect(7, 9, side, side), rows), 1.0)
    assert made.image.size == (side, side)


def test_a_veil_that_is_clipped_stays_a_veil():
    clip = Rect(100, 200, 400, 120)
    made = board_marks.label(label(ground="#0000ff80", clip=clip, clip_radius=30), PAINTER, 1.0)
    assert made.image.getpixel((0, 0))[3] == 0
    assert made.image.getpixel((200, 115)) == (0, 0, 255, 128)
