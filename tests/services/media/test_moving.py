"""What moves stays moving: as it is where X takes it, as a GIF where not."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from services.errors import BadImage, ImageProblem
from services.media import images, moving
from services.media.for_x import prepare
from services.media.gif_writer import GifWriter
from tests.services.media.drawn import noise, saved

PATH = Path("a.webp")
COLOURS = ("red", "lime", "blue", "yellow")


def frames_of(data):
    with Image.open(BytesIO(data)) as image:
        shown = []
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            shown.append((image.convert("RGBA"), image.info.get("duration")))
        return shown, image.info.get("loop")


def squares(size=(80, 60), mode="RGB"):
    """A square that walks along a drawing."""
    made = []
    ground = Image.new(mode, size, (40, 40, 40, 0)[: len(mode)])
    for number, colour in enumerate(COLOURS):
        frame = ground.copy()
        frame.paste(Image.new(mode, (20, 20), colour), (number * 20, 10))
        made.append(frame)
    return made


def moved(kind, frames=None, **options):
    first, *rest = frames or squares()
    options = {"duration": 120, "loop": 0, **options}
    return saved(first, kind, save_all=True, append_images=rest, **options)


@pytest.mark.parametrize(
    ("kind", "options"),
    [("WEBP", {"lossless": True}), ("PNG", {}), ("AVIF", {"quality": 100, "subsampling": "4:4:4"})],
)
def test_other_kinds_become_a_gif_that_looks_alike(kind, options):
    ready = prepare(moved(kind, **options), PATH)
    assert (ready.mime, ready.width, ready.height) == ("image/gif", 80, 60)
    shown, loop = frames_of(ready.data)
    assert loop == 0
    assert len(shown) == 4
    for (frame, wait), wanted in zip(shown, squares(), strict=True):
        assert wait == 120
        different = ImageChops.difference(frame.convert("RGB"), wanted).getextrema()
        assert max(high for _low, high in different) < 16
    assert prepare(ready.data, PATH) == ready


@pytest.mark.parametrize("kind", ["WEBP", "PNG"])
def test_what_is_seen_through_stays_so(kind):
    options = {"lossless": True} if kind == "WEBP" else {"disposal": 1}
    ready = prepare(moved(kind, squares(mode="RGBA"), **options), PATH)
    shown, _loop = frames_of(ready.data)
    for number, (frame, _wait) in enumerate(shown):
        assert frame.getpixel((number * 20 + 10, 20))[3] == 255
        # What stood there before is gone, not left behind.
        assert frame.getpixel(((number * 20 + 50) % 80, 20))[3] == 0
        assert frame.getpixel((5, 55))[3] == 0


def test_frames_that_are_alike_are_one_that_stands_longer():
    first, second, *_rest = squares()
    ready = prepare(moved("WEBP", [first, first, second, second, second], lossless=True), PATH)
    shown, _loop = frames_of(ready.data)
    assert sum(wait for _frame, wait in shown) == 600
    assert len(shown) == 2


def test_what_moves_in_name_only_stands_still():
    writer = GifWriter((20, 20), once=True)
    for _ in range(3):
        writer.add(Image.new("RGB", (20, 20), "teal"), 100)
    shown, loop = frames_of(writer.written())
    assert (len(shown), loop) == (1, None)


def test_only_what_changed_is_written_again():
    ground = noise(200, 200)
    still, changed = GifWriter((200, 200), once=False), GifWriter((200, 200), once=False)
    for number in range(5):
        frame = ground.copy()
        frame.paste(COLOURS[number % 4], (10, 10, 14, 14))
        changed.add(frame, 50)
    still.add(ground, 50)
    assert changed.packed < still.packed + 5 * 1_000


def test_a_large_one_is_scaled_to_what_x_takes():
    ready = prepare(moved("WEBP", squares((2_000, 1_500)), quality=30, method=0), PATH)
    assert (ready.width, ready.height) == (1_280, 960)
    tall = prepare(moved("WEBP", squares((1_000, 1_600)), quality=30, method=0), PATH)
    assert (tall.width, tall.height) == (800, 1_280)


def test_too_many_frames_or_pixels_are_refused():
    many = [Image.new("L", (8, 8), number % 256) for number in range(351)]
    for kind in ("PNG", "GIF"):
        with pytest.raises(BadImage) as caught:
            prepare(moved(kind, many), PATH)
        assert caught.value.problem is ImageProblem.MOVES_TOO_MUCH


def test_all_frames_together_have_a_bound(monkeypatch):
    data = moved("GIF", [frame.quantize() for frame in squares()])
    facts = images.facts_of(data, PATH)
    assert moving.check(data, facts, PATH)
    monkeypatch.setattr(moving, "MOST_PIXELS", 4 * 80 * 60 - 1)
    with pytest.raises(BadImage):
        moving.check(data, facts, PATH)


def test_a_heavy_one_is_not_written_to_its_end(monkeypatch):
    monkeypatch.setattr(moving, "MOST_BYTES", 20_000)
    heavy = [noise(200, 200).rotate(90 * number) for number in range(4)]
    with pytest.raises(BadImage) as caught:
        prepare(moved("WEBP", heavy, lossless=True), PATH)
    assert caught.value.problem is ImageProblem.MOVES_TOO_MUCH


def test_a_gif_whose_second_frame_is_broken_is_found_here():
    data = moved("GIF", [noise(60, 60).quantize(), noise(60, 60).rotate(90).quantize()])
    at = data.rindex(b"\x2c\0\0\0\0\x3c\0\x3c\0")
    with pytest.raises(BadImage):
        prepare(data[: at + 900] + b"\0\x3b", PATH)


def test_a_gif_plays_as_often_as_it_did():
    for loop in (0, 1, 7):
        ready = prepare(moved("GIF", [frame.quantize() for frame in squares()], loop=loop), PATH)
        assert frames_of(ready.data)[1] == loop
