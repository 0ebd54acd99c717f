"""Opens and writes pictures with Pillow. The only file that turns its errors into BadImage.

Pillow is imported inside the functions: no program start needs it. All of it belongs in the `work`
lane. What would need more memory than it may have is decoded smaller or refused (see `room`).
"""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from services.errors import BadImage, ImageProblem
from services.media import colours, room, sniff
from services.media.room import jpeg_step as jpeg_step

if TYPE_CHECKING:
    from PIL import Image

MOST_FILE_BYTES = 200_000_000
"""A larger file is not even read."""

_ORIENTATION = 0x0112
_ON_ITS_SIDE = (5, 6, 7, 8)
_TURNED_BY_READER = ("TIFF", "HEIF")
"""Pillow's readers of these say the size as it is seen, and turn while they decode."""
_MOVE = ("GIF", "WEBP", "PNG", "AVIF")


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
        if not path.is_file() and path.exists():
            # A pipe or a device: reading it might never end.
            raise BadImage(ImageProblem.NOT_A_PICTURE, path, "no file")
        if path.stat().st_size > MOST_FILE_BYTES:
            raise BadImage(ImageProblem.TOO_BIG_FOR_X, path)
        return path.read_bytes()
    except OSError as error:
        raise BadImage(ImageProblem.UNREADABLE, path, str(error)) from error


def facts_of(data: bytes, path: Path) -> Facts:
    """Reads the header only. `path` is for the owner's words. Raises BadImage."""
    with opened(data, path) as image, translated(data, path):
        turn = turn_of(image)
        width, height = image.size if turn not in _ON_ITS_SIDE else image.size[::-1]
        name = "JPEG" if image.format == "MPO" else str(image.format)
        moves = name in _MOVE and bool(getattr(image, "is_animated", False))
        return Facts(name, image.mode, width, height, turn in range(2, 9), moves)


def check_whole(data: bytes, path: Path) -> None:
    """Decodes once, as small as the format allows: a file cut short is found here, not at X."""
    with opened(data, path) as image, translated(data, path):
        image.draft("RGB", (1, 1))
        image.load()


def load(data: bytes, path: Path, *, at_least: tuple[int, int] | None = None) -> Image.Image:
    """The picture upright, in sRGB, RGB or RGBA.

    `at_least` (width, height, both as seen) lets a JPEG be decoded smaller, never under it. Any
    picture of more than room.MOST_KEPT_PIXELS comes smaller.
    """
    with opened(data, path) as image, translated(data, path):
        turn = turn_of(image)
        room.draft(image, at_least[::-1] if at_least and turn in _ON_ITS_SIDE else at_least)
        image.load()
        kept = image
        if image.width * image.height > room.MOST_KEPT_PIXELS:
            kept = colours.halved(image)
            image.close()
        kept = turned(colours.in_srgb(kept), turn)
        # Pillow would write a comment, a profile or a see-through colour of the old file again.
        kept.info = {}
        return kept


def turned(image: Image.Image, turn: int) -> Image.Image:
    """Upright, of one that lies as Exif's `turn` of 1 to 8 says (CIPA DC-008, 4.6.5)."""
    from PIL.Image import Transpose

    how = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }.get(turn)
    return image if how is None else image.transpose(how)


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
        return image if image.mode == "RGB" else image.convert("RGB")
    sheet = Image.new("RGB", image.size, "white")
    sheet.paste(image, mask=image)
    return sheet


@contextmanager
def opened(data: bytes, path: Path) -> Iterator[Image.Image]:
    """Its header read, and found to be within what memory bears."""
    kind = sniff.format_of(data)
    if kind is None:
        other = sniff.is_other_picture(data)
        raise BadImage(ImageProblem.OTHER_KIND if other else ImageProblem.NOT_A_PICTURE, path)
    _ready_reader(kind, path)
    if kind == "GIF":
        data = _followed(data, path)
    if kind == "PNG":
        data = _wordless(data)
    with translated(data, path):
        from PIL import Image

        image = Image.open(BytesIO(data), formats=(kind,))
    with image:
        with translated(data, path):
            if room.is_too_large(image, data):
                size = f"{image.width}x{image.height} pixels of {image.mode}"
                raise BadImage(ImageProblem.TOO_MANY_PIXELS, path, size)
        yield image


@contextmanager
def translated(data: bytes, path: Path) -> Iterator[None]:
    """Pillow's errors become BadImage."""
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


def _ready_reader(kind: str, path: Path) -> None:
    """Loads the one reader that is needed: else Pillow loads all that it has."""
    from PIL import Image

    # Pillow would warn from 89 million on; our own bounds are checked at once.
    Image.MAX_IMAGE_PIXELS = None
    if kind == "PNG":
        from PIL import PngImagePlugin

        # Its words are gone by then (see `_wordless`): this is for colour profiles.
        PngImagePlugin.MAX_TEXT_CHUNK = colours.MOST_PROFILE_BYTES
    if kind in Image.OPEN:
        return
    if kind != "HEIF":
        importlib.import_module(f"PIL.{sniff.READ[kind]}")
        return
    try:
        import pi_heif  # type: ignore[import-untyped]  # it says none of its types
    except ImportError as error:
        raise BadImage(ImageProblem.NO_HEIC, path, str(error)) from error
    pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)


def _wordless(data: bytes) -> bytes:
    """Pillow gives up on a PNG with very many words in it; some drawing programs write them."""
    from services.media import metadata

    try:
        return metadata.png_without_words(data)
    except ValueError:
        # How far it can be read is Pillow's to say.
        return data


def _followed(data: bytes, path: Path) -> bytes:
    """A GIF without anything that our reading of it and Pillow's could differ about.

    Its header names a size, and each frame may be far larger than that.
    """
    from services.media import metadata

    try:
        width, height = metadata.gif_extent(data)
        if width * height > room.MOST_WHOLE_PIXELS:
            raise BadImage(ImageProblem.TOO_MANY_PIXELS, path, f"{width}x{height} pixels")
        return metadata.strip(data, "GIF")
    except ValueError as error:
        raise BadImage(ImageProblem.CUT_SHORT, path, str(error)) from error


def turn_of(image: Image.Image) -> int:
    """How it must be turned to stand upright, 1 to 8 as Exif counts; 1 where nothing is to do."""
    if image.format in _TURNED_BY_READER:
        return 1
    turn = image.getexif().get(_ORIENTATION, 1)
    return turn if isinstance(turn, int) and turn in range(1, 9) else 1


def _problem(error: Exception, data: bytes) -> ImageProblem:
    from PIL import Image, UnidentifiedImageError

    if isinstance(error, Image.DecompressionBombError | MemoryError):
        return ImageProblem.TOO_MANY_PIXELS
    if isinstance(error, UnidentifiedImageError) and data[4:8] != b"ftyp":
        # Its first bytes are a picture's, and no reader gets through its header.
        return ImageProblem.CUT_SHORT
    short = _says_short(str(error)) or sniff.ends_early(data)
    return ImageProblem.CUT_SHORT if short else ImageProblem.UNREADABLE


def _says_short(words: str) -> bool:
    words = words.lower()
    return any(hint in words for hint in ("truncated", "not enough", "eof", "incomplete"))
