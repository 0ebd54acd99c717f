"""How much memory a picture will need, told by its header before anything is decoded.

However large a file is, it is never given more than half a gigabyte: what would need more is
decoded smaller where its format can, and refused where it cannot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 220_000_000
"""More is refused by the header alone. Phones make JPEGs of 200 million."""
MOST_WHOLE_PIXELS = 50_000_000
"""What may be decoded as it is; a larger JPEG is decoded at a half or less."""
MOST_KEPT_PIXELS = 30_000_000
"""What `images.load` gives back at the most: turning it and changing its colours makes a second
one. A larger picture comes at half its size, which is still about all that X shows."""
MOST_ROOM = 450_000_000
"""Bytes that decoding may need."""
MOST_HOLLOW_PIXELS = 40_000_000
HOLLOW = 1_000
"""Pixels a byte beyond which a large picture is next to nothing but a load on the computer: 10 KB
can unpack to a gigabyte."""

_A_PIXEL = {"WEBP": 18, "AVIF": 15, "HEIF": 8}
_A_PIXEL_ELSE = 4
"""Bytes, as measured; four are Pillow's own for a pixel of any colours."""
_A_DEEP_PIXEL = 17
"""Of a HEIC with more than 8 bits a colour, as some cameras write."""
_ROWS_A_STRIP = 278
_JPEG_STEPS = (1, 2, 4, 8)


def is_too_large(image: Image.Image, data: bytes) -> bool:
    """`image` is opened, not loaded. May raise what odd headers make Pillow raise."""
    pixels = image.width * image.height
    hollow = pixels > MOST_HOLLOW_PIXELS and pixels > HOLLOW * len(data)
    return pixels > MOST_PIXELS or hollow or _needed(image, data) > MOST_ROOM


def jpeg_step(image: Image.Image, *, most_pixels: int = MOST_WHOLE_PIXELS) -> int:
    """By how much a JPEG's sides are divided while it is decoded, so that it fits."""
    pixels = image.width * image.height
    for step in _JPEG_STEPS:
        if pixels <= most_pixels * step * step:
            return step
    return _JPEG_STEPS[-1]


def draft(image: Image.Image, at_least: tuple[int, int] | None) -> None:
    """Has a JPEG decoded at a half, a quarter or an eighth: where that still has `at_least` pixels,
    as the file lies, and where more would not fit. Pillow heeds the first call alone.
    """
    step = jpeg_step(image, most_pixels=MOST_KEPT_PIXELS)
    if at_least:
        sharp = min(image.width // max(1, at_least[0]), image.height // max(1, at_least[1]))
        step = max(step, *(one for one in _JPEG_STEPS if one <= max(1, sharp)))
    if step > 1:
        image.draft("RGB", (max(1, image.width // step), max(1, image.height // step)))


def _needed(image: Image.Image, data: bytes) -> int:
    pixels = image.width * image.height
    if image.format in ("JPEG", "MPO"):
        decoded = pixels // jpeg_step(image, most_pixels=MOST_KEPT_PIXELS) ** 2
        return len(data) + decoded * _A_PIXEL_ELSE + _held_by_jpeg(image, data)
    each = _A_PIXEL.get(str(image.format), _A_PIXEL_ELSE)
    if image.format == "HEIF" and image.info.get("bit_depth", 8) > 8:
        each = _A_DEEP_PIXEL
    room = len(data) + pixels * each
    return room + (_held_by_tiff(image, data) if image.format == "TIFF" else 0)


def _held_by_jpeg(image: Image.Image, data: bytes) -> int:
    """Progressive ones are held as numbers of two bytes, all at once, before the first pixel."""
    from services.media import jpeg_parts

    pixels = image.width * image.height
    if pixels <= MOST_KEPT_PIXELS or not jpeg_parts.needs_room(data):
        return 0
    layers = [(across, down) for _name, across, down, _table in getattr(image, "layer", [])]
    most = max((across * down for across, down in layers), default=1)
    return int(2 * pixels * sum(across * down for across, down in layers) // most)


def _held_by_tiff(image: Image.Image, data: bytes) -> int:
    """A file that is not packed is held twice; of a packed one, a strip unpacked."""
    if all(tile[0] != "libtiff" for tile in getattr(image, "tile", ())):
        return len(data)
    rows = getattr(image, "tag_v2", {}).get(_ROWS_A_STRIP)
    rows = min(rows, image.height) if isinstance(rows, int) else image.height
    return image.width * rows * _A_PIXEL_ELSE
