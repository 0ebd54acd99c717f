"""One measured piece of work with pictures, in a process of its own: run by `boards.py`.

    python -m tests.bench.boards_child KIND OUT PICTURE…

Prints one JSON line: seconds, peak memory, and what the process held before the work began. Fonts
are loaded before, as by the program, whose canvas has shown the board.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image, ImageOps

if TYPE_CHECKING:
    from services.media.board_picture import Source
    from services.media.board_plan import Plan
    from ui.paint.text_painter import QtTextPainter

LONG_SIDE, GUTTER = 4_096, 33
COLUMNS = {4: 2, 12: 4}
_WORDS = ("Blue cups, wheel thrown", "青い湯のみ 🍵", "فنجان أزرق", "کاسهٔ سرامیکی")
_ON_ITS_SIDE = (5, 6, 7, 8)
_BYTES = 5_000_000
_PLAIN_QUALITY = 92
"""The least at which cells decoded to twice their size are as like as 0.98; 95 is over 5 MB."""


def board(paths: Sequence[Path]) -> tuple[Callable[[], Plan], list[Source], QtTextPainter]:
    """Rounded corners, captions on the pictures, prices; what plans it, and what draws it."""
    from PySide6.QtGui import QGuiApplication

    from services.media.board_picture import Source
    from services.media.board_planner import plan
    from services.media.board_values import Captions, Cell, Look
    from services.media.images import facts_of
    from ui.paint.text_painter import text_painter

    _KEPT.append(QGuiApplication([]))
    painter = text_painter("en")
    look = Look(corners=12, captions=Captions.OVER)
    cells = [Cell("", _WORDS[at % 4], price="$24") for at in range(len(paths))]
    facts = [facts_of(path.read_bytes(), path) for path in paths]
    sizes = [(fact.width, fact.height) for fact in facts]
    sources = [Source(path, *size) for path, size in zip(paths, sizes, strict=True)]
    return partial(plan, look, cells, sizes=sizes, painter=painter), sources, painter


def ours(paths: Sequence[Path], out: Path) -> Callable[[], None]:
    """With captions, prices, rounded corners and colour management."""
    from services.media.board_picture import draw

    plan, sources, painter = board(paths)
    plan()
    return lambda: _write(out, draw(plan(), sources, painter=painter).data)


def plain(paths: Sequence[Path], out: Path) -> Callable[[], None]:
    """As most who know Pillow write it: decoded to no less than the cell, which is less sharp."""
    return lambda: _plain_board(paths, out, 1)


def plain_sharp(paths: Sequence[Path], out: Path) -> Callable[[], None]:
    """Decoded to no less than twice the cell, as `Image.thumbnail` and montage's advice do: what
    holds the bar of likeness."""
    return lambda: _plain_board(paths, out, 2)


def _plain_board(paths: Sequence[Path], out: Path, finer: int) -> None:
    sheet = Image.new("RGB", (LONG_SIDE, LONG_SIDE * 9 // 16), "white")
    for path, (x, y, width, height) in zip(paths, places(len(paths)), strict=True):
        with Image.open(path) as image:
            turned = image.getexif().get(0x0112, 1) in _ON_ITS_SIDE
            wanted = (height, width) if turned else (width, height)
            image.draft("RGB", (finer * wanted[0], finer * wanted[1]))
            upright = ImageOps.exif_transpose(image)
            cell = ImageOps.fit(upright, (width, height), Image.Resampling.LANCZOS)
        sheet.paste(cell, (x, y))
    sheet.save(out, quality=_PLAIN_QUALITY)


def places(count: int) -> list[tuple[int, int, int, int]]:
    """Left, top, width and height of each cell of a plain board."""
    columns = COLUMNS[count]
    rows = count // columns
    width = (LONG_SIDE - GUTTER * (columns - 1)) // columns
    height = (LONG_SIDE * 9 // 16 - GUTTER * (rows - 1)) // rows
    return [
        (across * (width + GUTTER), down * (height + GUTTER), width, height)
        for down in range(rows)
        for across in range(columns)
    ]


def thumbnails(paths: Sequence[Path], out: Path) -> Callable[[], None]:
    """By the store, with its database: each is made once and kept."""
    from services.clock import SystemClock
    from services.media.images import facts_of
    from services.media.pictures import PictureStore
    from services.paths import paths_under
    from services.shop import open_shop

    shop = open_shop(paths_under(out), SystemClock())
    store: PictureStore = shop.pictures
    _KEPT.append(shop)
    kept = []
    for path in paths:
        data = path.read_bytes()
        fact = facts_of(data, path)
        kept.append(
            store.add_known(
                data, name=path.name, mime="image/jpeg", width=fact.width, height=fact.height
            )
        )

    def work() -> None:
        for picture in kept:
            store.thumbnail(picture.hash, 320)

    return work


def plain_thumbnails(paths: Sequence[Path], out: Path) -> Callable[[], None]:
    out.mkdir()

    def work() -> None:
        for path in paths:
            with Image.open(path) as image:
                image.thumbnail((320, 320))
                ImageOps.exif_transpose(image).save(out / path.name, quality=88)

    return work


def fitting(paths: Sequence[Path], out: Path) -> Callable[[], None]:
    from services.media.fitting import fitting_jpeg

    image = _sheet(paths[0])
    return lambda: _write(out, fitting_jpeg(image))


def plain_fitting(paths: Sequence[Path], out: Path) -> Callable[[], None]:
    """The best quality of 70 to 95 by halving, the whole written each time."""
    image = _sheet(paths[0])

    def encoded(quality: int) -> bytes:
        buffer = BytesIO()
        image.save(buffer, "JPEG", quality=quality, subsampling=0 if quality >= 85 else 2)
        return buffer.getvalue()

    def work() -> None:
        low, high, best = 70, 96, b""
        while low < high:
            middle = (low + high) // 2
            made = encoded(middle)
            if len(made) <= _BYTES:
                low, best = middle + 1, made
            else:
                high = middle
        out.write_bytes(best)

    return work


def _sheet(path: Path) -> Image.Image:
    """A board's size of photograph, with more detail than 5 MB hold at quality 95."""
    with Image.open(path) as image:
        return image.convert("RGB").resize((LONG_SIDE, LONG_SIDE * 9 // 16), box=(0, 0, 4032, 2268))


def _write(out: Path, data: bytes) -> None:
    out.write_bytes(data)


def memory_kb(line: str) -> int:
    """`VmHWM`: the most this process ever held. `VmRSS`: now."""
    status = Path("/proc/self/status").read_text()
    return int(next(each.split()[1] for each in status.splitlines() if each.startswith(line)))


_KEPT: list[object] = []
"""What must live as long as the process."""
_KINDS = {
    "ours": ours,
    "plain": plain,
    "plain-sharp": plain_sharp,
    "thumbnails": thumbnails,
    "plain-thumbnails": plain_thumbnails,
    "fitting": fitting,
    "plain-fitting": plain_fitting,
}


def main() -> None:
    kind, out, *paths = sys.argv[1:]
    work = _KINDS[kind]([Path(path) for path in paths], Path(out))
    held = memory_kb("VmRSS")
    began, processor = time.perf_counter(), time.process_time()
    work()
    seconds, busy = time.perf_counter() - began, time.process_time() - processor
    line = {"seconds": seconds, "busy": busy, "peak_kb": memory_kb("VmHWM"), "held_kb": held}
    print(json.dumps(line), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
