"""A board's ground: a picture so far out of focus that only its colours are left."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from PIL import Image

LONG_SIDE = 256
"""Pixels it is worked out at, whatever it is made of: so the screen shows what is saved."""
_SOFT = 9
_DIMMED = 0.86


def blurred(image: Image.Image, width: int, height: int) -> Image.Image:
    """`image` covers `width` by `height`, cut around its middle, and is a little darker, so that
    the pictures stand out. RGB."""
    from PIL import ImageEnhance, ImageFilter, ImageOps
    from PIL.Image import Resampling

    scale = LONG_SIDE / max(width, height)
    small = (max(1, round(width * scale)), max(1, round(height * scale)))
    soft = ImageOps.fit(image.convert("RGB"), small, Resampling.BOX)
    soft = soft.filter(ImageFilter.GaussianBlur(_SOFT))
    soft = ImageEnhance.Brightness(soft).enhance(_DIMMED)
    return soft.resize((width, height), Resampling.BICUBIC)


def for_screen(path: Path, ratio: float) -> tuple[int, int, bytes]:
    """Width, height and RGB of the ground of a board that is `ratio` times as wide as high.

    `path` is a thumbnail of its picture. As small as it is worked out: it has nothing finer.
    """
    from PIL import Image

    longest = max(ratio, 1.0)
    width, height = round(LONG_SIDE * ratio / longest), round(LONG_SIDE / longest)
    with Image.open(path) as image:
        made = blurred(image, max(1, width), max(1, height))
    return made.width, made.height, made.tobytes()
