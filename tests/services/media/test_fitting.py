"""The best file under so many bytes, beside trying every quality."""

from io import BytesIO

import pytest
from PIL import Image

from services.media import fitting
from services.media.fitting import BEST_QUALITY, LEAST_QUALITY, fitting_jpeg, fitting_png
from services.media.images import to_jpeg
from tests.bench.photographs import photograph
from tests.services.media.drawn import noise


@pytest.fixture(scope="module")
def photo():
    return photograph(11, 1).resize((2_048, 1_536), Image.Resampling.BICUBIC)


@pytest.fixture
def whole(monkeypatch):
    """Sizes of pictures that were encoded."""
    sizes = []

    def encode(image, quality):
        sizes.append(image.size)
        return to_jpeg(image, quality)

    monkeypatch.setattr(fitting, "to_jpeg", encode)
    return sizes


def opened(data):
    with Image.open(BytesIO(data)) as image:
        image.load()
        return image


def test_what_fits_gets_the_best_quality(photo):
    assert fitting_jpeg(photo) == to_jpeg(photo, BEST_QUALITY)


@pytest.mark.parametrize("share", [0.95, 0.8, 0.6, 0.45, 0.38])
def test_the_best_that_fits_is_found_with_few_whole_encodings(photo, whole, share):
    most = round(len(to_jpeg(photo, BEST_QUALITY)) * share)
    made = fitting_jpeg(photo, most_bytes=most)
    assert len(made) <= most
    best = next(
        data
        for quality in range(BEST_QUALITY, LEAST_QUALITY - 1, -1)
        if len(data := to_jpeg(photo, quality)) <= most
    )
    assert opened(made).size == photo.size
    assert len(made) >= 0.85 * len(best)
    assert whole.count(photo.size) <= 2


def test_below_the_least_quality_it_becomes_smaller(photo):
    most = len(to_jpeg(photo, LEAST_QUALITY)) // 2
    made = fitting_jpeg(photo, most_bytes=most)
    assert most // 3 < len(made) <= most
    assert opened(made).width < photo.width
    assert opened(made).width / opened(made).height == pytest.approx(4 / 3, rel=0.01)


@pytest.mark.parametrize("size", [(1, 1), (17, 3), (700, 1), (1, 5_000), (255, 255)])
def test_every_size_comes_through(size):
    made = fitting_jpeg(noise(*size), most_bytes=3_000)
    assert len(made) <= 3_000
    assert opened(made).format == "JPEG"


def test_a_sample_lies_all_over_the_picture():
    """Half plain, half noise: a sample of one half would be far off."""
    for box in ((0, 0, 2_048, 800), (0, 0, 1_024, 1_600)):
        image = Image.new("RGB", (2_048, 1_600), "#888888")
        image.paste(noise(box[2], box[3]), box)
        most = round(len(to_jpeg(image, BEST_QUALITY)) * 0.7)
        made = fitting_jpeg(image, most_bytes=most)
        assert 0.8 * most <= len(made) <= most


def between_the_samples(size):
    """Noise but where a sample is taken, so that it looks far lighter than it is."""
    wide, high = fitting._TILE
    image = noise(*size)
    for row in range(size[1] // high):
        for column in range(size[0] // wide):
            if (row * fitting._SHIFT + column) % fitting._PART == 0:
                at = (column * wide, row * high)
                image.paste("#888888", (*at, at[0] + wide, at[1] + high))
    return image


@pytest.mark.parametrize("quality", [94, 91])
def test_a_sample_that_is_far_too_light_does_not_make_it_too_heavy(whole, quality):
    image = between_the_samples((1_024, 2_048))
    most = len(to_jpeg(image, quality))
    made = fitting_jpeg(image, most_bytes=most)
    assert made == to_jpeg(image, quality)
    assert whole.count(image.size) == BEST_QUALITY - quality + 1


def test_see_through_becomes_white():
    image = Image.new("RGBA", (40, 40), (255, 0, 0, 0))
    assert min(opened(fitting_jpeg(image)).getpixel((20, 20))) > 250


def test_few_colours_become_a_palette_and_keep_them():
    image = Image.new("RGB", (400, 300), "#0b6b63")
    image.paste("#ffcc00", (50, 50, 120, 90))
    made = opened(fitting_png(image, most_bytes=100_000))
    assert made.mode == "P"
    assert made.convert("RGB").tobytes() == image.tobytes()


def test_a_png_that_is_too_heavy_is_none():
    assert fitting_png(noise(300, 300), most_bytes=50_000) is None
