"""The best JPEG or PNG that stays under so many bytes, with few whole encodings.

How heavy a quality makes a picture is read off a sample of it: small tiles from all over it, a
sixteenth of its pixels. They come out a little heavier than their share (0 to 5 % in photographs
and drawings), so the whole nearly always fits at once and is written once, not seven times.
"""

from __future__ import annotations

from io import BytesIO
from math import ceil, log, sqrt
from typing import TYPE_CHECKING

from services.media.images import on_white, to_jpeg

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES = 5_000_000
"""What X takes of a picture that stands still (x_platform.md §1.4)."""
BEST_QUALITY = 95
LEAST_QUALITY = 70
"""Under it a picture is better made smaller."""
_LOG_A_STEP = 0.055
"""By so much of its logarithm the weight falls a step of quality: 0.04 to 0.07, measured."""
_TILE = (256, 16)
"""16 rows and columns are what a JPEG codes together at most."""
_PART = 16
_SHIFT = 5
"""Tiles by which the sample moves on from row to row, so that it lies all over the picture."""
_LEAST_SAMPLED_PIXELS = 2_000_000
"""A smaller picture is written whole as quickly as its sample."""
_SAFE = 0.98
"""Of the bytes: what a smaller picture aims at."""
_MOST_COLOURS = 256


def fitting_jpeg(image: Image.Image, *, most_bytes: int = MOST_BYTES) -> bytes:
    """Upright pixels in, sRGB assumed; transparency becomes white. Quality 95 where that fits, else
    the best that does, and below quality 70 a smaller picture: its size is the bytes' to say.
    """
    image = on_white(image)
    while True:
        sample, share = _sample(image)
        quality = _guess(sample, most_bytes * share)
        while quality is not None and quality >= LEAST_QUALITY:
            made = to_jpeg(image, quality)
            if len(made) <= most_bytes:
                return made
            quality -= 1
        image = _smaller(image, len(to_jpeg(sample, LEAST_QUALITY)) / share, most_bytes)


def fitting_png(image: Image.Image, *, most_bytes: int) -> bytes | None:
    """Without any loss, or None where that is too heavy. Few colours become a palette."""
    few = _in_palette(image)
    out = _Bounded(most_bytes)
    try:
        # A palette packs best without filters, which is what level 9 tries last.
        (few or image).save(out, "PNG", compress_level=9 if few else 7)
    except _TooHeavy:
        return None
    return out.getvalue()


def _guess(sample: Image.Image, most_bytes: float) -> int | None:
    """The best quality at which the sample fits into its share, looked for from where its weight at
    the best quality points to."""
    weight = len(to_jpeg(sample, BEST_QUALITY))
    if weight <= most_bytes:
        return BEST_QUALITY
    quality = max(LEAST_QUALITY, BEST_QUALITY - ceil(log(weight / most_bytes) / _LOG_A_STEP))
    fits = len(to_jpeg(sample, quality)) <= most_bytes
    step = 1 if fits else -1
    while LEAST_QUALITY <= quality + step < BEST_QUALITY:
        if (len(to_jpeg(sample, quality + step)) <= most_bytes) is not fits:
            return quality if fits else quality - 1
        quality += step
    return quality if fits else None


def _sample(image: Image.Image) -> tuple[Image.Image, float]:
    """Tiles of it, one after the other, and which share of it they are."""
    from PIL import Image

    wide, high = _TILE
    columns, rows = image.width // wide, image.height // high
    if image.width * image.height < _LEAST_SAMPLED_PIXELS or columns * rows < _PART * columns:
        return image, 1.0
    tiles = [
        (column * wide, row * high)
        for row in range(rows)
        for column in range(columns)
        if (row * _SHIFT + column) % _PART == 0
    ]
    sample = Image.new(image.mode, (columns * wide, len(tiles) // columns * high))
    for at, (x, y) in enumerate(tiles[: len(tiles) // columns * columns]):
        down, across = divmod(at, columns)
        sample.paste(image.crop((x, y, x + wide, y + high)), (across * wide, down * high))
    return sample, sample.width * sample.height / (image.width * image.height)


def _smaller(image: Image.Image, least_bytes: float, most_bytes: int) -> Image.Image:
    """By as much as the least quality says is needed, and never by less than a tenth."""
    scale = min(0.9, sqrt(most_bytes * _SAFE / max(least_bytes, 1)))
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, reducing_gap=3.0)


def _in_palette(image: Image.Image) -> Image.Image | None:
    """The same picture by numbers of colours, where it has few enough and loses none."""
    from PIL import Image, ImageChops

    if image.mode != "RGB" or image.getcolors(_MOST_COLOURS) is None:
        return None
    few = image.quantize(_MOST_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    same = ImageChops.difference(few.convert("RGB"), image).getbbox() is None
    return few if same else None


class _TooHeavy(Exception):
    """Never leaves this file."""


class _Bounded(BytesIO):
    """Stops an encoder as soon as it has written too much."""

    def __init__(self, most_bytes: int) -> None:
        super().__init__()
        self._most_bytes = most_bytes

    def write(self, data: bytes, /) -> int:  # type: ignore[override]  # bytes is all that comes
        if self.tell() + len(data) > self._most_bytes:
            raise _TooHeavy
        return super().write(data)
