import random
from io import BytesIO
from itertools import combinations

import pytest
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

from services.media import fingerprint
from tests.services.media.drawn import saved


def photographed(seed, width=900):
    """Something like a photograph, three by two: soft light, a few things, grain."""
    lot = random.Random(seed)  # noqa: S311  # a picture, not a secret
    small = Image.new("RGB", (9, 6))
    small.putdata([tuple(lot.randrange(40, 230) for _ in range(3)) for _ in range(54)])
    size, scale = (width, width * 2 // 3), width / 900
    image = small.resize(size, Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(image)
    for _ in range(6):
        x, y = (scale * lot.randrange(most) for most in (900, 600))
        w, h = (scale * lot.randrange(60, 300) for _ in range(2))
        colour = tuple(lot.randrange(256) for _ in range(3))
        draw.ellipse((x - w / 2, y - h / 2, x + w / 2, y + h / 2), colour)
    grain = Image.effect_noise(size, 18).convert("RGB")
    return Image.blend(image, grain, 0.06).filter(ImageFilter.GaussianBlur(0.8 * scale))


@pytest.fixture(scope="module")
def photographs():
    """With their fingerprints."""
    images = map(photographed, range(12))
    return [(image, fingerprint.of(image)) for image in images]


def mug(colour, ground="#efe9df", size=(800, 800)):
    """Goods of one form before one wall."""
    image = Image.new("RGB", size, ground)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 600, 800, 800), "#c8b8a0")
    draw.ellipse((480, 330, 660, 530), outline=colour, width=34)
    draw.rounded_rectangle((230, 250, 550, 640), 40, fill=colour)
    return image.filter(ImageFilter.GaussianBlur(2))


def again(image, kind, **options):
    return Image.open(BytesIO(saved(image, kind, **options))).convert("RGB")


def cut(image, left, top, right, bottom):
    w, h = image.size
    return image.crop((w * left, h * top, w * (1 - right), h * (1 - bottom)))


CHANGES = {
    "jpeg 40": lambda image: again(image, "JPEG", quality=40),
    "jpeg 75": lambda image: again(image, "JPEG", quality=75),
    "webp 50": lambda image: again(image, "WEBP", quality=50),
    "64 colours": lambda image: again(image.quantize(64, Image.Quantize.FASTOCTREE), "PNG"),
    "half": lambda image: image.resize((image.width // 2, image.height // 2)),
    "a quarter, saved": lambda image: again(
        image.resize((image.width // 4, image.height // 4)), "JPEG", quality=60
    ),
    "as X shows it": lambda image: again(image.resize((680, 453)), "JPEG", quality=85),
    "lighter": lambda image: ImageEnhance.Brightness(image).enhance(1.05),
    "one hundredth off each edge": lambda image: cut(image, 0.01, 0.01, 0.01, 0.01),
    "two off one edge": lambda image: cut(image, 0, 0, 0.02, 0),
}
MUGS = ("#274b6d", "#a5352b", "#3f6f4a", "#d8b13a", "#f6f4f0", "#241f1c")


@pytest.mark.parametrize("change", CHANGES)
def test_the_same_picture_is_known_again(photographs, change):
    for image, mark in photographs:
        assert fingerprint.distance(mark, fingerprint.of(CHANGES[change](image))) is not None


@pytest.mark.parametrize("change", ["jpeg 40", "webp 50", "half"])
def test_goods_before_a_plain_wall_are_known_again(change):
    for colour in MUGS:
        marks = [fingerprint.of(one) for one in (mug(colour), CHANGES[change](mug(colour)))]
        assert fingerprint.distance(*marks) is not None


def test_distinct_pictures_are_told_apart():
    marks = [fingerprint.of(photographed(seed, 300)) for seed in range(60)]
    assert all(fingerprint.distance(a, b) is None for a, b in combinations(marks, 2))


def test_one_form_in_other_colours_is_another_picture():
    marks = [fingerprint.of(mug(colour)) for colour in MUGS]
    assert all(fingerprint.distance(a, b) is None for a, b in combinations(marks, 2))


def test_mirrored_and_turned_are_other_pictures():
    image = photographed(3)
    for turned in (Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.ROTATE_90):
        other = fingerprint.of(image.transpose(turned))
        assert fingerprint.distance(fingerprint.of(image), other) is None


@pytest.mark.parametrize("size", [(1, 1), (40, 3), (800, 600)])
@pytest.mark.parametrize("colour", ["white", "#8a2f2f"])
def test_one_colour_is_like_nothing(size, colour):
    mark = fingerprint.of(Image.new("RGB", size, colour))
    assert mark == fingerprint.NONE
    assert fingerprint.distance(mark, mark) is None


def test_a_logo_is_seen_on_white():
    logo = Image.new("RGBA", (400, 400), (10, 20, 30, 0))
    ImageDraw.Draw(logo).polygon([(40, 40), (360, 120), (120, 380)], "#a5352b")
    flat = Image.new("RGB", logo.size, "white")
    flat.paste(logo, mask=logo.getchannel("A"))
    assert fingerprint.of(logo) == fingerprint.of(flat)
