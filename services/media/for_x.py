"""Makes of any picture file what X takes, touching as little as possible.

X: JPEG, PNG or WEBP up to 5 MB and 4 to 8,192 pixels a side; what moves is a GIF (see `moving`,
x_platform.md §1.4). Within that the pixels stay as they are; place and camera data always go. A
larger side is scaled down to 8,192, a heavier file is written at the best quality that fits.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from services.errors import BadImage, ImageProblem
from services.media import images, metadata, moving
from services.media.fitting import MOST_BYTES, fitting_jpeg, fitting_png

if TYPE_CHECKING:
    from PIL import Image

MOST_SIDE = 8_192
LEAST_SIDE = 4

_MIMES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
_GIF = "image/gif"
_LOSSLESS = ("PNG", "GIF", "BMP", "TIFF")


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
    if facts.moves:
        return _moving(data, facts, path)
    _check_sides(facts, path)
    if _passes(facts):
        stripped = _stripped(data, facts)
        if stripped is not None and len(stripped) <= MOST_BYTES:
            images.check_whole(stripped, path)
            return Ready(stripped, _MIMES[facts.format], facts.width, facts.height)
    return _written_again(data, facts, path)


def _moving(data: bytes, facts: images.Facts, path: Path) -> Ready:
    if facts.format == "GIF":
        made = moving.check(data, facts, path)
        return Ready(made, _GIF, facts.width, facts.height)
    made = moving.as_gif(data, path)
    size = images.facts_of(made, path)
    if not size.moves:
        # All its frames look alike.
        return _written_again(data, facts, path)
    return Ready(made, _GIF, size.width, size.height)


def _check_sides(facts: images.Facts, path: Path) -> None:
    scale = min(1.0, MOST_SIDE / max(facts.width, facts.height))
    if min(facts.width, facts.height) * scale < LEAST_SIDE:
        raise BadImage(ImageProblem.TOO_SMALL, path, f"{facts.width}x{facts.height} pixels")


def _passes(facts: images.Facts) -> bool:
    """Whether the pixels may stay as they are."""
    return (
        facts.format in _MIMES
        and facts.mode != "CMYK"
        and not facts.turned
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
    if facts.format in _LOSSLESS or _has_holes(image):
        made = fitting_png(image, most_bytes=MOST_BYTES)
        if made is not None:
            return Ready(made, "image/png", image.width, image.height)
    made = fitting_jpeg(image, most_bytes=MOST_BYTES)
    size = images.facts_of(made, path)
    return Ready(made, "image/jpeg", size.width, size.height)


def _has_holes(image: Image.Image) -> bool:
    if image.mode != "RGBA":
        return False
    lowest = image.getchannel("A").getextrema()[0]
    return isinstance(lowest, int | float) and lowest < 255
