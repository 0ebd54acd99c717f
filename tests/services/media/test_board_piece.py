"""A part of a picture, beside the same cut and scaled from the whole by hand."""

from contextlib import nullcontext
from io import BytesIO

import pytest
from PIL import Image, ImageCms, ImageOps
from PIL.JpegImagePlugin import JpegImageFile

from services.errors import BadImage, ImageProblem
from services.media import board_piece, images
from services.media.board_piece import WHOLE
from tests.bench.likeness import ssim
from tests.bench.photographs import photograph
from tests.services.media import profiles
from tests.services.media.drawn import noise, saved

LANCZOS = Image.Resampling.LANCZOS
BAR = 0.98


@pytest.fixture(scope="module")
def photo():
    return photograph(3, 1)


@pytest.fixture
def keep(tmp_path):
    def keep(data, name="a.jpg"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return keep


@pytest.fixture
def decoded(monkeypatch):
    """Sizes at which JPEGs were decoded."""
    sizes = []
    as_it_is = JpegImageFile.load

    def load(self):
        sizes.append(self.size)
        return as_it_is(self)

    monkeypatch.setattr(JpegImageFile, "load", load)
    return sizes


def piece(path, part, size):
    return board_piece.piece(path, part, size, alone=nullcontext())


def reference(image, part, size):
    box = tuple(edge * image.size[at % 2] for at, edge in enumerate(part))
    return image.resize(size, LANCZOS, box=box)


def near(one, other, most=3):
    return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize(
    ("part", "size", "step"),
    [
        (WHOLE, (1_500, 1_125), 1),
        (WHOLE, (1_000, 750), 1),
        (WHOLE, (570, 428), 2),
        (WHOLE, (280, 210), 2),
        (WHOLE, (192, 144), 4),
        (WHOLE, (140, 105), 4),
        (WHOLE, (96, 72), 8),
        ((0.0, 0.125, 1.0, 0.875), (280, 158), 2),
        ((0.31, 0.18, 0.56, 0.43), (280, 210), 1),
        ((0.31, 0.18, 0.56, 0.43), (44, 33), 4),
        ((0.4, 0.0, 0.6, 1.0), (36, 135), 4),
    ],
)
def test_a_photograph_is_decoded_small_and_stays_sharp(photo, keep, decoded, part, size, step):
    data = saved(photo, "JPEG", quality=92)
    made = piece(keep(data), part, size)
    assert set(decoded) == {(photo.width // step, photo.height // step)}
    with Image.open(BytesIO(data)) as whole:
        assert ssim(made, reference(whole.convert("RGB"), part, size)) >= BAR


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_part_is_of_the_picture_as_seen(photo, keep, turn, kind):
    exif = Image.Exif()
    exif[0x0112] = turn
    options = {"lossless": True} if kind == "WEBP" else {}
    data = saved(photo.resize((320, 240)), kind, exif=exif, **options)
    part, size = (0.1, 0.3, 0.6, 0.9), (90, 60)
    with Image.open(BytesIO(data)) as image:
        image.load()
        upright = ImageOps.exif_transpose(image)
    made = piece(keep(data), part, size)
    assert made.size == size
    assert ssim(made, reference(upright, part, size)) >= BAR


def test_the_small_one_is_turned_and_not_the_large(photo, keep, monkeypatch):
    exif = Image.Exif()
    exif[0x0112] = 6
    seen = []
    as_it_is = images.turned

    def turned(image, turn):
        seen.append((image.size, turn))
        return as_it_is(image, turn)

    monkeypatch.setattr(images, "turned", turned)
    piece(keep(saved(photo, "JPEG", exif=exif)), WHOLE, (60, 80))
    assert seen == [((80, 60), 6)]


def test_wide_colours_are_shown_as_they_are(keep):
    """Display P3's (234, 51, 35) is sRGB's purest red."""
    wide = Image.new("RGB", (400, 300), (234, 51, 35))
    for kind in ("JPEG", "PNG", "WEBP"):
        options = {"quality": 100} if kind != "PNG" else {}
        made = piece(
            keep(saved(wide, kind, icc_profile=profiles.matrix(), **options)), WHOLE, (40, 30)
        )
        assert near(made.getpixel((20, 15)), (255, 0, 0), 4), kind


def test_colours_turned_after_scaling_are_those_turned_before(photo, keep):
    profile = profiles.matrix()
    made = piece(keep(saved(photo, "PNG", icc_profile=profile)), WHOLE, (300, 225))
    srgb = ImageCms.profileToProfile(photo, BytesIO(profile), ImageCms.createProfile("sRGB"))
    assert ssim(made, srgb.resize((300, 225), LANCZOS)) >= 0.995


@pytest.mark.parametrize("profile", [b"", profiles.cmyk()])
def test_inks_become_light(keep, profile):
    cmyk = Image.new("CMYK", (64, 48), (0, 255, 255, 0))
    data = saved(cmyk, "JPEG", quality=100, icc_profile=profile)
    made = piece(keep(data), WHOLE, (16, 12))
    assert made.mode == "RGB"
    assert near(made.getpixel((8, 6)), images.load(data, keep(data)).getpixel((30, 20)), 2)
    if not profile:
        assert near(made.getpixel((8, 6)), (255, 0, 0))


@pytest.mark.parametrize(
    "mode", ["1", "L", "LA", "P", "PA", "RGBA", "I;16", "I", "F", "CMYK", "LAB"]
)
def test_every_kind_of_pixels_is_cut_and_scaled(keep, mode):
    image = noise(30, 20).resize((600, 400), LANCZOS)
    if mode in ("I;16", "I", "F"):
        grey = image.convert("L").convert("I").point(lambda value: value * 257)
        image = grey.convert(mode) if mode != "I;16" else grey.convert("I;16")
    elif mode == "LAB":
        srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
        image = ImageCms.profileToProfile(image, srgb, lab, outputMode="LAB")
    else:
        image = image.convert(mode)
    kind = "TIFF" if mode in ("CMYK", "LAB", "F", "PA", "I") else "PNG"
    if mode == "PA":
        image, kind = image.convert("RGBA"), "PNG"
    data = saved(image, kind)
    part, size = (0.25, 0.2, 0.55, 0.5), (60, 40)
    path = keep(data)
    wanted = reference(images.load(data, path), part, size)
    assert ssim(piece(path, part, size), wanted) >= 0.99


def test_edges_of_what_is_see_through_do_not_darken(keep):
    """Clear pixels are black in most files; scaled with the others they would show."""
    image = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    image.paste((255, 255, 255, 255), (100, 0, 400, 400))
    made = piece(keep(saved(image, "PNG")), (0.2, 0.2, 0.7, 0.7), (33, 33))
    for x in range(33):
        *colour, opaque = made.getpixel((x, 16))
        assert opaque < 8 or min(colour) > 240


@pytest.mark.parametrize(
    ("mode", "clear", "inside"),
    [("RGB", (0, 0, 0), (200, 30, 30)), ("L", 0, 200)],
)
def test_a_colour_that_stands_for_see_through_is_seen_through(keep, mode, clear, inside):
    """As cut-out pictures of goods often are."""
    image = Image.new(mode, (400, 300), clear)
    image.paste(inside, (100, 80, 300, 220))
    out = BytesIO()
    image.save(out, "PNG", transparency=clear)
    made = piece(keep(out.getvalue(), "cut.png"), WHOLE, (200, 150))
    assert made.mode == "RGBA"
    assert made.getpixel((5, 5))[3] == 0
    assert made.getpixel((100, 75))[3] == 255
    edge = [made.getpixel((x, 75)) for x in range(44, 56)]
    assert all(pixel[0] > 150 for pixel in edge if pixel[3] > 40)


def test_a_file_that_is_no_longer_a_picture_says_so(keep, tmp_path, photo):
    whole = saved(photo, "JPEG")
    for name, data in (("cut.jpg", whole[: len(whole) // 2]), ("text.jpg", b"no picture")):
        with pytest.raises(BadImage) as caught:
            piece(keep(data, name), WHOLE, (60, 40))
        assert caught.value.path.name == name
    with pytest.raises(BadImage) as caught:
        piece(tmp_path / "gone.jpg", WHOLE, (60, 40))
    assert caught.value.problem is ImageProblem.UNREADABLE


def test_what_is_cut_first_looks_to_its_edges_as_what_is_not(keep):
    """Scaling looks a little beyond the part: cells side by side show no seam."""
    image = noise(240, 240, "RGBA")
    image.putalpha(255)
    path = keep(saved(image, "PNG"), "a.png")
    for part in ((0.25, 0.25, 0.75, 0.75), (0.0, 0.5, 0.5, 1.0)):
        made = piece(path, part, (80, 80)).convert("RGB")
        wanted = reference(image.convert("RGB"), part, (80, 80))
        edge = [(x, y) for x in range(80) for y in (0, 79)]
        edge += [(y, x) for x, y in edge]
        assert all(near(made.getpixel(at), wanted.getpixel(at), most=6) for at in edge)


def test_more_than_memory_bears_is_decoded_smaller_however_sharp(keep, decoded, monkeypatch, photo):
    monkeypatch.setattr(board_piece.room.jpeg_step, "__kwdefaults__", {"most_pixels": 300_000})
    path = keep(saved(photo, "JPEG"))
    made = piece(path, WHOLE, photo.size)
    assert made.size == photo.size
    assert decoded
    assert all(width * height <= 300_000 for width, height in decoded)


def test_large_ones_are_held_one_after_the_other(keep, monkeypatch):
    held = []

    class Alone:
        def __enter__(self):
            held.append(True)

        def __exit__(self, *_):
            pass

    path = keep(saved(noise(60, 60), "PNG"), "a.png")
    board_piece.piece(path, WHOLE, (30, 30), alone=Alone())
    assert not held
    monkeypatch.setattr(board_piece, "LARGE", 3_599)
    board_piece.piece(path, WHOLE, (30, 30), alone=Alone())
    assert held == [True]
