"""What is no picture, or none that can be used: said why, and never unpacked."""

import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from services.errors import BadImage, ImageProblem
from services.media import images
from tests.services.media.drawn import noise, saved


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


def test_an_animation_larger_than_x_takes_is_refused(store):
    frames = [Image.new("L", (1_300, 10), shade) for shade in (0, 255)]
    data = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert problem_of(store, data) is ImageProblem.MOVES_TOO_MUCH
