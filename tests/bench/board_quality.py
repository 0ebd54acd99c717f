"""How like a finished board's cells are to the best there is: Lanczos from the whole photograph.

    python -m tests.bench.board_quality ours|plain BOARD PICTURE…

Prints the least SSIM. Of each cell a part is looked at on which no words stand; what is seen is the
file as it is posted, after 5 MB took their share.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, ImageOps
from PIL.Image import Resampling

from services.media.board_plan import Label, Shown
from services.media.board_rect import Rect
from tests.bench.boards_child import board, places
from tests.bench.likeness import ssim

_STEPS = 8


def least_likeness(finished: Path, photographs: Sequence[Path]) -> float:
    plan = board(photographs)[0]()
    words = [item.rect for item in plan.items if isinstance(item, Label)]
    with Image.open(finished) as made:
        sheet = made.convert("RGB")
    return min(
        _likeness(sheet, item, words, photographs[item.cell])
        for item in plan.items
        if isinstance(item, Shown)
    )


def _likeness(sheet: Image.Image, item: Shown, words: Sequence[Rect], path: Path) -> float:
    with Image.open(path) as image:
        whole = ImageOps.exif_transpose(image)
        profile = image.info.get("icc_profile")
    box = tuple(edge * whole.size[at % 2] for at, edge in enumerate(item.part))
    rect = item.rect
    best = whole.resize((rect.w, rect.h), Resampling.LANCZOS, box=box)
    if profile:
        srgb = ImageCms.createProfile("sRGB")
        turned = ImageCms.profileToProfile(best, BytesIO(profile), srgb)
        assert turned is not None
        best = turned
    clear = _clear(rect, item.radius, words)
    seen = sheet.crop((clear.x, clear.y, clear.right, clear.bottom))
    inside = (clear.x - rect.x, clear.y - rect.y, clear.right - rect.x, clear.bottom - rect.y)
    return ssim(best.crop(inside), seen)


def least_likeness_of_plain(finished: Path, photographs: Sequence[Path]) -> float:
    """Its colours are as they lie in the files, so its reference's are, too."""
    with Image.open(finished) as made:
        sheet = made.convert("RGB")
    found = []
    for path, (x, y, width, height) in zip(photographs, places(len(photographs)), strict=True):
        with Image.open(path) as image:
            best = ImageOps.fit(ImageOps.exif_transpose(image), (width, height), Resampling.LANCZOS)
        found.append(ssim(best, sheet.crop((x, y, x + width, y + height))))
    return min(found)


def _clear(rect: Rect, radius: int, words: Sequence[Rect]) -> Rect:
    """The largest piece of the cell, over its whole width, without words or corners."""
    inner = rect.inset(radius)
    rows = [
        row
        for row in range(inner.y, inner.bottom, _STEPS)
        if not any(Rect(inner.x, row, inner.w, _STEPS).touches(other) for other in words)
    ]
    runs: list[list[int]] = []
    for row in rows:
        if runs and runs[-1][-1] == row - _STEPS:
            runs[-1].append(row)
        else:
            runs.append([row])
    longest = max(runs, key=len)
    return Rect(inner.x, longest[0], inner.w, longest[-1] - longest[0])


if __name__ == "__main__":
    judge = {"ours": least_likeness, "plain": least_likeness_of_plain}[sys.argv[1]]
    print(judge(Path(sys.argv[2]), [Path(path) for path in sys.argv[3:]]))
