"""What X gets of a picture: the same pixels where it may, and else as little changed as can be."""

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw

from services.errors import BadImage, ImageProblem
from services.media import for_x, icc, images
from services.media.fitting import fitting_png
from services.media.for_x import prepare
from tests.services.media import profiles
from tests.services.media.drawn import noise, saved

PATH = Path("a.png")


def flat(size, mode="RGB"):
    """A logo: few colours, sharp edges."""
    image = Image.new(mode, size, "white")
    draw = ImageDraw.Draw(image)
    for number, colour in enumerate(("navy", "crimson", "gold", "teal")):
        left = number * size[0] // 4
        draw.ellipse((left, size[1] // 4, left + size[0] // 5, size[1] // 2), fill=colour)
    return image


def pixels(data):
    return images.load(data, PATH).tobytes()


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("JPEG", {"quality": 60}),
        ("JPEG", {"progressive": True}),
        ("PNG", {}),
        ("PNG", {"interlace": 1}),
        ("WEBP", {"quality": 50}),
        ("WEBP", {"lossless": True}),
    ],
)
def test_within_the_limits_no_byte_of_the_pixels_changes(kind, options):
    data = saved(noise(300, 200), kind, **options)
    assert prepare(data, PATH).data == data


def test_a_wide_gamut_keeps_its_pixels_and_its_profile():
    image = noise(60, 40)
    for kind in ("JPEG", "PNG", "WEBP"):
        data = saved(image, kind, icc_profile=profiles.matrix())
        ready = prepare(data, PATH)
        with images.opened(ready.data, PATH) as opened:
            assert opened.info["icc_profile"] == icc.cleaned(profiles.matrix())
        assert pixels(ready.data) == pixels(data)


def test_a_huge_profile_is_applied_and_let_go():
    image = Image.new("RGB", (60, 40), (200, 120, 60))
    plain = profiles.matrix()
    huge = profiles.matrix(pad_=b"text\0\0\0\0" + bytes(icc.MOST_BYTES))
    for kind in ("JPEG", "PNG"):
        ready = prepare(saved(image, kind, icc_profile=huge), PATH)
        with images.opened(ready.data, PATH) as opened:
            assert "icc_profile" not in opened.info
        wanted = images.load(saved(image, "PNG", icc_profile=plain), PATH).getpixel((9, 9))
        found = images.load(ready.data, PATH).getpixel((9, 9))
        assert all(abs(a - b) <= 3 for a, b in zip(found, wanted, strict=True))
        assert found != image.getpixel((9, 9))


@pytest.mark.parametrize("kind", ["BMP", "TIFF"])
def test_flat_art_stays_without_loss_and_small(kind):
    image = flat((1_600, 1_200))
    data = saved(image, kind)
    ready = prepare(data, PATH)
    assert ready.mime == "image/png"
    assert len(ready.data) < 60_000
    with images.opened(ready.data, PATH) as opened:
        assert opened.mode == "P"
    assert pixels(ready.data) == image.tobytes()


def test_a_large_screenshot_stays_flat_art():
    image = flat((9_000, 2_000))
    ready = prepare(saved(image, "PNG"), PATH)
    assert (ready.mime, ready.width, ready.height) == ("image/png", 8_192, 1_820)


def test_a_photograph_kept_without_loss_becomes_a_good_jpeg():
    image = noise(1_700, 1_100)
    ready = prepare(saved(image, "PNG"), PATH)
    assert ready.mime == "image/jpeg"
    assert 4_000_000 < len(ready.data) <= for_x.MOST_BYTES
    assert (ready.width, ready.height) == image.size


def test_what_is_seen_through_stays_so_where_it_fits_and_turns_white_where_not():
    logo = flat((400, 300)).convert("RGBA")
    logo.putalpha(Image.linear_gradient("L").resize(logo.size))
    for kind in ("TIFF", "AVIF"):
        ready = prepare(saved(logo, kind), PATH)
        assert ready.mime == "image/png"
        assert images.load(ready.data, PATH).mode == "RGBA"
    heavy = noise(1_500, 1_100, "RGBA")
    heavy.paste((0, 0, 0, 0), (0, 0, 400, 400))
    ready = prepare(saved(heavy, "PNG"), PATH)
    assert ready.mime == "image/jpeg"
    assert min(images.load(ready.data, PATH).getpixel((100, 100))) > 245


def test_neither_comment_nor_resolution_of_a_turned_picture_comes_along():
    tags = Image.Exif()
    tags[0x0112] = 3
    options = {"exif": tags, "comment": b"Mina Tea", "dpi": (4_711, 4_711)}
    ready = prepare(saved(noise(60, 40), "JPEG", **options), PATH)
    with images.opened(ready.data, PATH) as opened:
        assert not {"comment", "exif", "dpi", "icc_profile"} & set(opened.info)
    assert b"Mina" not in ready.data


@pytest.mark.parametrize("size", [(3, 40), (40, 3), (8_192 * 3, 8), (9_000, 3)])
def test_what_x_would_not_show_is_refused(size):
    with pytest.raises(BadImage) as caught:
        prepare(saved(Image.new("L", size), "PNG"), PATH)
    assert caught.value.problem is ImageProblem.TOO_SMALL


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
@pytest.mark.parametrize("colours", [2, 16, 200, 256, 257, 5_000])
def test_a_png_never_loses_a_colour(mode, colours):
    image = Image.new(mode, (100, 100))
    for at in range(100 * 100):
        colour = at % colours
        values = (colour % 256, colour // 256 * 3, (colour * 7) % 256, 255 - colour % 9)
        image.putpixel((at % 100, at // 100), values[: len(mode)])
    made = fitting_png(image, most_bytes=5_000_000)
    assert made is not None
    shown = images.load(made, PATH).convert(mode)
    assert ImageChops.difference(shown, image).getbbox() is None


def test_a_png_that_is_too_heavy_is_given_up():
    image = noise(300, 300)
    assert fitting_png(image, most_bytes=100_000) is None
    whole = fitting_png(image, most_bytes=1_000_000)
    assert whole is not None
    assert fitting_png(image, most_bytes=len(whole)) == whole
    assert fitting_png(image, most_bytes=len(whole) - 1) is None
