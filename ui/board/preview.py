"""What a board's plan looks like on the screen: the same list of things that is exported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypedDict

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from services.media.board_crop import part_of
from services.media.board_plan import Blurred, Code, Item, Label, Logo, Plan, Shown
from services.media.board_planner import plan
from services.media.board_values import MIDDLE, Board, Cell
from ui.board.geometry import of_plan, seen
from ui.board.images import Images
from ui.paint.text_painter import QtTextPainter
from widgets.board_cells import CanvasCell, CanvasOverlay

_WHITE = QColor("white")
_DARK, _LIGHT = 0xFF000000, 0xFFFFFFFF


class _Clip(TypedDict, total=False):
    clip: QRectF
    clip_radius: float


@dataclass(frozen=True, slots=True)
class Seen:
    """A board for the canvas; see `CanvasBoard`."""

    ratio: float
    background: QColor
    cells: tuple[CanvasCell, ...] = ()
    overlays: tuple[CanvasOverlay, ...] = ()
    ground: QImage | None = None


class Preview:
    """Keeps the last plan: pictures that come, and a window that grows, do not change it; and a
    picture that is moved in its frame changes nothing but what is seen of it.
    """

    def __init__(self, images: Images, painter: QtTextPainter) -> None:
        self._images = images
        self._painter = painter
        self._key: object = None
        self._crops: object = None
        self._plan: Plan | None = None
        self._marks: tuple[object, tuple[CanvasOverlay, ...]] = (None, ())
        self._codes: dict[Code, QImage] = {}

    def plan_of(self, board: Board) -> Plan:
        """Raises ValueError for a board without pictures."""
        look, images = board.look, self._images
        sizes = [images.size(cell.picture) for cell in board.cells]
        crops = [(self._focus(cell), cell.zoom) for cell in board.cells]
        logo = images.size(look.logo) if look.logo else None
        key = look, board.link, sizes, logo, [_uncropped(cell) for cell in board.cells]
        if self._plan is None or self._key != key:
            self._plan = plan(
                look,
                board.cells,
                link=board.link,
                sizes=sizes,
                focuses=[focus for focus, _ in crops],
                logo_size=logo,
                painter=self._painter,
            )
        elif self._crops != crops:
            self._plan = _cropped(self._plan, sizes, crops)
        self._key, self._crops = key, crops
        return self._plan

    def _focus(self, cell: Cell) -> tuple[float, float]:
        """Asks for the picture, too: one after the other is then seen, each cropped as it will
        be, and not all of them late."""
        focus = cell.focus or self._images.focus(cell.picture) or MIDDLE
        if not self._images.gone(cell.picture):
            self._images.large(cell.picture, zoom=cell.zoom)
        return focus

    def seen(self, board: Board, made: Plan, *, scale: float) -> Seen:
        """`scale`: pixels of the screen for one of the plan's."""
        cells: list[CanvasCell] = []
        ground: QImage | None = None
        for item in made.items:
            match item:
                case Blurred():
                    picture = board.cells[item.cell].picture
                    ground = self._images.ground(picture, made.width / made.height)
                case Shown():
                    cells.append(self._cell(board, made, item))
        ratio, background = made.width / made.height, QColor(made.background)
        return Seen(ratio, background, tuple(cells), self._overlays(made, scale), ground)

    def _overlays(self, made: Plan, scale: float) -> tuple[CanvasOverlay, ...]:
        """The same ones again where no mark has changed."""
        items = [item for item in made.items if not isinstance(item, Blurred | Shown)]
        logos = [item.picture for item in items if isinstance(item, Logo)]
        there = [self._images.large(picture) is not None for picture in logos]
        key = made.width, made.height, items, scale, there
        if self._marks[0] != key:
            found = [self._overlay(made, item, scale) for item in items]
            self._marks = key, tuple(overlay for overlay in found if overlay is not None)
        return self._marks[1]

    def missing(self, board: Board) -> str:
        """Characters of its words that no installed font can draw."""
        words = (
            word
            for cell in board.cells
            for word in (cell.caption, cell.price, cell.ribbon, cell.credit)
        )
        return self._painter.missing("".join(words))

    def _cell(self, board: Board, made: Plan, item: Shown) -> CanvasCell:
        cell = board.cells[item.cell]
        gone = self._images.gone(cell.picture)
        return CanvasCell(
            id=cell.picture,
            rect=of_plan(made, item.rect),
            image=None if gone else self._images.large(cell.picture, zoom=cell.zoom),
            caption=cell.caption,
            part=seen(item.part),
            zoom=cell.zoom,
            radius=item.radius / made.width,
            gone=gone,
        )

    def _overlay(self, made: Plan, item: Item, scale: float) -> CanvasOverlay | None:
        match item:
            case Label():
                return self._label(made, item, scale)
            case Logo():
                image = self._images.large(item.picture)
                rect = of_plan(made, item.rect)
                return CanvasOverlay(rect, image=image, **_rounded(made, item)) if image else None
            case Code():
                return CanvasOverlay(
                    of_plan(made, item.rect),
                    ground=_WHITE,
                    image=self._code(item),
                    crisp=True,
                    **_rounded(made, item),
                )
        return None

    def _label(self, made: Plan, item: Label, scale: float) -> CanvasOverlay:
        image = self._painter.image(item.spec, scale=scale)
        wide, tall = self._painter.measure(item.spec)
        x, y = item.rect.x + item.text_at[0], item.rect.y + item.text_at[1]
        return CanvasOverlay(
            rect=of_plan(made, item.rect),
            ground=_colour(item.ground),
            radius=item.radius / made.width,
            image=image,
            image_rect=QRectF(
                x / made.width, y / made.height, wide / made.width, tall / made.height
            ),
            angle=item.angle,
            clip=of_plan(made, item.clip) if item.clip else None,
            clip_radius=item.clip_radius / made.width,
        )

    def _code(self, item: Code) -> QImage:
        """A pixel a module; the last one is kept."""
        if item not in self._codes:
            self._codes = {item: _drawn(item.rows)}
        return self._codes[item]


def _rounded(made: Plan, item: Logo | Code) -> _Clip:
    """Both are cut out of their own rect."""
    if not item.radius:
        return {}
    return {"clip": of_plan(made, item.rect), "clip_radius": item.radius / made.width}


def _uncropped(cell: Cell) -> tuple[str, ...]:
    """What places its marks: its picture's crop does not."""
    return cell.picture, cell.caption, cell.price, cell.ribbon, cell.credit


def _cropped(
    made: Plan,
    sizes: Sequence[tuple[int, int]],
    crops: Sequence[tuple[tuple[float, float], float]],
) -> Plan:
    return replace(
        made,
        items=tuple(
            replace(item, part=part_of(sizes[item.cell], item.rect, *crops[item.cell]))
            if isinstance(item, Shown)
            else item
            for item in made.items
        ),
    )


def _drawn(rows: Sequence[Sequence[bool]]) -> QImage:
    image = QImage(len(rows[0]), len(rows), QImage.Format.Format_RGB32)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            image.setPixel(x, y, _DARK if dark else _LIGHT)
    return image


def _colour(name: str) -> QColor | None:
    """`#rrggbb` or `#rrggbbaa`: Qt's own names have what is see-through in front."""
    if not name:
        return None
    return QColor(f"#{name[7:]}{name[1:7]}")
