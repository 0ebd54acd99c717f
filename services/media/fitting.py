"""The best JPEG or PNG that stays under so many bytes, with few whole encodings.

How heavy a quality makes a picture is read off a sample of it: strips over its whole height, an
eighth of its rows. The whole is then written once or twice, not seven times.
"""

from __future__ import annotations

from io import BytesIO
from math import sqrt
from typing import TYPE_CHECKING

from services.media.images import on_white, to_jpeg

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES = 5_000_000
"""What X takes of a picture that stands still (x_platform.md §1.4)."""
BEST_QUALITY = 95
LEAST_QUALITY = 70
"""Under it a picture is better made smaller."""
_STRIP = 16
"""Rows: what a JPEG codes together at most."""
_PART = 8
_LEAST_SAMPLED_PIXELS = 2_000_000
"""A smaller picture is written whole as quickly as its sample."""
_SAFE = 0.98
"""A sample is never quite like the whole."""
_TRIES = 3
_MOST_COLOURS = 256


def fitting_jpeg(image: Image.Image, *, most_bytes: int = MOST_BYTES) -> bytes:
    """Upright pixels in, sRGB assumed; transparency becomes white. Quality 95 where that fits, else
    the best that does, and below quality 70 a smaller picture: its size is the bytes' to say.
    """
    image = on_white(image)
    best = _within(image, BEST_QUALITY, most_bytes)
    while best is None:
        sample, share = _sample(image)
        if (quality := _guess(sample, share, most_bytes)) is not None:
            best = _best_near(image, quality, most_bytes)
        if best is None:
            image = _smaller(image, len(to_jpeg(sample, LEAST_QUALITY)) / share, most_bytes)
            best = _within(image, BEST_QUALITY, most_bytes)
    return best


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


def _within(image: Image.Image, quality: int, most_bytes: int) -> bytes | None:
    made = to_jpeg(image, quality)
    return made if len(made) <= most_bytes else None


def _best_near(image: Image.Image, quality: int, most_bytes: int) -> bytes | None:
    """The guess may be off by a step or two: down until it fits, up while it does."""
    best = _within(image, quality, most_bytes)
    step = 1 if best else -1
    for _ in range(_TRIES):
        quality += step
        if not LEAST_QUALITY <= quality < BEST_QUALITY:
            break
        made = _within(image, quality, most_bytes)
        if best and made is None:
            break
        best = made or best
        if best and step < 0:
            break
    return best


def _guess(sample: Image.Image, share: float, most_bytes: int) -> int | None:
    """The best quality whose sample says that the whole fits; found by halving."""
    wanted = most_bytes * share * _SAFE
    low, high = LEAST_QUALITY, BEST_QUALITY
    found = None
    while low < high:
        middle = (low + high) // 2
        if len(to_jpeg(sample, middle)) <= wanted:
            found, low = middle, middle + 1
        else:
            high = middle
    return found


def _sample(image: Image.Image) -> tuple[Image.Image, float]:
    """Strips of it, one under the other, and which share of it they are."""
    from PIL import Image

    if image.width * image.height < _LEAST_SAMPLED_PIXELS or image.height < 2 * _STRIP * _PART:
        return image, 1.0
    tops = range(0, image.height - _STRIP, _STRIP * _PART)
    sample = Image.new(image.mode, (image.width, _STRIP * len(tops)))
    for number, top in enumerate(tops):
        strip = image.crop((0, top, image.width, top + _STRIP))
        sample.paste(strip, (0, number * _STRIP))
    return sample, sample.height / image.height


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
