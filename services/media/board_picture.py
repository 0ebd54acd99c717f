"""Draws a board by its plan: many pictures become one, as large as the sharpest of them bears."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from services.errors import BadImage
from services.media import board_marks, images
from services.media.board_blur import LONG_SIDE, blurred
from services.media.board_marks import Mark, scaled
from services.media.board_piece import WHOLE, Part, piece
from services.media.board_plan import Blurred, Code, Label, Logo, Plan, Shown
from services.media.board_values import REFERENCE
from services.media.fitting import fitting_jpeg, fitting_png
from services.media.for_x import Ready

if TYPE_CHECKING:
    from PIL import Image

    from services.media.board_rect import Rect
    from services.media.text_painter import TextPainter

NARROWEST = 1_200
"""Pixels of the long side, however small the pictures are: words on it stay readable."""
_SOFT_UNDER = 0.5
"""Pixels a picture has for each one of its place: with fewer its edges are seen to be soft."""
_BLOWN_UP = 1.25
_LARGE = 0.8
"""Of the largest picture's room: others as large as that are as much looked at."""
_BLOCK_BYTES = 1 << 20
_FLAT = 4_096
"""Colours, at most, of drawings and their soft edges: a PNG loses nothing of them and is small."""


@dataclass(frozen=True, slots=True)
class Source:
    """A picture: where its bytes are, its size as it is seen, and what the owner calls it."""

    path: Path
    width: int
    height: int
    name: str = ""


def draw(
    plan: Plan,
    sources: Sequence[Source],
    *,
    painter: TextPainter,
    logo: Source | None = None,
    workers: int = 2,
) -> Ready:
    """The finished picture, 5 MB at most. `sources` are the cells' pictures, in their order.

    In the `work` lane; has threads of its own, which are gone when it returns. Raises BadImage,
    whose path names the picture to blame.
    """
    from PIL import Image

    # Pillow's own 16 MB a block leave holes in memory where two threads take and give turns.
    Image.core.set_block_size(_BLOCK_BYTES)  # type: ignore[attr-defined]  # its stubs lack it
    scale = fitting_side(plan, sources) / max(plan.width, plan.height)
    size = (round(plan.width * scale), round(plan.height * scale))
    sheet = Image.new("RGB", size, plan.background)
    drawing = _Drawing(sheet, sources, scale, painter, logo)
    with _helpers(workers) as helpers:
        drawing.go(plan, helpers)
    return _written(sheet)


def fitting_side(plan: Plan, sources: Sequence[Source]) -> int:
    """The long side: as many pixels as the sharpest picture bears, within bounds; but the largest
    ones on the board, which are looked at most, are hardly blown up for the sake of small ones."""
    shown = [item for item in plan.items if isinstance(item, Shown)]
    if not shown:
        return REFERENCE
    most = max(item.rect.w * item.rect.h for item in shown)
    large = [item for item in shown if item.rect.w * item.rect.h >= _LARGE * most]
    bears = min(
        max(_bears(item, sources[item.cell]) for item in shown),
        _BLOWN_UP * max(_bears(item, sources[item.cell]) for item in large),
    )
    return max(NARROWEST, min(REFERENCE, round(REFERENCE * bears)))


def soft(plan: Plan, sources: Sequence[Source]) -> tuple[int, ...]:
    """Cells whose picture is far too small for its place, next to the board's other pictures."""
    scale = fitting_side(plan, sources) / max(plan.width, plan.height)
    shown = (item for item in plan.items if isinstance(item, Shown))
    return tuple(
        item.cell for item in shown if _bears(item, sources[item.cell]) < _SOFT_UNDER * scale
    )


def _written(sheet: Image.Image) -> Ready:
    data = fitting_jpeg(sheet)
    if sheet.getcolors(_FLAT) and (png := fitting_png(sheet, most_bytes=len(data))):
        return Ready(png, "image/png", sheet.width, sheet.height)
    facts = images.facts_of(data, Path("board.jpg"))
    return Ready(data, "image/jpeg", facts.width, facts.height)


def _bears(item: Shown, source: Source) -> float:
    """Pixels the picture has for each one of its place."""
    left, top, right, bottom = item.part
    across = (right - left) * source.width / item.rect.w
    return min(across, (bottom - top) * source.height / item.rect.h)


@contextmanager
def _helpers(count: int) -> Iterator[ThreadPoolExecutor]:
    """Joined also when something fails; what has not begun by then is never done."""
    helpers = ThreadPoolExecutor(count, thread_name_prefix="board")
    try:
        yield helpers
    finally:
        helpers.shutdown(cancel_futures=True)


class _Drawing:
    """Pictures are placed by the helpers, as they are ready: they never overlap. What stands on
    them is made by the helpers, too, and laid on in the plan's order."""

    def __init__(
        self,
        sheet: Image.Image,
        sources: Sequence[Source],
        scale: float,
        painter: TextPainter,
        logo: Source | None,
    ) -> None:
        self._sheet = sheet
        self._sources = sources
        self._scale = scale
        self._painter = painter
        self._logo = logo
        self._alone = Lock()

    def go(self, plan: Plan, helpers: ThreadPoolExecutor) -> None:
        for item in plan.items:
            if isinstance(item, Blurred):
                self._ground(item)
        shown = [item for item in plan.items if isinstance(item, Shown)]
        placed = [helpers.submit(self._place, item) for item in shown]
        marks = [
            helpers.submit(self._mark, item)
            for item in plan.items
            if not isinstance(item, Blurred | Shown)
        ]
        for future in placed:
            future.result()
        for mark in marks:
            self._lay(mark)

    def _ground(self, item: Blurred) -> None:
        source = self._sources[item.cell]
        short = LONG_SIDE / min(source.width, source.height)
        size = (max(1, round(source.width * short)), max(1, round(source.height * short)))
        picture = images.on_white(self._piece(source, WHOLE, size))
        self._sheet.paste(blurred(picture, self._sheet.width, self._sheet.height))

    def _place(self, item: Shown) -> None:
        rect = scaled(item.rect, self._scale)
        made = self._piece(self._sources[item.cell], item.part, (rect.w, rect.h))
        radius = min(round(item.radius * self._scale), rect.w // 2, rect.h // 2)
        corners = self._corners(rect, radius)
        self._sheet.paste(made, (rect.x, rect.y), made if made.mode == "RGBA" else None)
        for x, y, ground, mask in corners:
            self._sheet.paste(ground, (x, y), mask)

    def _corners(self, rect: Rect, radius: int) -> list[tuple[int, int, Image.Image, Image.Image]]:
        """The ground in the four corners, to be put back: a mask for the whole takes longer."""
        from PIL import ImageChops, ImageOps

        if radius < 1:
            return []
        outside = ImageChops.invert(board_marks.corner(radius))
        right, below = rect.x + rect.w - radius, rect.y + rect.h - radius
        places = (
            (rect.x, rect.y, outside),
            (right, rect.y, ImageOps.mirror(outside)),
            (rect.x, below, ImageOps.flip(outside)),
            (right, below, ImageOps.flip(ImageOps.mirror(outside))),
        )
        return [
            (x, y, self._sheet.crop((x, y, x + radius, y + radius)), mask) for x, y, mask in places
        ]

    def _mark(self, item: Label | Logo | Code) -> Mark | None:
        if isinstance(item, Label):
            return board_marks.label(item, self._painter, self._scale)
        if isinstance(item, Code):
            return board_marks.code(item, self._scale)
        return self._logo_mark(item)

    def _logo_mark(self, item: Logo) -> Mark | None:
        from PIL import ImageChops

        if self._logo is None:
            return None
        rect = scaled(item.rect, self._scale)
        fit = min(rect.w / self._logo.width, rect.h / self._logo.height)
        w, h = max(1, round(self._logo.width * fit)), max(1, round(self._logo.height * fit))
        made = self._piece(self._logo, WHOLE, (w, h)).convert("RGBA")
        if item.radius:
            round_off = board_marks.rounded(made.size, round(item.radius * self._scale))
            made.putalpha(ImageChops.multiply(made.getchannel("A"), round_off))
        return Mark(made, rect.x + (rect.w - w) // 2, rect.y + (rect.h - h) // 2)

    def _lay(self, future: Future[Mark | None]) -> None:
        mark = future.result()
        if mark is not None:
            self._sheet.paste(mark.image, (mark.x, mark.y), mark.image)

    def _piece(self, source: Source, part: Part, size: tuple[int, int]) -> Image.Image:
        try:
            return piece(source.path, part, size, alone=self._alone)
        except BadImage as error:
            # Our copies are named by numbers: the owner knows the picture by another name.
            path = Path(source.name or source.path)
            raise BadImage(error.problem, path, str(error)) from error
