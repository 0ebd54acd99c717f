"""Makes of any picture file what X takes, touching as little as possible.

X: JPEG, PNG or WEBP up to 5 MB and 4 to 8,192 pixels a side; an animated GIF up to 15 MB,
1,280x1,080 and 350 frames (x_platform.md §1.4). Within that the pixels stay as they are; place and
camera data always go. A larger side is scaled down to 8,192, a heavier file is written at the best
quality that fits.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from services.errors import BadImage, ImageProblem
from services.media import images, metadata

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES = 5_000_000
MOST_SIDE = 8_192
LEAST_SIDE = 4
GIF_BYTES = 15_000_000
GIF_SIDES = (1_280, 1_080)
GIF_FRAMES = 350

BEST_QUALITY = 95
LEAST_QUALITY = 70
_MIMES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "GIF": "image/gif"}
_LOSSLESS = ("PNG", "GIF", "BMP")


@dataclass(frozen=True, slots=True)
class Ready:
    """A file's bytes as X takes them. `image/gif` is always one that moves."""

    data: bytes
    mime: str
    width: int
    height: int


def prepare(data: bytes, path: Path) -> Ready:
    """Raises BadImage. `path` is for the owner's words only."""
    facts = images.facts_of(data, path)
    if facts.moves and facts.format == "GIF":
        return _moving(data, facts, path)
    _check_sides(facts, path)
    images.check_whole(data, path)
    if _passes(facts):
        stripped = _stripped(data, facts)
        if stripped is not None and len(stripped) <= MOST_BYTES:
            return Ready(stripped, _MIMES[facts.format], facts.width, facts.height)
    return _written_again(data, facts, path)


def fitting_jpeg(image: Image.Image) -> bytes:
    """The best JPEG under X's 5 MB; the quality is found by halving, then the picture shrinks."""
    best = images.to_jpeg(image, BEST_QUALITY)
    while len(best) > MOST_BYTES:
        if found := _best_under_limit(image):
            return found
        image = image.resize((image.width * 4 // 5, image.height * 4 // 5), reducing_gap=3.0)
        best = images.to_jpeg(image, BEST_QUALITY)
    return best


def _best_under_limit(image: Image.Image) -> bytes | None:
    low, high = LEAST_QUALITY, BEST_QUALITY
    found = None
    while low < high:
        middle = (low + high) // 2
        made = images.to_jpeg(image, middle)
        if len(made) <= MOST_BYTES:
            found, low = made, middle + 1
        else:
            high = middle
    return found


def _moving(data: bytes, facts: images.Facts, path: Path) -> Ready:
    sides = sorted((facts.width, facts.height), reverse=True)
    try:
        stripped, frames = metadata.strip(data, "GIF"), metadata.gif_frames(data)
    except ValueError as error:
        raise BadImage(ImageProblem.CUT_SHORT, path, str(error)) from error
    if (
        len(stripped) > GIF_BYTES
        or frames > GIF_FRAMES
        or sides[0] > GIF_SIDES[0]
        or sides[1] > GIF_SIDES[1]
    ):
        raise BadImage(ImageProblem.TOO_BIG_FOR_X, path, f"{frames} frames, {sides}")
    images.check_whole(data, path)
    return Ready(stripped, "image/gif", facts.width, facts.height)


def _check_sides(facts: images.Facts, path: Path) -> None:
    scale = min(1.0, MOST_SIDE / max(facts.width, facts.height))
    if min(facts.width, facts.height) * scale < LEAST_SIDE:
        raise BadImage(ImageProblem.TOO_SMALL, path, f"{facts.width}x{facts.height} pixels")


def _passes(facts: images.Facts) -> bool:
    """Whether the pixels may stay as they are."""
    return (
        facts.format in ("JPEG", "PNG", "WEBP")
        and facts.mode != "CMYK"
        and not facts.turned
        and not (facts.moves and facts.format == "WEBP")
        and max(facts.width, facts.height) <= MOST_SIDE
    )


def _stripped(data: bytes, facts: images.Facts) -> bytes | None:
    try:
        return metadata.strip(data, facts.format)
    except ValueError:
        # Pillow reads more than the rules allow; such a file is written again.
        return None


def _written_again(data: bytes, facts: images.Facts, path: Path) -> Ready:
    image = images.load(data, path, at_least=(MOST_SIDE, MOST_SIDE))
    if max(image.size) > MOST_SIDE:
        image.thumbnail((MOST_SIDE, MOST_SIDE), reducing_gap=3.0)
    if (image.mode == "RGBA" and _has_holes(image)) or facts.format in _LOSSLESS:
        made = images.to_png(image)
        if len(made) <= MOST_BYTES:
            return Ready(made, "image/png", image.width, image.height)
    made = fitting_jpeg(images.on_white(image))
    size = images.facts_of(made, path)
    return Ready(made, "image/jpeg", size.width, size.height)


def _has_holes(image: Image.Image) -> bool:
    lowest = image.getchannel("A").getextrema()[0]
    return isinstance(lowest, int | float) and lowest < 255
