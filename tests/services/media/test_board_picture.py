"""A board drawn by a plan written by hand."""

import threading
from io import BytesIO

import pytest
from PIL import Image

from services.errors import BadImage, ImageProblem
from services.media import board_piece
from services.media.board_picture import Source, draw, fitting_side, soft
from services.media.board_piece import WHOLE
from services.media.board_plan import Blurred, Code, Label, Logo, Plan, Shown
from services.media.board_rect import Rect
from services.media.fitting import MOST_BYTES
from services.media.text_painter import TextSpec
from tests.bench.likeness import ssim
from tests.bench.photographs import photograph
from tests.services.media.drawn import noise, saved
from tests.services.media.ruled import RuledPainter

PAINTER = RuledPainter()
LEFT, RIGHT = Rect(0, 0, 2_000, 2_304), Rect(2_096, 0, 2_000, 2_304)


@pytest.fixture
def keep(tmp_path):
    def keep(image, name="a.jpg", **options):
        kind = "PNG" if name.endswith("png") else "JPEG"
        path = tmp_path / name
        path.write_bytes(saved(image, kind, **options))
        return Source(path, *image.size, name=f"the {name}")

    return keep


@pytest.fixture
def two(keep):
    return [
        keep(Image.new("RGB", (600, 600), "red"), "red.png"),
        keep(Image.new("RGB", (600, 600), "blue"), "blue.png"),
    ]


def planned(*items, background="#ffffff", width=4_096, height=2_304):
    return Plan(width, height, background, items)


def drawn(plan, sources, **more):
    ready = draw(plan, sources, painter=PAINTER, **more)
    with Image.open(BytesIO(ready.data)) as image:
        assert image.size == (ready.width, ready.height)
        assert f"image/{image.format.lower()}" == ready.mime
        return image.convert("RGB")


def at(image, x, y):
    """A pixel, its place given in pixels of the reference board."""
    return image.getpixel((round(x * image.width / 4_096), round(y * image.width / 4_096)))


def near(one, other, most=6):
    return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


PAIR = (Shown(0, LEFT, (0.0, 0.0, 0.8, 1.0)), Shown(1, RIGHT, (0.0, 0.0, 0.8, 1.0)))


def test_pictures_stand_on_the_ground(two):
    image = drawn(planned(*PAIR, background="#00ff00"), two)
    assert near(at(image, 900, 1_000), (255, 0, 0))
    assert near(at(image, 2_048, 1_000), (0, 255, 0))
    assert near(at(image, 3_000, 1_000), (0, 0, 255))


@pytest.mark.parametrize(
    ("size", "side"), [((600, 692), 1_229), ((100, 115), 1_200), ((5_000, 5_760), 4_096)]
)
def test_as_large_as_the_sharpest_picture_bears(size, side):
    sources = [Source(None, 10, 10), Source(None, *size)]
    plan = planned(Shown(0, LEFT, WHOLE), Shown(1, RIGHT, WHOLE))
    assert fitting_side(plan, sources) == side


def test_small_pictures_do_not_blow_up_the_large_one():
    """One large and two small, of one photograph's size: the large one sets the measure."""
    large, first = Rect(0, 0, 2_732, 2_304), Rect(2_732, 0, 1_364, 1_152)
    second = Rect(2_732, 1_152, 1_364, 1_152)
    square = (0.0, 0.0, 1.0, 0.843)
    plan = planned(Shown(0, large, square), Shown(1, first, square), Shown(2, second, square))
    photos = [Source(None, 1_200, 1_200)] * 3
    assert fitting_side(plan, photos) == pytest.approx(1.25 * 1_200 / 2_732 * 4_096, rel=0.01)
    assert soft(plan, photos) == ()
    fine = Source(None, 4_000, 4_000)
    assert fitting_side(plan, [fine, *photos[1:]]) == 4_096
    assert fitting_side(plan, [photos[0], fine, fine]) < 2_300


def test_a_part_of_a_picture_bears_less():
    whole, half = (planned(Shown(0, LEFT, (0.0, 0.0, part, part))) for part in (1.0, 0.5))
    sources = [Source(None, 1_600, 1_843)]
    assert fitting_side(half, sources) == pytest.approx(fitting_side(whole, sources) / 2, abs=1)


def test_corners_show_the_ground_and_are_smooth(two):
    round_one = Shown(0, LEFT, (0.0, 0.0, 0.8, 1.0), 200)
    image = drawn(planned(round_one, PAIR[1], background="#00ff00"), two)
    for x, y in ((8, 8), (1_990, 8), (8, 2_294), (1_990, 2_294)):
        assert near(at(image, x, y), (0, 255, 0)), (x, y)
    assert near(at(image, 2_110, 8), (0, 0, 255))
    row = [image.getpixel((x, 2)) for x in range(image.width // 3)]
    assert any(40 < red < 215 for red, green, _ in row if green > 20)


def test_what_is_see_through_shows_what_lies_below(keep, two):
    glass = Image.new("RGBA", (300, 300), (0, 0, 0, 0))
    glass.paste((255, 0, 0, 128), (150, 0, 300, 300))
    shown = Shown(0, LEFT, WHOLE, 100)
    image = drawn(planned(shown, PAIR[1], background="#0000ff"), [keep(glass, "g.png"), two[1]])
    assert near(at(image, 400, 1_000), (0, 0, 255))
    assert near(at(image, 1_500, 1_000), (128, 0, 127))


def test_a_ground_out_of_focus_has_the_pictures_colours(keep):
    photo = photograph(5, 1)
    source = keep(photo, "photo.jpg")
    image = drawn(planned(Blurred(0), Shown(0, Rect(1_500, 800, 900, 600), WHOLE)), [source])
    ground = image.crop((0, 0, image.width // 3, image.height))
    soft = ground.resize((8, 12)).resize(ground.size, Image.Resampling.BICUBIC)
    assert ssim(ground, soft) > 0.97
    assert len(ground.getcolors(1 << 20)) > 200


def test_marks_lie_on_the_pictures_in_the_plans_order(keep, two):
    rows = ((False,) * 5, *((False, True, True, True, False),) * 3, (False,) * 5)
    plan = planned(
        *PAIR,
        Label(Rect(0, 2_000, 2_000, 304), TextSpec("wide", 900, 200, "#ffff00"), (0, 0), "#000000"),
        Logo("logo", Rect(3_000, 100, 600, 600)),
        Code(Rect(3_400, 100, 500, 500), rows),
    )
    logo = keep(Image.new("RGB", (200, 100), "magenta"), "logo.png")
    image = drawn(plan, two, logo=logo)
    assert near(at(image, 1_500, 2_200), (0, 0, 0), 12)
    assert near(at(image, 100, 2_100), (255, 255, 0), 12)
    # Whole and in its own proportions within its place.
    assert near(at(image, 3_050, 400), (255, 0, 255))
    assert near(at(image, 3_050, 180), (0, 0, 255))
    assert near(at(image, 3_420, 300), (255, 255, 255), 12)
    assert near(at(image, 3_650, 350), (0, 0, 0), 12)


def test_a_plan_with_a_logo_that_is_not_given_is_drawn_without(two):
    image = drawn(planned(*PAIR, Logo("logo", Rect(100, 100, 300, 300))), two)
    assert near(at(image, 200, 200), (255, 0, 0))


def test_a_photograph_stays_sharp_until_it_is_posted(keep):
    """Beside Lanczos from the whole, after the 5 MB had their share."""
    photo = photograph(7, 1)
    source = keep(photo, "photo.jpg", quality=92)
    rect = Rect(0, 0, 4_096, 2_304)
    part = (0.0, 0.125, 1.0, 0.875)
    image = drawn(planned(Shown(0, rect, part)), [source])
    with Image.open(source.path) as whole:
        box = tuple(edge * whole.size[index % 2] for index, edge in enumerate(part))
        best = whole.convert("RGB").resize(image.size, Image.Resampling.LANCZOS, box=box)
    assert ssim(image, best) >= 0.98


def test_drawings_become_a_png_without_any_loss(two):
    ready = draw(planned(*PAIR), two, painter=PAINTER)
    assert ready.mime == "image/png"
    with Image.open(BytesIO(ready.data)) as image:
        assert image.convert("RGB").getpixel((5, 5)) == (255, 0, 0)


def test_what_is_too_heavy_at_the_best_quality_still_fits(keep):
    source = keep(noise(1_400, 1_400), "noise.png")
    square = planned(Shown(0, Rect(0, 0, 4_096, 4_096), WHOLE), width=4_096, height=4_096)
    ready = draw(square, [source], painter=PAINTER)
    assert (ready.mime, ready.width) == ("image/jpeg", 1_400)
    assert len(ready.data) <= MOST_BYTES


def test_one_helper_or_three_draw_the_same(keep):
    sources = [keep(photograph(seed, 1), f"{seed}.jpg") for seed in (1, 2)]
    plan = planned(Blurred(1), Shown(0, LEFT, WHOLE, 40), Shown(1, RIGHT, WHOLE, 40))
    made = {draw(plan, sources, painter=PAINTER, workers=count).data for count in (1, 2, 3)}
    assert len(made) == 1


@pytest.mark.parametrize(("large", "at_once"), [(100, 1), (1_000_000, 2)])
def test_no_two_large_pictures_are_in_memory_at_once(keep, monkeypatch, large, at_once):
    """Small ones are: each of the two helpers waits until the other has one, too."""
    monkeypatch.setattr(board_piece, "LARGE", large)
    sources = [keep(noise(90, 90), f"{number}.png") for number in range(4)]
    both = threading.Barrier(at_once)
    now, most = [], []
    as_it_is = board_piece._scaled

    def scaled(image, part, size):
        now.append(size)
        both.wait(timeout=20)
        most.append(len(now))
        made = as_it_is(image, part, size)
        both.wait(timeout=20)
        now.pop()
        return made

    monkeypatch.setattr(board_piece, "_scaled", scaled)
    draw(
        planned(*(Shown(at, Rect(at * 900, 0, 800, 800), WHOLE) for at in range(4))),
        sources,
        painter=PAINTER,
    )
    assert set(most) == {at_once}


@pytest.mark.parametrize("broken", [b"", b"no picture", b"\xff\xd8\xff\xe0 cut", None])
def test_a_picture_that_is_gone_or_broken_is_named(two, broken):
    if broken is None:
        two[1].path.unlink()
    else:
        two[1].path.write_bytes(broken)
    with pytest.raises(BadImage) as caught:
        draw(planned(*PAIR), two, painter=PAINTER)
    assert caught.value.path.name == "the blue.png"
    assert isinstance(caught.value.problem, ImageProblem)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("board")]


def test_a_bug_of_a_helper_comes_out(two, monkeypatch):
    def measure(*_args, **_options):
        raise ZeroDivisionError

    monkeypatch.setattr(RuledPainter, "paint", measure)
    words = Label(Rect(0, 0, 200, 100), TextSpec("a", 90, 40, "#ffffff"), (0, 0))
    with pytest.raises(ZeroDivisionError):
        draw(planned(*PAIR, words), two, painter=PAINTER)


def test_a_picture_far_too_small_for_its_place_is_told():
    left, right = Rect(0, 0, 2_048, 2_304), Rect(2_048, 0, 2_048, 2_304)
    plan = planned(Shown(0, left, WHOLE), Shown(1, right, WHOLE))
    large, small, enough = (Source(None, side, side * 9 // 8) for side in (2_048, 1_000, 1_100))
    assert soft(plan, [large, small]) == (1,)
    assert soft(plan, [large, enough]) == ()
    assert soft(plan, [small, small]) == ()
    zoomed = planned(Shown(0, left, WHOLE), Shown(1, right, (0.25, 0.25, 0.5, 0.5)))
    assert soft(zoomed, [large, large]) == (1,)


def test_a_logo_is_as_round_as_its_board(keep, two):
    logo = Logo("x", Rect(400, 400, 800, 800), radius=200)
    image = drawn(planned(*PAIR, logo), two, logo=keep(Image.new("RGB", (500, 500), "lime")))
    assert near(at(image, 406, 406), (255, 0, 0))
    assert near(at(image, 800, 800), (0, 255, 0))
    assert near(at(image, 800, 406), (0, 255, 0))
