"""What a cell shows of its picture, and a first guess of what matters in it."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import TYPE_CHECKING

from services.media.board_layout import cover
from services.media.board_rect import Rect
from services.media.board_values import MIDDLE

if TYPE_CHECKING:
    from PIL import Image

LEAST_ZOOM, MOST_ZOOM = 1.0, 8.0
_LOOKED_AT = 6_500
"""Pixels of the whole in which detail is looked for: texture is gone, things remain."""
_LEAST_SIDE = 9
_PLAIN = 0.2
"""Detail below this part of the strongest is ground: cloth, wood, a wall."""
_BESIDE = 0.05
"""Of all detail: so much at either end may be no part of the thing."""
_PULL = 0.2
"""How far a guess is drawn to the middle: most things stand there, and a miss costs less."""


def part_of(
    size: tuple[int, int], rect: Rect, focus: tuple[float, float], zoom: float = 1.0
) -> tuple[float, float, float, float]:
    """Left, top, right, bottom (0 to 1) of a picture of `size` that `rect` shows undistorted.

    Zoom 1 just covers it. `focus` stays in the middle as far as the picture's edges allow.
    """
    zoom = min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
    width, height = size
    left, top, right, bottom = cover(width, height, rect, MIDDLE)
    w, h = (right - left) / width / zoom, (bottom - top) / height / zoom
    x = max(min(focus[0] - w / 2, 1 - w), 0.0)
    y = max(min(focus[1] - h / 2, 1 - h), 0.0)
    return x, y, min(x + w, 1.0), min(y + h, 1.0)


def guess(image: Image.Image) -> tuple[float, float]:
    """The middle of where a picture's detail is, 0 to 1; its own middle where there is none.

    Not the detail's centre of gravity: that is drawn to the sharpest edge, and would cut the
    smooth side off a bowl. A thumbnail of about 300 pixels does. Always the same for the same
    picture.
    """
    from PIL import Image as Pictures
    from PIL import ImageFilter

    scale = min(1.0, sqrt(_LOOKED_AT / (image.width * image.height)))
    width, height = round(image.width * scale), round(image.height * scale)
    if min(width, height) < _LEAST_SIDE:
        return MIDDLE
    grey = _on_grey(image).convert("L")
    small = grey.resize((width, height), Pictures.Resampling.BOX, reducing_gap=2.0)
    edges = small.filter(ImageFilter.GaussianBlur(1)).filter(ImageFilter.FIND_EDGES)
    # The filter leaves the outermost rows as they were: they would count as detail.
    inner = edges.crop((2, 2, width - 2, height - 2)).filter(ImageFilter.BoxBlur(2))
    found = _weighed(inner)
    if found is None:
        return MIDDLE
    x, y = (found[0] + 2) / width, (found[1] + 2) / height
    return x + (0.5 - x) * _PULL, y + (0.5 - y) * _PULL


def _on_grey(image: Image.Image) -> Image.Image:
    """See-through parts hold no detail, whatever colour lies under them."""
    from PIL import Image as Pictures

    if image.mode not in ("RGBA", "LA", "PA", "La", "RGBa") and "transparency" not in image.info:
        return image
    image = image.convert("RGBA")
    sheet = Pictures.new("RGB", image.size, "#808080")
    sheet.paste(image, mask=image.getchannel("A"))
    return sheet


def _weighed(edges: Image.Image) -> tuple[float, float] | None:
    """The middle of the extent of what stands out, in pixels."""
    values, width = edges.tobytes(), edges.width
    strongest = max(values)
    if strongest < 4:
        return None
    floor = strongest * _PLAIN
    above = [max(0.0, value - floor) for value in values]
    across = [sum(above[at::width]) for at in range(width)]
    down = [sum(above[at : at + width]) for at in range(0, len(above), width)]
    return _middle(across), _middle(down)


def _middle(weights: Sequence[float]) -> float:
    """Between the places behind which there is `_BESIDE` of the whole, at either end."""
    backwards = len(weights) - _place(list(reversed(weights)))
    return (_place(weights) + backwards) / 2


def _place(weights: Sequence[float]) -> float:
    left = sum(weights) * _BESIDE
    for at, weight in enumerate(weights):
        if weight > left:
            return at + left / weight
        left -= weight
    return float(len(weights))
