"""Where the pictures of a board stand: pure geometry, in whole pixels.

Grid, hero and strip fill the board edge to edge and cut the pictures (board_grid.py); a mosaic
keeps them as good as whole (board_mosaic.py), centred on the ground, and in the free shape the
board takes its proportions from them. Where captions stand under the pictures, each picture gives
them room below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from services.media import board_mosaic
from services.media.board_grid import in_a_strip, in_rows, strip_rows, with_hero
from services.media.board_mosaic import Given
from services.media.board_rect import Rect as Rect
from services.media.board_values import MOST, REFERENCE, Arrangement, Captions, Look, Shape
from services.media.look_json import LEAST_RATIO, MOST_RATIO

LETTER = 0.022
"""Of the board's width: the smallest letters on it, 11 pixels when it is seen 500 wide."""
_LINE, _AIR = 1.65, 0.9
"""Of letters: a line of words under a picture, and the air around all of them."""
_MOST_UNDER = 0.25
"""Of a cell's height that two lines of words may take; otherwise there is room for one."""

_CUT = 0.06
"""Of a side: so little ground beside a mosaic is covered, too, and as much cut off the pictures. A
bar at one side alone looks as if something were missing."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A board's size and a rectangle a picture, in reading order.

    `under`: the room for each caption, directly below its picture; none without such captions.
    `gutter`: as it came out, in pixels.
    """

    width: int
    height: int
    cells: tuple[Rect, ...]
    under: tuple[Rect, ...] = ()
    gutter: int = 0


def ratio_of(shape: Shape, free_ratio: float) -> float:
    """Width by height. A free mosaic follows its pictures instead."""
    if shape is Shape.FREE:
        return free_ratio
    across, down = shape.value.split(":")
    return int(across) / int(down)


def size_of(shape: Shape, free_ratio: float, long_side: int) -> tuple[int, int]:
    """Width and height of a board whose longer side is `long_side`."""
    return _sides(ratio_of(shape, free_ratio), long_side)


def layout(
    look: Look, sizes: Sequence[tuple[int, int]], long_side: int, *, lines: int = 2
) -> Layout:
    """`sizes`: width and height of each picture. `lines`: of words under them, at most.

    Raises ValueError for none or more than 12, or where a cell would have no pixel.
    """
    if not 1 <= len(sizes) <= MOST:
        raise ValueError(f"{len(sizes)} pictures")
    if any(w < 1 or h < 1 for w, h in sizes):
        raise ValueError("a picture without pixels")
    made = _mosaic if look.arrangement is Arrangement.MOSAIC else _filled
    gutter = look.gutter / 1_000
    laid = made(look, sizes, long_side, gutter, lines)
    # Twelve pictures in one row may leave no room for the widest gutter: then it is narrower.
    while laid is None and round(gutter * long_side) > 0:
        gutter /= 2
        laid = made(look, sizes, long_side, gutter, lines)
    if laid is None:
        raise ValueError(f"no room on {long_side} pixels")
    if not look.right_to_left:
        return laid
    cells, under = (
        tuple(rect.mirrored(laid.width) for rect in rects) for rects in (laid.cells, laid.under)
    )
    return replace(laid, cells=cells, under=under)


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


def _filled(
    look: Look, sizes: Sequence[tuple[int, int]], long_side: int, gutter: float, lines: int
) -> Layout | None:
    width, height = size_of(look.shape, look.free_ratio, long_side)
    gap = round(gutter * long_side)
    box = Rect(0, 0, width, height).inset(gap if look.edged else 0)
    if box.w < 1 or box.h < 1:
        return None
    match look.arrangement:
        case Arrangement.STRIP:
            rows = strip_rows(len(sizes), box) if box.w >= box.h else len(sizes)
            words = _room_under(look, lines, width, box.h // rows)
            whole = in_a_strip(sizes, box, gap, words)
        case Arrangement.HERO:
            whole = with_hero(len(sizes), box, gap)
            words = _room_under(look, lines, width, min(rect.h for rect in whole))
        case _:
            whole = in_rows(len(sizes), box, gap)
            words = _room_under(look, lines, width, min(rect.h for rect in whole))
    cells = tuple(Rect(rect.x, rect.y, rect.w, rect.h - words) for rect in whole)
    return _whole(width, height, cells, words, gap)


def _mosaic(
    look: Look, sizes: Sequence[tuple[int, int]], long_side: int, gutter: float, lines: int
) -> Layout | None:
    """The cuts are chosen at the reference size, so that they are the same at every other."""
    ratios = board_mosaic.ratios_of(sizes)
    chosen = _box(look, REFERENCE, gutter)
    width, height = size_of(look.shape, look.free_ratio, long_side)
    box, gap = _box(look, long_side, gutter), round(gutter * long_side)
    if min(chosen.w, chosen.h, box.w, box.h) < 1:
        return None
    typical = round((chosen.w * chosen.h / len(sizes)) ** 0.5)
    words = _room_under(look, lines, width * REFERENCE // long_side, typical)
    try:
        piece = board_mosaic.best(Given(ratios, gutter * REFERENCE, words), chosen.w, chosen.h)
    except ValueError:
        return None
    words = round(words * long_side / REFERENCE)
    piece = Given(ratios, gap, words).again(piece)
    if look.shape is Shape.FREE:
        edge = gap if look.edged else 0
        width, height = _following(piece, long_side, edge)
        box = Rect(0, 0, width, height).inset(edge)
    box = _largest(piece, box)
    return _whole(width, height, board_mosaic.placed(piece, box, gap, words), words, gap)


def _box(look: Look, long_side: int, gutter: float) -> Rect:
    width, height = size_of(look.shape, look.free_ratio, long_side)
    return Rect(0, 0, width, height).inset(round(gutter * long_side) if look.edged else 0)


def _whole(
    width: int, height: int, cells: tuple[Rect, ...], words: int, gutter: int
) -> Layout | None:
    if any(rect.w < 1 or rect.h < 1 for rect in cells):
        return None
    under = tuple(Rect(rect.x, rect.bottom, rect.w, words) for rect in cells) if words else ()
    return Layout(width, height, cells, under, gutter)


def _following(piece: board_mosaic.Piece, long_side: int, edge: int) -> tuple[int, int]:
    """The size of a board that is filled by it, within the proportions X shows whole."""
    inner = max(1, long_side - 2 * edge)
    w, h = board_mosaic.fitted(piece, inner, inner)
    ratio = (max(w, 1) + 2 * edge) / (max(h, 1) + 2 * edge)
    return _sides(min(max(ratio, LEAST_RATIO), MOST_RATIO), long_side)


def _largest(piece: board_mosaic.Piece, box: Rect) -> Rect:
    """The piece at its largest in the middle of `box`."""
    w, h = board_mosaic.fitted(piece, box.w, box.h)
    wide, high = _snapped(w, box.w), _snapped(h, box.h)
    return Rect(box.x + (box.w - wide) // 2, box.y + (box.h - high) // 2, wide, high)


def _snapped(length: float, room: int) -> int:
    """A little ground beside the pictures would look like a fault."""
    return room if length >= room * (1 - _CUT) else max(1, round(length))


def _room_under(look: Look, lines: int, width: int, cell_height: int) -> int:
    """Pixels below each picture for its caption."""
    if look.captions is not Captions.UNDER or lines < 1:
        return 0
    one, two = (round(width * LETTER * (_LINE * count + _AIR)) for count in (1, 2))
    return two if lines > 1 and two <= cell_height * _MOST_UNDER else one
