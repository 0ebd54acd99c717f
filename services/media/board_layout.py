"""Where the pictures of a board stand: pure geometry, in whole pixels.

Grid, hero and strip fill the board edge to edge and cut the pictures (board_grid.py); a mosaic
keeps them whole (board_mosaic.py), centred on the ground, and in the free shape the board takes its
proportions from them. Where captions stand under the pictures, each picture gives them room below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from services.media import board_mosaic
from services.media.board_grid import in_a_strip, in_rows, with_hero
from services.media.board_rect import Rect as Rect
from services.media.board_values import MOST, Arrangement, Captions, Look, Shape
from services.media.look_json import LEAST_RATIO, MOST_RATIO

LETTER = 0.022
"""Of the board's width: the smallest letters on it, 11 pixels when it is seen 500 wide."""
_LINE, _AIR = 1.65, 0.9
"""Of letters: a line of words under a picture, and the air around all of them."""
_MOST_UNDER = 0.25
"""Of a cell's height that two lines of words may take; otherwise there is room for one."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A board's size and a rectangle a picture, in reading order.

    `under`: the room for each caption, directly below its picture; none without such captions.
    """

    width: int
    height: int
    cells: tuple[Rect, ...]
    under: tuple[Rect, ...] = ()


def ratio_of(shape: Shape, free_ratio: float) -> float:
    """Width by height. A free mosaic follows its pictures instead."""
    if shape is Shape.FREE:
        return free_ratio
    across, down = shape.value.split(":")
    return int(across) / int(down)


def size_of(shape: Shape, free_ratio: float, long_side: int) -> tuple[int, int]:
    """Width and height of a board whose longer side is `long_side`."""
    return _sides(ratio_of(shape, free_ratio), long_side)


def layout(look: Look, sizes: Sequence[tuple[int, int]], long_side: int) -> Layout:
    """`sizes`: width and height of each picture.

    Raises ValueError for none or more than 12, or where a cell would have no pixel.
    """
    if not 1 <= len(sizes) <= MOST:
        raise ValueError(f"{len(sizes)} pictures")
    if any(w < 1 or h < 1 for w, h in sizes):
        raise ValueError("a picture without pixels")
    gutter = round(look.gutter * long_side / 1_000)
    made = _mosaic if look.arrangement is Arrangement.MOSAIC else _filled
    laid = made(look, sizes, long_side, gutter)
    if any(rect.w < 1 or rect.h < 1 for rect in laid.cells):
        raise ValueError(f"no room: {laid.width} wide, gutter {gutter}")
    if not look.right_to_left:
        return laid
    cells, under = (
        tuple(rect.mirrored(laid.width) for rect in rects) for rects in (laid.cells, laid.under)
    )
    return Layout(laid.width, laid.height, cells, under)


def cover(
    width: int, height: int, target: Rect, focus: tuple[float, float]
) -> tuple[float, float, float, float]:
    """The part (left, top, right, bottom) of a picture that fills `target` without distortion.

    `focus` (0 to 1) is the point that stays in the middle as far as the edges allow.
    """
    scale = min(width / target.w, height / target.h)
    # Kept inside to the last digit: Pillow refuses a box that begins at -1e-13.
    w, h = min(target.w * scale, width), min(target.h * scale, height)
    left = max(min(focus[0] * width - w / 2, width - w), 0.0)
    top = max(min(focus[1] * height - h / 2, height - h), 0.0)
    return left, top, min(left + w, width), min(top + h, height)


def _sides(ratio: float, long_side: int) -> tuple[int, int]:
    if ratio >= 1:
        return long_side, max(1, round(long_side / ratio))
    return max(1, round(long_side * ratio)), long_side


def _filled(look: Look, sizes: Sequence[tuple[int, int]], long_side: int, gutter: int) -> Layout:
    width, height = size_of(look.shape, look.free_ratio, long_side)
    box = Rect(0, 0, width, height).inset(gutter if look.edged else 0)
    match look.arrangement:
        case Arrangement.STRIP:
            whole = in_a_strip(sizes, box, gutter)
        case Arrangement.HERO:
            whole = with_hero(len(sizes), box, gutter)
        case _:
            whole = in_rows(len(sizes), box, gutter)
    words = _room_under(look, width, min(rect.h for rect in whole))
    cells = tuple(Rect(rect.x, rect.y, rect.w, rect.h - words) for rect in whole)
    return Layout(width, height, cells, _under(cells, words))


def _mosaic(look: Look, sizes: Sequence[tuple[int, int]], long_side: int, gutter: int) -> Layout:
    ratios = board_mosaic.ratios_of(sizes)
    width, height = size_of(look.shape, look.free_ratio, long_side)
    edge = gutter if look.edged else 0
    box = Rect(0, 0, width, height).inset(edge)
    if box.w < 1 or box.h < 1:
        raise ValueError(f"no room: {width} by {height}, gutter {gutter}")
    words = _room_under(look, width, round((box.w * box.h / len(sizes)) ** 0.5))
    block = board_mosaic.best(ratios, box.w, box.h, gutter, words)
    if look.shape is Shape.FREE:
        width, height = _following(block, long_side, edge)
        box = Rect(0, 0, width, height).inset(edge)
    box = _largest(block, box)
    cells = board_mosaic.placed(block, ratios, box, gutter, words)
    return Layout(width, height, cells, _under(cells, words))


def _following(block: board_mosaic.Block, long_side: int, edge: int) -> tuple[int, int]:
    """The size of a board that is filled by the block, within the proportions X shows whole."""
    inner = long_side - 2 * edge
    along, across = board_mosaic.fitted(block, inner, inner)
    w, h = (across, along) if block.columns else (along, across)
    ratio = (w + 2 * edge) / (h + 2 * edge)
    return _sides(min(max(ratio, LEAST_RATIO), MOST_RATIO), long_side)


def _largest(block: board_mosaic.Block, box: Rect) -> Rect:
    """The block at its largest in the middle of `box`."""
    if block.columns:
        h, w = board_mosaic.fitted(block, box.h, box.w)
    else:
        w, h = board_mosaic.fitted(block, box.w, box.h)
    wide, high = min(max(1, round(w)), box.w), min(max(1, round(h)), box.h)
    return Rect(box.x + (box.w - wide) // 2, box.y + (box.h - high) // 2, wide, high)


def _room_under(look: Look, width: int, cell_height: int) -> int:
    """Pixels below each picture for its caption."""
    if look.captions is not Captions.UNDER:
        return 0
    one, two = (round(width * LETTER * (_LINE * lines + _AIR)) for lines in (1, 2))
    return two if two <= cell_height * _MOST_UNDER else one


def _under(cells: Sequence[Rect], words: int) -> tuple[Rect, ...]:
    return tuple(Rect(rect.x, rect.bottom, rect.w, words) for rect in cells) if words else ()
