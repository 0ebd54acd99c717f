"""A part of a picture file, scaled for its place: no more than that is decoded or coloured."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from math import ceil, floor
from pathlib import Path
from typing import TYPE_CHECKING

from services.media import colours, images, room

if TYPE_CHECKING:
    from PIL import Image

Part = tuple[float, float, float, float]
"""Left, top, right, bottom, each 0 to 1."""

WHOLE: Part = (0.0, 0.0, 1.0, 1.0)
_SHARP_ENOUGH = {1: 0.0, 2: 1.0, 4: 1.5, 8: 1.5}
"""Pixels decoded for each one of the result. libjpeg's half keeps all it can hold (SSIM 0.995
beside Lanczos from the whole); its quarter and eighth blur, and at 1.0 would fall to 0.96."""
LARGE = 20_000_000
"""Pixels, decoded: 80 MB and more while they are scaled."""
_ON_ITS_SIDE = (5, 6, 7, 8)
_REACH = 3
"""Pixels of the result to each side that Lanczos looks at."""
_SCALED_AS_THEY_ARE = ("RGB", "L", "CMYK")
_CUT_FIRST = ("1", "P", "PA", "LA", "RGBA", "RGBX")
"""Scaling or colouring these copies them: only the part, then."""


def piece(
    path: Path, part: Part, size: tuple[int, int], *, alone: AbstractContextManager[object]
) -> Image.Image:
    """`part` of the picture as seen, at `size`, in sRGB, RGB or RGBA.

    Cropped before it is scaled, coloured and turned after it: that is work on the small one only.
    A JPEG is decoded at a half, quarter or eighth where that has the pixels. `alone` is held while
    a large one is in memory, so that no two are. Raises BadImage.
    """
    data = images.read(path)
    with images.opened(data, path) as image, images.translated(data, path):
        turn = images.turn_of(image)
        if turn in _ON_ITS_SIDE:
            size = (size[1], size[0])
        part = _as_stored(part, turn)
        _draft(image, part, size)
        with alone if image.width * image.height > LARGE else nullcontext():
            small = _scaled(image, part, size)
            return images.turned(colours.in_srgb(small), turn)


def _scaled(image: Image.Image, part: Part, size: tuple[int, int]) -> Image.Image:
    from PIL.Image import Resampling

    image.load()
    profile = image.info.get("icc_profile")
    kept, box = _kept(image, part, size)
    small = kept.resize(size, Resampling.LANCZOS, box=box, reducing_gap=2.0)
    # Not all that scales keeps its profile; what has been cut is in sRGB already.
    small.info = {"icc_profile": profile} if kept is image and profile else {}
    return small


def _draft(image: Image.Image, part: Part, size: tuple[int, int]) -> None:
    """Has a JPEG decoded at a half, quarter or eighth where that is sharp enough, and never at more
    than memory bears."""
    has = min(
        image.width * (part[2] - part[0]) / size[0], image.height * (part[3] - part[1]) / size[1]
    )
    sharp = max(step for step, needed in _SHARP_ENOUGH.items() if has >= step * needed or step == 1)
    step = max(sharp, room.jpeg_step(image))
    image.draft("RGB", (image.width // step, image.height // step))


def _kept(image: Image.Image, part: Part, size: tuple[int, int]) -> tuple[Image.Image, Part]:
    """What is scaled, in a mode that can be, and the part's box in it, in pixels."""
    box = _in_pixels(part, image.size)
    # A colour that stands for "see-through" would be mixed with its neighbours by scaling.
    clear = "transparency" in image.info
    if image.mode in _SCALED_AS_THEY_ARE and not clear:
        return image, box
    if image.mode not in _CUT_FIRST and not clear:
        return colours.in_srgb(image), box
    reach = [ceil(_REACH * max(1.0, (box[at + 2] - box[at]) / size[at])) for at in (0, 1)]
    left, top = max(0, floor(box[0]) - reach[0]), max(0, floor(box[1]) - reach[1])
    right = min(image.width, ceil(box[2]) + reach[0])
    bottom = min(image.height, ceil(box[3]) + reach[1])
    cut = image.crop((left, top, right, bottom))
    return colours.in_srgb(cut), (box[0] - left, box[1] - top, box[2] - left, box[3] - top)


def _in_pixels(part: Part, size: tuple[int, int]) -> Part:
    """Never beyond the edge by a last digit: Pillow refuses such a box."""
    left, top = max(0.0, part[0] * size[0]), max(0.0, part[1] * size[1])
    return left, top, min(part[2] * size[0], size[0]), min(part[3] * size[1], size[1])


def _as_stored(part: Part, turn: int) -> Part:
    """The part's place before the picture is turned as its Exif says (CIPA DC-008, 4.6.5)."""
    left, top, right, bottom = part
    return {
        2: (1 - right, top, 1 - left, bottom),
        3: (1 - right, 1 - bottom, 1 - left, 1 - top),
        4: (left, 1 - bottom, right, 1 - top),
        5: (top, left, bottom, right),
        6: (top, 1 - right, bottom, 1 - left),
        7: (1 - bottom, 1 - right, 1 - top, 1 - left),
        8: (1 - bottom, left, 1 - top, right),
    }.get(turn, part)
