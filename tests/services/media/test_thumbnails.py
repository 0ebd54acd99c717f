"""Small pictures for the screen: made once, and from no more than they show."""

from pathlib import Path

import pytest
from PIL import Image

from services.media import images
from tests.services.media.drawn import noise, saved


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "I;16", "L", "P", "CMYK"])
def test_thumbnails_are_made_once_and_small(store, mode):
    image = Image.new("I;16", (900, 600), 40_000) if mode == "I;16" else noise(90, 60, "RGB")
    image = image if mode == "I;16" else image.resize((900, 600)).convert(mode)
    kind = "JPEG" if mode == "CMYK" else "PNG"
    picture = store.add_bytes(saved(image, kind), name="a.png")
    path = store.thumbnail(picture.hash, 96)
    with Image.open(path) as small:
        assert small.size == (96, 64)
        if mode == "I;16":
            assert abs(small.convert("L").getpixel((40, 30)) - 156) < 4
    made = path.stat().st_mtime_ns
    assert store.thumbnail(picture.hash, 96) == path
    assert path.stat().st_mtime_ns == made


@pytest.mark.parametrize("turn", [1, 6])
@pytest.mark.parametrize(
    ("size", "decoded", "kept"),
    [
        ((1200, 1200), (600, 600), (600, 600)),
        ((1600, 1200), (800, 600), (640, 480)),
        ((1100, 825), (1100, 825), (640, 480)),
        ((4032, 3024), (1008, 756), (640, 480)),
    ],
)
def test_a_thumbnail_decodes_no_more_than_it_shows(store, monkeypatch, size, decoded, kept, turn):
    seen = []
    as_it_is = images.load

    def load(*args, **options):
        image = as_it_is(*args, **options)
        seen.append(image.size)
        return image

    exif = Image.Exif()
    exif[0x0112] = turn
    picture = store.add_bytes(saved(Image.new("RGB", size, "navy"), "JPEG", exif=exif), name="a")
    monkeypatch.setattr(images, "load", load)
    with Image.open(store.thumbnail(picture.hash, 640)) as small:
        assert small.size == (kept if turn == 1 else kept[::-1])
    assert seen == [decoded if turn == 1 else decoded[::-1]]


def test_a_picture_that_stands_upright_is_not_copied(monkeypatch):
    monkeypatch.setattr(Image.Image, "copy", pytest.fail)
    whole = images.load(saved(Image.new("RGB", (40, 30), "red"), "JPEG"), Path("a.jpg"))
    assert whole.size == (40, 30)
