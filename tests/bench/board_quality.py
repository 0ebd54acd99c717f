"""How like the finished board's cells are to the best there is: Lanczos from the whole photograph.

Of each cell a part is looked at on which no words stand; what is seen is the file as it is posted,
after 5 MB took their share.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from services.media.board_crop import part_of
from services.media.board_layout import layout
from services.media.board_values import MIDDLE, REFERENCE
from tests.bench.boards_child import look
from tests.bench.likeness import ssim

_CLEAR = (0.5, 0.08, 0.96, 0.55)
"""Of a cell: beside the price, above the caption, within the corners."""


def least_likeness(board: Path, photographs: Sequence[Path]) -> float:
    sizes = [_upright(path).size for path in photographs]
    cells = layout(look(), sizes, REFERENCE).cells
    found = []
    with Image.open(board) as made:
        sheet = made.convert("RGB")
    for path, size, rect in zip(photographs, sizes, cells, strict=True):
        whole = _upright(path)
        part = part_of(size, rect, MIDDLE)
        box = tuple(edge * size[at % 2] for at, edge in enumerate(part))
        best = _in_srgb(whole.resize((rect.w, rect.h), Image.Resampling.LANCZOS, box=box), whole)
        clear = tuple(round(edge * (rect.w, rect.h)[at % 2]) for at, edge in enumerate(_CLEAR))
        on_sheet = tuple(edge + (rect.x, rect.y)[at % 2] for at, edge in enumerate(clear))
        found.append(ssim(best.crop(clear), sheet.crop(on_sheet)))
    return min(found)


def _upright(path: Path) -> Image.Image:
    image = Image.open(path)
    upright = ImageOps.exif_transpose(image)
    upright.info = dict(image.info)
    return upright


def _in_srgb(image: Image.Image, like: Image.Image) -> Image.Image:
    profile = like.info.get("icc_profile")
    if not profile:
        return image
    made = ImageCms.profileToProfile(image, BytesIO(profile), ImageCms.createProfile("sRGB"))
    assert made is not None
    return made
