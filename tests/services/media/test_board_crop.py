import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFilter

from services.media.board_crop import guess, part_of
from services.media.board_rect import Rect
from services.media.board_values import MIDDLE

SIDES = st.integers(1, 9_000)
PARTS = st.floats(0, 1)


@given(st.tuples(SIDES, SIDES), SIDES, SIDES, st.tuples(PARTS, PARTS), st.floats(0.2, 20))
def test_a_part_is_inside_and_in_the_cells_proportions(size, w, h, focus, zoom):
    left, top, right, bottom = part_of(size, Rect(3, 4, w, h), focus, zoom)
    assert 0 <= left < right <= 1
    assert 0 <= top < bottom <= 1
    shown = (right - left) * size[0] / ((bottom - top) * size[1])
    assert shown == pytest.approx(w / h, rel=1e-6)
    assert max(right - left, bottom - top) == pytest.approx(1 / min(max(zoom, 1), 8))


def test_the_focus_is_in_the_middle_as_far_as_the_edges_allow():
    square = Rect(0, 0, 500, 500)
    assert part_of((1_000, 500), square, (0.5, 0.5)) == (0.25, 0, 0.75, 1)
    assert part_of((1_000, 500), square, (0.0, 0.5)) == (0, 0, 0.5, 1)
    assert part_of((1_000, 500), square, (0.7, 0.5)) == pytest.approx((0.45, 0, 0.95, 1))
    assert part_of((500, 500), square, (0.5, 0.9), 4) == pytest.approx((0.375, 0.75, 0.625, 1))


def with_a_cup(at, *, size=(600, 400), ground="#d8cdbf", mode="RGB"):
    """A patterned round thing at `at` on cloth."""
    noisy = random.Random(4)  # noqa: S311  # a pattern, not a secret
    image = Image.new(mode, size, ground)
    draw = ImageDraw.Draw(image)
    for _ in range(4_000):
        x, y = noisy.randrange(size[0]), noisy.randrange(size[1])
        shade = 195 + noisy.randrange(12)
        draw.point((x, y), (shade, shade - 10, shade - 22))
    x, y, r = at[0] * size[0], at[1] * size[1], min(size) // 6
    draw.ellipse((x - r, y - r, x + r, y + r), "#274b6d")
    for step in range(-r, r, 8):
        draw.line((x + step, y - r // 2, x + step, y + r // 2), "#e8d9a0", width=3)
    return image.filter(ImageFilter.GaussianBlur(1))


@pytest.mark.parametrize(
    "at", [(0.2, 0.5), (0.8, 0.5), (0.5, 0.25), (0.5, 0.75), (0.2, 0.25), (0.82, 0.78)]
)
@pytest.mark.parametrize("size", [(600, 400), (400, 700), (2_000, 500)])
def test_what_stands_at_a_side_is_found(at, size):
    x, y = guess(with_a_cup(at, size=size))
    wanted = [0.5 + (part - 0.5) * 0.8 for part in at]
    assert x == pytest.approx(wanted[0], abs=0.06)
    assert y == pytest.approx(wanted[1], abs=0.06)


def test_it_is_found_at_every_size_and_in_grey():
    large = with_a_cup((0.22, 0.6), size=(1_800, 1_200))
    small = large.resize((300, 200))
    assert guess(large) == pytest.approx(guess(small), abs=0.03)
    assert guess(large) == pytest.approx(guess(large.convert("L")), abs=0.01)
    assert guess(large) == guess(large)


@pytest.mark.parametrize("colour", ["white", "black", "#7a4c3d"])
@pytest.mark.parametrize("size", [(400, 300), (1, 1), (3, 900), (5, 5)])
def test_a_plain_picture_is_cropped_from_the_middle(colour, size):
    assert guess(Image.new("RGB", size, colour)) == MIDDLE


def test_a_light_falling_off_is_no_detail():
    ramp = Image.linear_gradient("L").resize((600, 400))
    x, y = guess(ramp)
    assert x == pytest.approx(0.5, abs=0.05)
    assert 0.3 < y < 0.7


def test_what_is_see_through_does_not_count():
    image = with_a_cup((0.25, 0.5)).convert("RGBA")
    hidden = Image.effect_noise(image.size, 90)
    image.paste(hidden.convert("RGBA"), (400, 0))
    cut = Image.new("L", image.size, 255)
    cut.paste(0, (360, 0, 600, 400))
    image.putalpha(cut)
    assert guess(image)[0] < 0.5


@given(st.integers(1, 60), st.integers(1, 60), st.randoms(use_true_random=False))
def test_a_guess_is_always_in_the_picture(width, height, noisy):
    image = Image.frombytes("RGB", (width, height), noisy.randbytes(width * height * 3))
    x, y = guess(image)
    assert 0 <= x <= 1
    assert 0 <= y <= 1


PRACTICE = Path(__file__).parents[3] / "resources" / "practice"


@pytest.mark.parametrize(
    ("name", "left", "right"),
    [
        ("ash-bowl", 0.155, 0.82),
        ("celadon-cups", 0.18, 0.79),
        ("matcha-whisk", 0.09, 0.885),
        ("moss-teapot", 0.1, 0.9),
        ("blue-cups", 0.175, 0.80),
        ("jasmine-tin", 0.22, 0.86),
        ("parcels", 0.17, 0.88),
    ],
)
def test_the_whole_of_a_thing_stays_in_sight_where_it_fits(name, left, right):
    """Its sharpest edge is not its middle. The sides were measured by eye."""
    with Image.open(PRACTICE / f"{name}.jpg") as image:
        focus = guess(image)
    wide = round((right - left + 0.12) * 1_000)
    shown = part_of(image.size, Rect(0, 0, wide, 1_000), focus)
    assert shown[0] <= left
    assert shown[2] >= right
