import os
import random
import stat
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from services.errors import BadImage, ImageProblem, StorageProblem, StorageTrouble
from services.media import files, for_x, images
from services.media.pictures import PictureStore


@pytest.fixture
def store(paths, database, clock):
    return PictureStore(paths, database, clock)


def saved(image, kind, **options):
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def noise(width, height, mode="RGB"):
    amount = width * height * len(Image.new(mode, (1, 1)).getbands())
    data = random.Random(7).randbytes(amount)  # noqa: S311  # noise, not a secret
    return Image.frombytes(mode, (width, height), data)


def opened(store, picture):
    with Image.open(BytesIO(store.read(picture.hash))) as image:
        image.load()
        return image


def png_header(width, height):
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\x00" * 1_000)
    idat = b"IDAT" + body
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + head
        + struct.pack(">I", zlib.crc32(head))
        + struct.pack(">I", len(body))
        + idat
        + struct.pack(">I", zlib.crc32(idat))
    )


def problem_of(store, data, name="a.jpg"):
    with pytest.raises(BadImage) as caught:
        store.add_bytes(data, name=name)
    assert caught.value.path == Path(name)
    return caught.value.problem


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


def test_an_animation_larger_than_x_takes_is_refused(store):
    frames = [Image.new("L", (1_300, 10), shade) for shade in (0, 255)]
    data = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert problem_of(store, data) is ImageProblem.TOO_BIG_FOR_X


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


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", ImageProblem.NOT_A_PICTURE),
        (b"%PDF-1.7 hello", ImageProblem.NOT_A_PICTURE),
        ("متن 🫖".encode(), ImageProblem.NOT_A_PICTURE),
        (b"\xff\xd8\xff", ImageProblem.CUT_SHORT),
        (saved(noise(90, 90), "JPEG")[:3_000], ImageProblem.CUT_SHORT),
        (saved(noise(90, 90), "PNG")[:9_000], ImageProblem.CUT_SHORT),
        (saved(noise(90, 90), "WEBP")[:3_000], ImageProblem.CUT_SHORT),
        (b"\x00\x00\x00\x18ftypheic" + b"\x00" * 40, ImageProblem.UNREADABLE),
        (png_header(100_000, 100_000), ImageProblem.TOO_MANY_PIXELS),
        (png_header(20_000, 20_000), ImageProblem.TOO_MANY_PIXELS),
        (png_header(3_000, 3_000), ImageProblem.CUT_SHORT),
        (saved(Image.new("L", (1, 1)), "PNG"), ImageProblem.TOO_SMALL),
        (saved(Image.new("L", (30_000, 4)), "PNG"), ImageProblem.TOO_SMALL),
    ],
    ids=[
        *("empty", "pdf", "words", "jpeg 3 bytes", "jpeg cut", "png cut", "webp cut", "heic"),
        *("bomb", "400 Mpx", "png without pixels", "1x1", "30,000x4"),
    ],
)
def test_what_cannot_be_used_says_why(store, paths, data, problem):
    assert problem_of(store, data) is problem
    assert not paths.pictures.exists()


@pytest.mark.parametrize(
    ("mode", "size", "kind"),
    [
        ("1", (10_000, 10_000), "PNG"),
        ("P", (9_000, 9_000), "GIF"),
        ("RGB", (16_000, 6_000), "WEBP"),
    ],
    ids=["png", "gif", "webp"],
)
def test_a_bomb_within_the_bound_is_not_unpacked(store, monkeypatch, mode, size, kind):
    """A few KB that say 80 to 100 million pixels: a gigabyte of memory, and nothing to see."""
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", None)
    options = {"lossless": True} if kind == "WEBP" else {}
    bomb = saved(Image.new(mode, size), kind, **options)
    assert len(bomb) < 80_000
    monkeypatch.setattr(images, "check_whole", None)
    assert problem_of(store, bomb) is ImageProblem.TOO_MANY_PIXELS


def test_a_large_plain_picture_is_no_bomb(store):
    data = saved(Image.new("1", (6_000, 6_000)), "PNG")
    assert store.add_bytes(data, name="plain.png").width == 6_000


def test_files_that_are_not_there_or_no_files(store, tmp_path):
    for path, problem in (
        (tmp_path / "gone.jpg", ImageProblem.UNREADABLE),
        (tmp_path, ImageProblem.NOT_A_PICTURE),
    ):
        with pytest.raises(BadImage) as caught:
            store.add_file(path)
        assert caught.value.problem is problem


def test_a_copy_that_is_gone_is_known(store):
    picture = store.add_bytes(saved(noise(8, 8), "PNG"), name="a.png")
    store.path(picture.hash).unlink()
    with pytest.raises(BadImage):
        store.read(picture.hash)
    with pytest.raises(BadImage):
        store.get("0" * 64)
    assert store.add_bytes(saved(noise(8, 8), "PNG"), name="a.png") == picture
    assert store.read(picture.hash)


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


def test_a_full_disk_leaves_no_half_picture(store, paths, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(StorageTrouble) as caught:
        store.add_bytes(saved(noise(8, 8), "PNG"), name="a.png")
    assert caught.value.problem is StorageProblem.FULL
    assert list(paths.pictures.iterdir()) == []
