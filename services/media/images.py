"""Opens and writes pictures with Pillow. The only file that turns its errors into BadImage.

Pillow is imported inside the functions: no program start needs it. All of it belongs in the `work`
lane.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from services.errors import BadImage, ImageProblem

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 100_000_000
"""More is refused by the header alone, before anything is decoded."""
MOST_HOLLOW_PIXELS = 40_000_000
HOLLOW = 1_000
"""Pixels a byte beyond which a large picture is next to nothing but a load on the computer: 10 KB
can unpack to a gigabyte."""
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "PPM")
"""What is tried: never Pillow's readers of PostScript, documents and odd old formats."""

_SIGNATURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"RIFF", b"BM", b"II*\0", b"MM\0*")
_COMMON = {b"\xff\xd8\xff": "JPEG", b"\x89PNG\r\n\x1a\n": "PNG", b"GIF8": "GIF"}
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1")
_ORIENTATION = 0x0112
_ON_ITS_SIDE = (5, 6, 7, 8)
MOST_FILE_BYTES = 200_000_000
"""A larger file is not even read."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file's header says. `width` and `height` are as it is seen, after turning."""

    format: str
    mode: str
    width: int
    height: int
    turned: bool
    moves: bool


def read(path: Path) -> bytes:
    """Raises BadImage for a file that is not there, may not be read, or is a folder."""
    try:
        if path.is_dir():
            raise BadImage(ImageProblem.NOT_A_PICTURE, path, "a folder")
        if path.stat().st_size > MOST_FILE_BYTES:
            raise BadImage(ImageProblem.TOO_BIG_FOR_X, path)
        return path.read_bytes()
    except OSError as error:
        raise BadImage(ImageProblem.UNREADABLE, path, str(error)) from error


def facts_of(data: bytes, path: Path) -> Facts:
    """Reads the header only. `path` is for the owner's words. Raises BadImage."""
    with _opened(data, path) as image:
        with _translated(data, path):
            turn = image.getexif().get(_ORIENTATION, 1)
            moves = bool(getattr(image, "is_animated", False)) and image.format != "MPO"
        width, height = image.size if turn not in _ON_ITS_SIDE else image.size[::-1]
        name = "JPEG" if image.format == "MPO" else str(image.format)
        return Facts(name, image.mode, width, height, turn in range(2, 9), moves)


def check_whole(data: bytes, path: Path) -> None:
    """Decodes once, as small as the format allows: a file cut short is found here, not at X."""
    with _opened(data, path) as image, _translated(data, path):
        image.draft("RGB", (1, 1))
        image.load()


def load(data: bytes, path: Path, *, at_least: tuple[int, int] | None = None) -> Image.Image:
    """The picture upright, in sRGB, RGB or RGBA.

    `at_least` (width, height, both as seen) lets a JPEG be decoded smaller, never under it.
    """
    from PIL import ImageOps

    with _opened(data, path) as image, _translated(data, path):
        if at_least:
            turned = image.getexif().get(_ORIENTATION, 1) in _ON_ITS_SIDE
            image.draft("RGB", at_least[::-1] if turned else at_least)
        image.load()
        # In place: what it gives back otherwise is a copy, also of a picture that stands upright.
        ImageOps.exif_transpose(image, in_place=True)
        return _in_srgb(image)


def to_jpeg(image: Image.Image, quality: int) -> bytes:
    """Without subsampling where quality is high: red on white stays sharp."""
    out = BytesIO()
    # No `optimize`: Pillow's buffer for it is too small for some pictures and libjpeg gives up.
    image.save(out, "JPEG", quality=quality, subsampling=0 if quality >= 85 else 2)
    return out.getvalue()


def to_png(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", compress_level=7)
    return out.getvalue()


def on_white(image: Image.Image) -> Image.Image:
    """RGB without transparency."""
    from PIL import Image

    if image.mode != "RGBA":
        return image.convert("RGB")
    sheet = Image.new("RGB", image.size, "white")
    sheet.paste(image, mask=image.getchannel("A"))
    return sheet


def _likely(data: bytes) -> tuple[str, ...]:
    """The readers to try. The common ones are named, for any other loads all that Pillow has."""
    for start, name in _COMMON.items():
        if data.startswith(start):
            return (name,)
    return FORMATS


@contextmanager
def _opened(data: bytes, path: Path) -> Iterator[Image.Image]:
    from PIL import Image

    # Pillow would warn from 89 million on; our own bound stands below and is checked at once.
    Image.MAX_IMAGE_PIXELS = None
    with _translated(data, path):
        image = Image.open(BytesIO(data), formats=_likely(data))
    with image:
        pixels = image.width * image.height
        hollow = pixels > MOST_HOLLOW_PIXELS and pixels > HOLLOW * len(data)
        if pixels > MOST_PIXELS or hollow:
            raise BadImage(
                ImageProblem.TOO_MANY_PIXELS, path, f"{image.width}x{image.height} pixels"
            )
        yield image


@contextmanager
def _translated(data: bytes, path: Path) -> Iterator[None]:
    try:
        # Odd Exif makes Pillow warn; the file is judged by whether it decodes. Not
        # `catch_warnings`, which would undo what other threads set meanwhile (bpo-37604).
        warnings.filterwarnings("ignore", module=r"PIL\.")
        yield
    except BadImage:
        raise
    except Exception as error:
        # A hostile file makes decoders raise anything: struct.error, KeyError, zlib.error, ...
        raise BadImage(_problem(error, data), path, f"{type(error).__name__}: {error}") from error


def _problem(error: Exception, data: bytes) -> ImageProblem:
    from PIL import Image, UnidentifiedImageError

    if isinstance(error, Image.DecompressionBombError | MemoryError):
        return ImageProblem.TOO_MANY_PIXELS
    if isinstance(error, UnidentifiedImageError):
        if data[8:12] in _HEIC:
            return ImageProblem.UNREADABLE
        known = data.startswith(_SIGNATURES)
        return ImageProblem.CUT_SHORT if known else ImageProblem.NOT_A_PICTURE
    short = _says_short(str(error)) or _is_short_riff(data)
    return ImageProblem.CUT_SHORT if short else ImageProblem.UNREADABLE


def _says_short(words: str) -> bool:
    words = words.lower()
    return any(hint in words for hint in ("truncated", "not enough", "broken", "eof", "incomplete"))


def _is_short_riff(data: bytes) -> bool:
    """A WEBP says its length at the start, and its decoder only says that it failed."""
    return data[:4] == b"RIFF" and int.from_bytes(data[4:8], "little") + 8 > len(data)


def _in_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    plain = _plain_mode(image)
    if not profile or b"sRGB" in profile:
        return plain.convert("RGB") if plain.mode in ("CMYK", "L") else plain
    return _converted(plain, profile)


def _plain_mode(image: Image.Image) -> Image.Image:
    """RGB, RGBA, L or CMYK of whatever Pillow opened."""
    if image.mode in ("RGB", "RGBA", "L", "CMYK"):
        return image
    if image.mode.startswith("I"):
        # 16 bits a sample: the upper 8 are what a screen shows.
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in ("LA", "PA", "La", "RGBa") or "transparency" in image.info:
        return image.convert("RGBA")
    return image.convert("RGB")


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    from PIL import ImageCms

    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        source: Any = ImageCms.ImageCmsProfile(BytesIO(profile))
        turned = ImageCms.profileToProfile(
            image, source, ImageCms.createProfile("sRGB"), outputMode=mode
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        # A broken profile, or one for another kind of picture: its colours as they are.
        return image.convert(mode)
    return turned if turned is not None else image.convert(mode)
