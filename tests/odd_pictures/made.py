"""Odd files of our own making: each with what must become of it.

They stand in for Pillow's own hundreds where those are not at hand, and hold what those lack:
a huge profile, Exif without end, files that are two things at once.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image, PngImagePlugin

from services.errors import ImageProblem

HIDDEN = b"<script>steal()</script>"


@dataclass(frozen=True, slots=True)
class Odd:
    """`comes_to`: the mime it is prepared as, or why it is refused."""

    name: str
    data: bytes
    comes_to: str | ImageProblem


def odd_pictures() -> Iterator[Odd]:
    yield from _modes()
    yield from _sizes()
    yield from _broken()
    yield from _moving()
    yield from _crowded()
    yield from _two_things()


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def drawing(size: tuple[int, int] = (64, 48)) -> Image.Image:
    across = Image.linear_gradient("L").resize(size)
    return Image.merge("RGB", (across, across.rotate(180), Image.radial_gradient("L").resize(size)))


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _modes() -> Iterator[Odd]:
    image = drawing()
    yield Odd("cmyk.jpg", saved(image.convert("CMYK"), "JPEG"), "image/jpeg")
    yield Odd("cmyk.tif", saved(image.convert("CMYK"), "TIFF"), "image/png")
    yield Odd("grey.jpg", saved(image.convert("L"), "JPEG"), "image/jpeg")
    yield Odd("progressive.jpg", saved(image, "JPEG", progressive=True), "image/jpeg")
    yield Odd("restarts.jpg", saved(image, "JPEG", restart_marker_blocks=1), "image/jpeg")
    yield Odd("palette.png", saved(image.quantize(7), "PNG"), "image/png")
    yield Odd("bits.png", saved(image.convert("1"), "PNG"), "image/png")
    yield Odd("alpha.png", saved(image.convert("RGBA"), "PNG"), "image/png")
    deep = image.convert("L").convert("I").point(lambda shade: shade * 257).convert("I;16")
    yield Odd("16-bit.png", saved(deep, "PNG"), "image/png")
    yield Odd("16-bit.tif", saved(deep, "TIFF"), "image/png")
    yield Odd("float.tif", saved(image.convert("F"), "TIFF"), "image/png")
    yield Odd("lab.tif", saved(Image.new("LAB", (64, 48), (90, 128, 128)), "TIFF"), "image/png")
    for packing in ("tiff_lzw", "tiff_adobe_deflate", "jpeg", "packbits", "raw"):
        yield Odd(f"{packing}.tif", saved(image, "TIFF", compression=packing), "image/png")
    yield Odd("group4.tif", saved(image.convert("1"), "TIFF", compression="group4"), "image/png")
    yield Odd("plain.bmp", saved(image, "BMP"), "image/png")
    yield Odd("plain.avif", saved(image, "AVIF"), "image/jpeg")
    yield Odd("still.gif", saved(image.quantize(), "GIF"), "image/png")


def _sizes() -> Iterator[Odd]:
    too_small = ImageProblem.TOO_SMALL
    for kind in ("JPEG", "PNG", "WEBP", "BMP", "TIFF"):
        yield Odd(f"1x1.{kind}", saved(Image.new("RGB", (1, 1)), kind), too_small)
    yield Odd("3x3.png", saved(Image.new("RGB", (3, 3)), "PNG"), too_small)
    yield Odd("4x4.png", saved(Image.new("RGB", (4, 4)), "PNG"), "image/png")
    for kind in ("JPEG", "PNG", "TIFF"):
        yield Odd(f"30000x1.{kind}", saved(Image.new("RGB", (30_000, 1)), kind), too_small)
        yield Odd(f"1x30000.{kind}", saved(Image.new("RGB", (1, 30_000)), kind), too_small)
        mime = "image/jpeg" if kind == "JPEG" else "image/png"
        yield Odd(f"30000x40.{kind}", saved(Image.new("RGB", (30_000, 40)), kind), mime)
    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(999)))
    yield Odd("bomb.png", bomb + chunk(b"IEND", b""), ImageProblem.TOO_MANY_PIXELS)
    gif = saved(Image.new("P", (16, 16)), "GIF")
    at = gif.index(b"\x2c")
    reaching = gif[: at + 5] + struct.pack("<HH", 65_535, 65_535) + gif[at + 9 :]
    yield Odd("reaching.gif", reaching, ImageProblem.TOO_MANY_PIXELS)
    wide = saved(Image.new("1", (10_000, 10_000)), "PNG")
    yield Odd("hollow.png", wide, ImageProblem.TOO_MANY_PIXELS)


def _broken() -> Iterator[Odd]:
    image = Image.effect_noise((90, 90), 80).convert("RGB")
    cut = ImageProblem.CUT_SHORT
    for kind, name in (("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp"), ("TIFF", "tif")):
        whole = saved(image, kind, **({"compression": "tiff_lzw"} if kind == "TIFF" else {}))
        yield Odd(f"cut.{name}", whole[: len(whole) * 2 // 3], cut)
    yield Odd("cut.gif", saved(image.quantize(), "GIF")[:4_000], cut)
    yield Odd("cut.bmp", saved(image, "BMP")[:4_000], cut)
    yield Odd("cut.avif", saved(image, "AVIF")[:-300], cut)
    png = bytearray(saved(image, "PNG"))
    png[len(png) // 2] ^= 0xFF
    yield Odd("one-byte.png", bytes(png), ImageProblem.UNREADABLE)
    jpeg = saved(image, "JPEG")
    tables = jpeg.replace(b"\xff\xdb", b"\xff\xfe")
    yield Odd("no-tables.jpg", tables, ImageProblem.UNREADABLE)
    for name, data in (("empty", b""), ("text", b"hello"), ("zip", b"PK\3\4" + bytes(90))):
        yield Odd(name, data, ImageProblem.NOT_A_PICTURE)
    for name, data in (("a.psd", b"8BPS\0\1"), ("a.svg", b"<svg xmlns=''/>"), ("a.ppm", b"P6 1 1")):
        yield Odd(name, data, ImageProblem.OTHER_KIND)


def _moving() -> Iterator[Odd]:
    frames = [drawing().rotate(90 * number) for number in range(3)]
    options = {"save_all": True, "append_images": frames[1:], "duration": 80, "loop": 0}
    for kind, name in (("GIF", "gif"), ("WEBP", "webp"), ("PNG", "png"), ("AVIF", "avif")):
        yield Odd(f"moving.{name}", saved(frames[0], kind, **options), "image/gif")
    long = [Image.new("1", (16, 16), number % 2) for number in range(351)]
    too_long = saved(long[0], "GIF", save_all=True, append_images=long[1:])
    yield Odd("351-frames.gif", too_long, ImageProblem.MOVES_TOO_MUCH)
    yield Odd("pages.tif", saved(frames[0], "TIFF", **options), "image/png")
    yield Odd("two.mpo", saved(frames[0], "MPO", save_all=True, append_images=frames), "image/jpeg")


def _crowded() -> Iterator[Odd]:
    """Far more beside the picture than picture."""
    image = drawing()
    huge = b"\0" * 36 + b"acsp" + HIDDEN + bytes(3_000_000)
    for kind, name in (("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")):
        # Its profile is over the bound, so it is applied (here: it cannot be) and let go.
        mime = {"png": "image/png"}.get(name, "image/jpeg")
        yield Odd(f"huge-icc.{name}", saved(image, kind, icc_profile=huge), mime)
    many = Image.Exif()
    for tag in range(0x9000, 0x9000 + 900):
        many[tag] = HIDDEN.decode() * 2
    yield Odd("many-exif.jpg", saved(image, "JPEG", exif=many), "image/jpeg")
    circle = b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<H", 1)
    circle += struct.pack("<HHII", 0x8769, 4, 1, 8) + struct.pack("<I", 8)
    yield Odd("circle-exif.jpg", saved(image, "JPEG", exif=circle), "image/jpeg")
    endless = b"Exif\0\0II*\0\x08\0\0\0" + b"\xff\xff"
    endless += struct.pack("<HHII", 0x9286, 7, 0xFFFFFFF0, 0xFFFFFFF0) * 4_000
    yield Odd("endless-exif.jpg", saved(image, "JPEG", exif=endless[:65_000]), "image/jpeg")
    comments = saved(image, "JPEG")
    comments = comments[:2] + (b"\xff\xfe\xff\xff" + HIDDEN.ljust(65_533)) * 60 + comments[2:]
    yield Odd("comments.jpg", comments, "image/jpeg")
    info = PngImagePlugin.PngInfo()
    for number in range(60):
        info.add_text(f"key{number}", HIDDEN.decode() * 500, zip=True)
    yield Odd("words.png", saved(image, "PNG", pnginfo=info), "image/png")
    wordy = saved(image, "PNG")
    bomb = chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(50_000_000), 9))
    yield Odd("word-bomb.png", wordy[:33] + bomb + wordy[33:], "image/png")


def _two_things() -> Iterator[Odd]:
    """Pictures that are also a page, an archive or a program, for who calls them so."""
    image = drawing()
    for kind, name, mime in (
        ("JPEG", "jpg", "image/jpeg"),
        ("PNG", "png", "image/png"),
        ("WEBP", "webp", "image/webp"),
    ):
        whole = saved(image, kind)
        yield Odd(f"archive.{name}", whole + b"PK\3\4" + HIDDEN, mime)
        yield Odd(f"twice.{name}", whole + whole + HIDDEN, mime)
    frames = [image.quantize(), image.rotate(180).quantize()]
    gif = saved(frames[0], "GIF", save_all=True, append_images=frames[1:], comment=HIDDEN)
    yield Odd("page.gif", gif + HIDDEN, "image/gif")
    jpeg = saved(image, "JPEG")
    page = b"\xff\xfe" + struct.pack(">H", len(HIDDEN) + 2) + HIDDEN
    yield Odd("page.jpg", jpeg[:2] + page + jpeg[2:], "image/jpeg")
    png = saved(image, "PNG")
    end = png.index(b"IEND") - 4
    yield Odd("chunk.png", png[:end] + chunk(b"heLp", HIDDEN) + png[end:], "image/png")
    packed = png.index(b"IDAT") - 4
    pixels = zlib.compress(zlib.decompress(png[packed + 8 : end - 4])) + HIDDEN
    behind = png[:packed] + chunk(b"IDAT", pixels) + png[end:]
    yield Odd("behind-pixels.png", behind, "image/png")
