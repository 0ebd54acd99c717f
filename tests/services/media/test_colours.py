"""Whatever a picture's colours are kept in, it looks the same in sRGB."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from services.media import colours, images
from tests.services.media import profiles
from tests.services.media.drawn import noise, saved

PATH = Path("a.png")


def near(found, wanted, by=3):
    return all(abs(a - b) <= by for a, b in zip(found, wanted, strict=True))


def by_hand(colour):
    """Display P3 to sRGB as CSS Color 4 §18 has it: three light sums."""
    rows = ((1.2249, -0.2247, 0.0), (-0.0420, 1.0419, 0.0), (-0.0197, -0.0786, 1.0979))
    light = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (shade / 255 for shade in colour)
    ]
    mixed = [max(0.0, sum(a * b for a, b in zip(row, light, strict=True))) for row in rows]
    return [
        255 * (12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055)
        for value in mixed
    ]


def opened(image, **options):
    made = Image.open(BytesIO(saved(image, "PNG", **options)))
    made.load()
    return made


def seen(image, kind="PNG", **options):
    made = images.load(saved(image, kind, **options), PATH)
    assert made.info == {}
    return made


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P"])
def test_display_p3_becomes_srgb(mode):
    colour = (200, 120, 60)
    image = Image.new("RGB", (20, 20), colour)
    image = image.quantize() if mode == "P" else image.convert(mode)
    made = seen(image, icc_profile=profiles.matrix())
    assert near(made.getpixel((9, 9))[:3], by_hand(colour))
    assert made.mode == ("RGBA" if mode == "RGBA" else "RGB")


def test_alpha_stays_under_a_profile():
    image = noise(20, 20, "RGBA")
    made = seen(image, icc_profile=profiles.matrix())
    assert made.getchannel("A").tobytes() == image.getchannel("A").tobytes()


@pytest.mark.parametrize("mode", ["L", "LA"])
def test_a_grey_profile_is_heeded(mode):
    image = Image.new("L", (20, 20), 128).convert(mode)
    made = seen(image, icc_profile=profiles.grey(1.0))
    # Half of the light is shade 188 in sRGB.
    assert near(made.getpixel((9, 9))[:3], (188, 188, 188))
    assert made.mode == ("RGBA" if mode == "LA" else "RGB")


def test_inks_become_light():
    white, black = (0, 0, 0, 0), (255, 255, 255, 255)
    image = Image.new("CMYK", (32, 16), white)
    image.paste(black, (16, 0, 32, 16))
    for options in ({}, {"icc_profile": profiles.cmyk()}):
        made = seen(image, "TIFF", **options)
        assert near(made.getpixel((4, 4)), (255, 255, 255), by=8)
        assert max(made.getpixel((28, 8))) < 70


@pytest.mark.parametrize(
    "profile",
    [b"\0" * 200, profiles.cmyk(), profiles.grey(), profiles.matrix()[:400], b"x" * 21_000_000],
    ids=["broken", "for inks", "for greys", "cut", "21 MB"],
)
def test_a_profile_that_is_of_no_use_leaves_the_colours_as_they_are(profile):
    image = noise(20, 20)
    image.info["icc_profile"] = profile
    made = colours.in_srgb(image.copy())
    assert made.tobytes() == image.tobytes()


@pytest.mark.parametrize(
    ("mode", "value", "shade"),
    [
        ("I;16", 0, 0),
        ("I;16", 32_896, 128),
        ("I;16", 65_535, 255),
        ("I", 200, 200),
        ("I", 40_000, 155),
        ("F", 0.5, 127),
        ("F", 100.0, 100),
        ("F", 1e30, 255),
    ],
)
def test_numbers_larger_than_a_byte_become_shades(mode, value, shade):
    image = Image.new(mode, (20, 1_100), value)
    made = seen(image, "TIFF")
    assert made.size == image.size
    for y in (0, 600, 1_099):
        assert near(made.getpixel((9, y)), (shade,) * 3, by=1)


def test_a_see_through_shade_of_sixteen_bits_stays_so():
    image = Image.new("I;16", (20, 1_100), 40_000)
    image.paste(Image.new("I;16", (20, 600), 1_000), (0, 0))
    for made in (
        seen(image, transparency=1_000),
        colours.in_srgb(colours.halved(opened(image, transparency=1_000))),
    ):
        assert made.mode == "RGBA"
        assert made.getpixel((4, 100))[3] == 0
        assert made.getpixel((4, made.height - 1)) == (155, 155, 155, 255)


def test_lab_and_one_bit_and_a_see_through_colour():
    lab = ImageCms.profileToProfile(
        Image.new("RGB", (20, 20), (200, 60, 60)),
        ImageCms.createProfile("sRGB"),
        ImageCms.createProfile("LAB"),
        outputMode="LAB",
    )
    assert near(seen(lab, "TIFF").getpixel((9, 9)), (200, 60, 60), by=6)
    assert seen(Image.new("1", (20, 20), 1)).getpixel((9, 9)) == (255, 255, 255)
    red = Image.new("RGB", (20, 20), "red")
    assert seen(red, transparency=(255, 0, 0)).getpixel((9, 9))[3] == 0


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "F"])
@pytest.mark.parametrize("size", [(1, 1), (31, 1_025), (600, 3)])
def test_half_a_picture_is_the_same_picture(mode, size):
    image = Image.linear_gradient("L").resize(size)
    image = image.point(lambda shade: shade * 256, "I").convert("I;16") if mode == "I;16" else image
    image = image.convert(mode) if image.mode != mode else image
    half = colours.in_srgb(colours.halved(image))
    assert half.size == ((size[0] + 1) // 2, (size[1] + 1) // 2)
    if size[1] > 1_000 and mode != "1":
        whole = colours.in_srgb(image)
        for y in (10, 250, 500):
            assert near(half.getpixel((9, y)), whole.getpixel((18, 2 * y)), by=3)


@pytest.mark.parametrize("way", [colours.plain, colours.halved])
def test_a_grey_profile_is_heeded_in_sixteen_bits(way):
    """Half of the light, as a scanner writes it, is shade 188 in sRGB, and not 128."""
    image = Image.new("I;16", (20, 1_100), 32_896)
    image.info["icc_profile"] = profiles.grey(1.0)
    made = colours.in_srgb(way(image))
    assert near(made.getpixel((9, made.height - 2)), (188, 188, 188))
    assert near(seen(image, icc_profile=profiles.grey(1.0)).getpixel((9, 9)), (188, 188, 188))


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P"])
def test_half_a_picture_keeps_its_profile(mode):
    colour = (200, 120, 60)
    image = Image.new("RGB", (20, 20), colour)
    image = image.quantize() if mode == "P" else image.convert(mode)
    image.info["icc_profile"] = profiles.matrix()
    made = colours.in_srgb(colours.halved(image))
    assert near(made.getpixel((5, 5))[:3], by_hand(colour))
