"""How pictures are opened: upright, within memory, by what they are."""

import builtins
import os
from pathlib import Path

import pytest
from PIL import Image

from services.errors import BadImage, ImageProblem
from services.media import images, room
from services.media.for_x import prepare
from tests.odd_pictures.batch import run
from tests.services.media.drawn import noise, saved
from tests.services.media.heic import heic

PATH = Path("a.jpg")
CORNERS = {"red": (2, 2), "lime": (57, 2), "blue": (57, 37), "white": (2, 37)}
"""As it is seen: clockwise from the upper left, in a picture of 60 by 40."""
LIES = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a camera held so has stored it: what turning it by Exif's rule undoes."""


def upright():
    image = Image.new("RGB", (60, 40), "black")
    for colour, (x, y) in CORNERS.items():
        image.paste(colour, (x // 30 * 30, y // 20 * 20, x // 30 * 30 + 30, y // 20 * 20 + 20))
    return image


def lying(turn):
    return upright() if LIES[turn] is None else upright().transpose(LIES[turn])


def looks_upright(image):
    assert image.size == (60, 40)
    for colour, place in CORNERS.items():
        wanted = Image.new("RGB", (1, 1), colour).getpixel((0, 0))
        found = image.convert("RGB").getpixel(place)
        assert all(abs(a - b) < 40 for a, b in zip(found, wanted, strict=True)), (colour, found)
    return True


@pytest.mark.parametrize("turn", LIES)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_all_eight_ways_a_camera_was_held(kind, turn):
    tags = Image.Exif()
    tags[0x0112] = turn
    data = saved(lying(turn), kind, exif=tags)
    facts = images.facts_of(data, PATH)
    assert (facts.width, facts.height) == (60, 40)
    assert looks_upright(images.load(data, PATH))
    ready = prepare(data, PATH)
    assert (ready.width, ready.height) == (60, 40)
    again = images.facts_of(ready.data, PATH)
    assert not again.turned
    assert looks_upright(images.load(ready.data, PATH))


@pytest.mark.parametrize("turn", [0, 9, 255, 65_535])
def test_a_turn_that_is_none_is_left_alone(turn):
    tags = Image.Exif()
    tags[0x0112] = turn
    data = saved(upright(), "JPEG", exif=tags)
    assert not images.facts_of(data, PATH).turned
    assert looks_upright(images.load(data, PATH))


@pytest.mark.parametrize("quarter_turns", range(4))
def test_a_phones_heic(quarter_turns):
    tags = Image.Exif()
    tags[0x0112] = 6
    data = heic(quarter_turns=quarter_turns, exif=tags.tobytes())
    facts = images.facts_of(data, PATH)
    size = (64, 48) if quarter_turns % 2 == 0 else (48, 64)
    assert (facts.format, facts.width, facts.height) == ("HEIF", *size)
    image = images.load(data, PATH)
    assert image.size == size
    # The white band lies along the top, the left, the foot and the right.
    x, y = {0: (50, 2), 1: (2, 10), 2: (10, 45), 3: (45, 50)}[quarter_turns]
    assert min(image.getpixel((x, y))) > 200
    ready = prepare(data, PATH)
    assert (ready.mime, ready.width, ready.height) == ("image/jpeg", *size)


@pytest.mark.parametrize("cut", [60, 200, -20])
def test_a_cut_heic(cut):
    with pytest.raises(BadImage) as caught:
        prepare(heic()[:cut], PATH)
    assert caught.value.problem is ImageProblem.CUT_SHORT


def test_heic_where_nothing_reads_it(monkeypatch):
    as_it_is = builtins.__import__

    def without(name, *args, **options):
        if name == "pi_heif":
            raise ImportError(name)
        return as_it_is(name, *args, **options)

    monkeypatch.setattr(builtins, "__import__", without)
    monkeypatch.delitem(Image.OPEN, "HEIF", raising=False)
    with pytest.raises(BadImage) as caught:
        prepare(heic(), Path("IMG_0042.HEIC"))
    assert caught.value.problem is ImageProblem.NO_HEIC


def test_two_pictures_in_one_file_are_the_first_of_them():
    first, second = noise(40, 30), noise(80, 60)
    data = saved(first, "MPO", save_all=True, append_images=[second])
    facts = images.facts_of(data, PATH)
    assert (facts.format, facts.width, facts.moves) == ("JPEG", 40, False)
    ready = prepare(data, PATH)
    assert len(ready.data) < len(data) // 3
    assert (
        images.load(ready.data, PATH).tobytes() == images.load(saved(first, "JPEG"), PATH).tobytes()
    )


@pytest.mark.parametrize("name", ["a.gif", "a.txt", "a", "a.jpg.exe", "📷.png"])
def test_the_name_says_nothing(name):
    assert prepare(saved(noise(20, 20), "WEBP"), Path(name)).mime == "image/webp"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX pipes")
def test_a_pipe_is_not_waited_for(tmp_path):
    pipe = tmp_path / "a.jpg"
    os.mkfifo(pipe)
    with pytest.raises(BadImage) as caught:
        images.read(pipe)
    assert caught.value.problem is ImageProblem.NOT_A_PICTURE


def test_a_file_too_large_to_read(tmp_path):
    path = tmp_path / "a.tif"
    with path.open("wb") as file:
        file.truncate(images.MOST_FILE_BYTES + 1)
    with pytest.raises(BadImage) as caught:
        images.read(path)
    assert caught.value.problem is ImageProblem.TOO_BIG_FOR_X


def test_a_large_picture_comes_at_half(monkeypatch):
    monkeypatch.setattr(room, "MOST_KEPT_PIXELS", 100 * 60)
    for kind in ("JPEG", "PNG"):
        data = saved(upright().resize((180, 120)), kind)
        assert images.load(data, PATH).size == (90, 60)
        assert images.load(data, PATH, at_least=(180, 120)).size == (90, 60)
    small = saved(upright(), "JPEG")
    assert images.load(small, PATH).size == (60, 40)


def test_a_jpeg_is_decoded_no_smaller_than_is_asked_for():
    data = saved(noise(800, 600), "JPEG", quality=60)
    for asked, given in ((800, 800), (401, 800), (400, 400), (200, 200), (101, 200), (10, 100)):
        image = images.load(data, PATH, at_least=(asked, asked * 3 // 4))
        assert image.width == given


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="memory as Linux tells it")
def test_a_phones_108_million_pixels_fit_into_memory(tmp_path):
    tile = Image.effect_noise((1_500, 1_125), 40).convert("RGB")
    whole = tile.resize((12_000, 9_000), Image.Resampling.NEAREST)
    paths = []
    for number, options in enumerate(({}, {"progressive": True})):
        paths.append(tmp_path / f"{number}.jpg")
        whole.save(paths[-1], quality=80, **options)
    del whole
    for outcome in run(paths):
        assert outcome.said == "used image/jpeg"
        assert outcome.mb < 500
