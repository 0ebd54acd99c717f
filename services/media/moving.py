"""Pictures that move: a GIF as it is, any other kind as a GIF.

X moves GIFs alone, up to 15 MB, 1,280x1,080, 350 frames and 300 million pixels in all
(x_platform.md §1.4); it names no other kind. A moving WEBP, AVIF or PNG is written as a GIF, scaled
to what X takes, rather than standing still without a word.
"""

from __future__ import annotations

from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING

from services.errors import BadImage, ImageProblem
from services.media import images, metadata
from services.media.gif_writer import GifWriter

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES = 15_000_000
MOST_SIDES = (1_280, 1_080)
"""The longer and the shorter."""
MOST_FRAMES = 350
MOST_PIXELS = 300_000_000
_MOST_MADE_PIXELS = 100_000_000
"""All frames of one that is written as a GIF together: more takes longer than anyone waits."""
_LEAST_MILLISECONDS = 20
"""What is quicker, programs show slower."""
_MILLISECONDS = 100
"""How long a frame stands that says nothing of it."""


def check(data: bytes, facts: images.Facts, path: Path) -> bytes:
    """A GIF's bytes without what is not drawn, its frames untouched. Raises BadImage."""
    try:
        stripped, frames = metadata.strip(data, "GIF"), metadata.gif_frames(data)
    except ValueError as error:
        raise BadImage(ImageProblem.CUT_SHORT, path, str(error)) from error
    sides = sorted((facts.width, facts.height), reverse=True)
    too_large = sides[0] > MOST_SIDES[0] or sides[1] > MOST_SIDES[1]
    too_many = frames > MOST_FRAMES or frames * sides[0] * sides[1] > MOST_PIXELS
    if len(stripped) > MOST_BYTES or too_large or too_many:
        raise BadImage(ImageProblem.MOVES_TOO_MUCH, path, f"{frames} frames, {sides}")
    _check_frames(data, path)
    return stripped


def as_gif(data: bytes, path: Path) -> bytes:
    """A moving picture of another kind; one frame where all look alike. Raises BadImage."""
    with images.opened(data, path) as image, images.translated(data, path):
        frames = int(getattr(image, "n_frames", 1))
        if frames > MOST_FRAMES:
            raise BadImage(ImageProblem.MOVES_TOO_MUCH, path, f"{frames} frames")
        size = _fitting_size(image.size, frames)
        writer = GifWriter(size, once=image.info.get("loop") == 1)
        for number in range(frames):
            image.seek(number)
            image.load()
            wait = float(image.info.get("duration") or _MILLISECONDS)
            writer.add(_shown(image, size), max(_LEAST_MILLISECONDS, round(wait)))
            if writer.packed > MOST_BYTES:
                raise BadImage(ImageProblem.MOVES_TOO_MUCH, path, f"heavy at frame {number}")
        return writer.written()


def _check_frames(data: bytes, path: Path) -> None:
    with images.opened(data, path) as image, images.translated(data, path):
        for frame in range(int(getattr(image, "n_frames", 1))):
            image.seek(frame)
            image.load()


def _fitting_size(size: tuple[int, int], frames: int) -> tuple[int, int]:
    longer, shorter = sorted(size, reverse=True)
    scale = min(
        1.0,
        MOST_SIDES[0] / longer,
        MOST_SIDES[1] / shorter,
        sqrt(_MOST_MADE_PIXELS / (longer * shorter * frames)),
    )
    return max(1, int(size[0] * scale)), max(1, int(size[1] * scale))


def _shown(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """A frame whole, in sRGB and scaled."""
    from services.media import colours

    frame = colours.in_srgb(image.copy())
    return frame if frame.size == size else frame.resize(size, reducing_gap=3.0)
