"""What stands on a board's pictures: words, the logo, the code. All scaled, edges smooth."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from services.media.board_plan import Code, Label
from services.media.board_rect import Rect

if TYPE_CHECKING:
    from PIL import Image

    from services.media.text_painter import TextPainter

_FINER = 8
"""Corners are drawn so many times larger and made small: Pillow's own have steps."""
_MARGIN = 2
"""Clear pixels around what is turned, into which its edges fade."""


class Mark(NamedTuple):
    """RGBA, and where its upper left corner goes on the sheet; it may reach beyond the sheet."""

    image: Image.Image
    x: int
    y: int


def scaled(rect: Rect, scale: float) -> Rect:
    """Edge by edge, so that what touches goes on touching."""
    x, y = round(rect.x * scale), round(rect.y * scale)
    return Rect(
        x,
        y,
        max(1, round((rect.x + rect.w) * scale) - x),
        max(1, round((rect.y + rect.h) * scale) - y),
    )


def label(item: Label, painter: TextPainter, scale: float) -> Mark:
    from PIL import Image

    rect = scaled(item.rect, scale)
    words = painter.paint(item.spec, scale=scale)
    image = _ground(item, rect, scale)
    if words.width and words.height:
        drawn = Image.frombytes("RGBA", (words.width, words.height), words.rgba)
        at = (round(item.text_at[0] * scale), round(item.text_at[1] * scale))
        # Over, and not pasted: the ground keeps what the letters' soft edges leave of it.
        _lay(image, drawn, at)
    mark = _turned(image, rect, item.angle)
    if item.clip is None:
        return mark
    return _clipped(mark, scaled(item.clip, scale), round(item.clip_radius * scale))


def code(item: Code, scale: float) -> Mark:
    """Every module is the same whole number of pixels, whatever the scale: scanners ask for it."""
    from PIL import Image
    from PIL.Image import Resampling

    rect = scaled(item.rect, scale)
    count = len(item.rows)
    dots = bytes(0 if dark else 255 for row in item.rows for dark in row)
    each = max(1, min(rect.w, rect.h) // count)
    modules = Image.frombytes("L", (count, count), dots)
    modules = modules.resize((each * count, each * count), Resampling.NEAREST)
    sheet = Image.new("RGBA", (max(rect.w, each * count), max(rect.h, each * count)), "white")
    sheet.paste(
        modules.convert("RGB"),
        ((sheet.width - each * count) // 2, (sheet.height - each * count) // 2),
    )
    if item.radius:
        sheet.putalpha(rounded(sheet.size, round(item.radius * scale)))
    return Mark(sheet, rect.x, rect.y)


def corner(radius: int) -> Image.Image:
    """A quarter of a disc, the upper left, as a mask of `radius` by `radius`."""
    from PIL import Image, ImageDraw

    large = Image.new("L", (radius * _FINER, radius * _FINER), 0)
    end = 2 * radius * _FINER - 1
    ImageDraw.Draw(large).ellipse((0, 0, end, end), fill=255)
    return large.reduce(_FINER)


def rounded(size: tuple[int, int], radius: int) -> Image.Image:
    """A mask: 255 within, 0 in the corners."""
    from PIL import Image, ImageOps

    mask = Image.new("L", size, 255)
    radius = min(radius, size[0] // 2, size[1] // 2)
    if radius < 1:
        return mask
    quarter = corner(radius)
    right, below = size[0] - radius, size[1] - radius
    mask.paste(quarter, (0, 0))
    mask.paste(ImageOps.mirror(quarter), (right, 0))
    mask.paste(ImageOps.flip(quarter), (0, below))
    mask.paste(ImageOps.flip(ImageOps.mirror(quarter)), (right, below))
    return mask


def _ground(item: Label, rect: Rect, scale: float) -> Image.Image:
    from PIL import Image, ImageColor

    size = (rect.w, rect.h)
    if not item.ground:
        return Image.new("RGBA", size, (0, 0, 0, 0))
    red, green, blue, *rest = ImageColor.getrgb(item.ground)
    image = Image.new("RGBA", size, (red, green, blue, 255))
    opaque = rest[0] if rest else 255
    mask = rounded(size, round(item.radius * scale))
    image.putalpha(mask.point([round(value * opaque / 255) for value in range(256)]))
    return image


def _lay(image: Image.Image, over: Image.Image, at: tuple[int, int]) -> None:
    """As `alpha_composite`, which takes no place left of or above the image."""
    x, y = max(0, at[0]), max(0, at[1])
    part = over.crop((x - at[0], y - at[1], image.width - at[0], image.height - at[1]))
    if part.width > 0 and part.height > 0:
        image.alpha_composite(part, (x, y))


def _turned(image: Image.Image, rect: Rect, angle: int) -> Mark:
    from PIL import ImageOps
    from PIL.Image import Resampling

    if angle % 360 == 0:
        return Mark(image, rect.x, rect.y)
    # Straight alpha bleeds the clear pixels' black into turned edges; multiplied alpha does not.
    framed = ImageOps.expand(image.convert("RGBa"), _MARGIN, 0)
    turned = framed.rotate(-angle, Resampling.BICUBIC, expand=True).convert("RGBA")
    middle = (rect.x + rect.w / 2, rect.y + rect.h / 2)
    return Mark(turned, round(middle[0] - turned.width / 2), round(middle[1] - turned.height / 2))


def _clipped(mark: Mark, clip: Rect, radius: int) -> Mark:
    from PIL import Image, ImageChops

    left, top = max(mark.x, clip.x), max(mark.y, clip.y)
    right = min(mark.x + mark.image.width, clip.x + clip.w)
    bottom = min(mark.y + mark.image.height, clip.y + clip.h)
    if right <= left or bottom <= top:
        return Mark(Image.new("RGBA", (1, 1), (0, 0, 0, 0)), clip.x, clip.y)
    image = mark.image.crop((left - mark.x, top - mark.y, right - mark.x, bottom - mark.y))
    if radius:
        whole = rounded((clip.w, clip.h), radius)
        seen = whole.crop((left - clip.x, top - clip.y, right - clip.x, bottom - clip.y))
        image.putalpha(ImageChops.multiply(image.getchannel("A"), seen))
    return Mark(image, left, top)
