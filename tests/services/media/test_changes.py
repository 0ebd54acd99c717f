"""What is told of a picture that came in otherwise than it goes out."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from services.media.changes import Change, changes_of

PATH = Path("cup.jpg")


def coded(image, form="JPEG", **more):
    out = BytesIO()
    image.save(out, form, **more)
    return out.getvalue()


def done_to(shop, data, name="cup.jpg"):
    return changes_of(data, Path(name), shop.pictures.add_bytes(data, name=name))


def test_a_picture_that_goes_as_it_came(shop):
    assert done_to(shop, coded(Image.new("RGB", (64, 48), "teal"))) == frozenset()


def test_place_and_camera(shop):
    image = Image.new("RGB", (64, 48), "teal")
    exif = image.getexif()
    exif[0x010F] = "Camera"
    exif.get_ifd(0x8825)[1] = "N"

    assert done_to(shop, coded(image, exif=exif)) == {Change.CLEANED}


def test_one_with_too_many_pixels(shop):
    data = coded(Image.new("L", (8_400, 20), 90), "PNG")

    assert done_to(shop, data, "long.png") == {Change.SMALLER}


def test_another_kind(shop):
    data = coded(Image.new("RGB", (64, 48), "teal"), "BMP")

    assert done_to(shop, data, "cup.bmp") == {Change.OTHER_KIND}


def test_what_was_see_through_and_too_heavy(shop):
    noise = Image.effect_noise((1_500, 1_500), 90)
    heavy = Image.merge("RGBA", [noise, noise.rotate(90), noise.rotate(180), noise.rotate(270)])

    assert done_to(shop, coded(heavy, "PNG", compress_level=1), "cut-out.png") == {
        Change.OTHER_KIND,
        Change.FILLED,
    }


def test_colours_of_a_printer(shop):
    data = coded(Image.new("CMYK", (64, 48), (90, 10, 10, 0)))

    assert Change.COLOURS in done_to(shop, data)


@pytest.mark.parametrize("data", [b"", b"no picture", b"\xff\xd8\xff"])
def test_what_cannot_be_read_tells_nothing(shop, data):
    kept = shop.pictures.add_bytes(coded(Image.new("RGB", (8, 8), "teal")), name="a.jpg")

    assert changes_of(data, PATH, kept) == frozenset()


def test_a_profile_of_screens_is_no_change(shop):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = coded(Image.new("RGB", (64, 48), "teal"), icc_profile=profile)

    assert Change.COLOURS not in done_to(shop, data)
