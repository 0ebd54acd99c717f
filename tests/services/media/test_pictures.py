import os
import stat
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from services.errors import BadImage, StorageProblem, StorageTrouble
from services.media import files, for_x
from tests.services.media.drawn import noise, saved


def opened(store, picture):
    with Image.open(BytesIO(store.read(picture.hash))) as image:
        image.load()
        return image


def test_a_picture_within_the_limits_keeps_every_byte_that_draws_it(store, tmp_path):
    data = saved(noise(40, 30), "JPEG", quality=90)
    file = tmp_path / "چای سبز 🫖.jpg"
    file.write_bytes(data)
    picture = store.add_file(file)
    assert (picture.mime, picture.width, picture.height) == ("image/jpeg", 40, 30)
    assert picture.name == "چای سبز 🫖.jpg"
    assert store.read(picture.hash) == data
    assert picture.bytes == len(data)


def test_the_same_picture_is_kept_once(store, paths):
    data = saved(noise(8, 8), "PNG")
    first = store.add_bytes(data, name="a.png")
    assert store.add_bytes(data, name="b.png") == first
    assert len(list(paths.pictures.iterdir())) == 1


def test_a_name_that_is_no_text_is_kept_as_far_as_it_is(store):
    assert store.add_bytes(saved(noise(8, 8), "PNG"), name="caf\udce9.png").name == "caf.png"


@pytest.mark.skipif(os.name != "posix", reason="POSIX file modes")
def test_our_copy_is_the_owners_alone(store):
    picture = store.add_bytes(saved(noise(8, 8), "PNG"), name="a.png")
    assert stat.S_IMODE(store.path(picture.hash).stat().st_mode) == 0o600


def test_a_turned_photograph_stands_upright(store):
    image = Image.new("RGB", (40, 20), "white")
    image.paste("red", (0, 0, 10, 20))
    tags = Image.Exif()
    tags[0x0112] = 6
    picture = store.add_bytes(saved(image, "JPEG", exif=tags.tobytes(), quality=95), name="a.jpg")
    assert (picture.width, picture.height) == (20, 40)
    upright = opened(store, picture)
    assert upright.getpixel((10, 2))[1] < 60
    assert upright.getpixel((10, 35))[1] > 200
    assert not upright.getexif()


def test_a_heavy_picture_gets_the_best_quality_that_fits(store):
    picture = store.add_bytes(saved(noise(2_000, 1_500), "PNG"), name="a.png")
    assert picture.mime == "image/jpeg"
    assert 0.8 * for_x.MOST_BYTES < picture.bytes <= for_x.MOST_BYTES
    assert (picture.width, picture.height) == (2_000, 1_500)


def test_a_heavy_picture_that_no_quality_fits_shrinks(store, monkeypatch):
    monkeypatch.setattr(for_x, "MOST_BYTES", 60_000)
    picture = store.add_bytes(saved(noise(500, 400), "PNG"), name="a.png")
    assert picture.bytes <= 60_000
    assert picture.width < 500
    assert opened(store, picture).size == (picture.width, picture.height)


def test_a_very_wide_picture_is_scaled_to_what_x_takes(store):
    picture = store.add_bytes(
        saved(Image.new("RGB", (30_000, 300), "teal"), "JPEG"), name="wide.jpg"
    )
    assert (picture.width, picture.height) == (8_192, 82)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("TIFF", "RGB"), ("BMP", "RGB"), ("AVIF", "RGB"), ("JPEG", "CMYK"), ("GIF", "P")],
)
def test_other_formats_become_ones_x_takes(store, kind, mode):
    image = Image.new("RGB", (60, 40), (200, 80, 40))
    image = image.quantize() if mode == "P" else image.convert(mode)
    picture = store.add_bytes(saved(image, kind), name=f"a.{kind.lower()}")
    assert picture.mime in ("image/jpeg", "image/png")
    shown = opened(store, picture).convert("RGB").getpixel((30, 20))
    assert all(abs(a - b) < 12 for a, b in zip(shown, (200, 80, 40), strict=True))


def test_transparency_stays(store):
    image = Image.new("RGBA", (60, 40), (0, 0, 0, 0))
    tags = Image.Exif()
    tags[0x0112] = 3
    picture = store.add_bytes(saved(image, "PNG", exif=tags.tobytes()), name="logo.png")
    assert picture.mime == "image/png"
    assert opened(store, picture).getpixel((5, 5))[3] == 0


def test_an_animation_stays_one(store):
    frames = [Image.new("RGB", (20, 20), colour).quantize() for colour in ("red", "blue")]
    data = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert store.add_bytes(data, name="a.gif").mime == "image/gif"


def test_a_wide_gamut_profile_becomes_srgb_when_pixels_are_touched(store):
    lab = (
        ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes().replace(b"sRGB", b"RGBx")
    )
    tags = Image.Exif()
    tags[0x0112] = 3
    image = Image.new("RGB", (30, 30), (120, 90, 60))
    data = saved(image, "JPEG", icc_profile=lab, exif=tags.tobytes(), quality=95)
    picture = store.add_bytes(data, name="a.jpg")
    shown = opened(store, picture)
    assert "icc_profile" not in shown.info
    assert all(abs(a - b) < 6 for a, b in zip(shown.getpixel((9, 9)), (120, 90, 60), strict=True))


def test_a_copy_that_is_gone_is_known(store):
    picture = store.add_bytes(saved(noise(8, 8), "PNG"), name="a.png")
    store.path(picture.hash).unlink()
    with pytest.raises(BadImage):
        store.read(picture.hash)
    with pytest.raises(BadImage):
        store.get("0" * 64)
    assert store.add_bytes(saved(noise(8, 8), "PNG"), name="a.png") == picture
    assert store.read(picture.hash)


def test_a_full_disk_leaves_no_half_picture(store, paths, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(StorageTrouble) as caught:
        store.add_bytes(saved(noise(8, 8), "PNG"), name="a.png")
    assert caught.value.problem is StorageProblem.FULL
    assert list(paths.pictures.iterdir()) == []
