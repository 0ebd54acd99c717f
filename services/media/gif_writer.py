"""Writes a GIF frame by frame, so that no more than one is held unpacked.

Pillow packs each frame's pixels; which part of it changed, and for how long it stands, is said here
(GIF89a §20 to §23).
"""

from __future__ import annotations

import struct
from io import BytesIO
from typing import TYPE_CHECKING

from services.media import gif_parts

if TYPE_CHECKING:
    from PIL import Image

COLOURS = 256
_HOLE = COLOURS - 1
"""The palette's last place, where a picture is seen through."""
_LEAVE, _CLEAR = 1, 2
"""What happens to a frame when its time is over."""
_HALF_SEEN = 128


class GifWriter:
    """`add` each frame whole, RGB or RGBA and of one size; `written` is the file so far."""

    def __init__(self, size: tuple[int, int], *, once: bool) -> None:
        self._frames: list[tuple[bytes, int, int, bool]] = []
        self._size = size
        self._once = once
        self._shown: Image.Image | None = None
        self.packed = 0
        """Bytes of all frames so far."""

    def add(self, frame: Image.Image, milliseconds: int) -> None:
        hundredths = max(1, round(milliseconds / 10))
        box = self._changed(frame)
        if box is None:
            body, waited, ends, holes = self._frames[-1]
            self._frames[-1] = (body, min(waited + hundredths, 65_535), ends, holes)
            return
        holes = frame.mode == "RGBA"
        body = _packed(frame.crop(box), box)
        ends = _CLEAR if holes else _LEAVE
        self._frames.append((body, min(hundredths, 65_535), ends, holes))
        self._shown = frame
        self.packed += len(body) + 8

    def written(self) -> bytes:
        out = [b"GIF89a", struct.pack("<HHBBB", *self._size, 0x70, 0, 0)]
        if not self._once:
            out.append(b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0")
        for body, hundredths, ends, holes in self._frames:
            out.append(
                struct.pack("<BBBBHBB", 0x21, 0xF9, 4, ends << 2 | holes, hundredths, _HOLE, 0)
            )
            out.append(body)
        out.append(b"\x3b")
        return b"".join(out)

    def _changed(self, frame: Image.Image) -> tuple[int, int, int, int] | None:
        """What is drawn anew: all of it where something is seen through, for that is cleared."""
        from PIL import ImageChops

        whole = (0, 0, *frame.size)
        if self._shown is None or self._shown.mode != frame.mode:
            return whole
        box = ImageChops.difference(self._shown, frame).getbbox(alpha_only=False)
        return whole if box and frame.mode == "RGBA" else box


def _packed(part: Image.Image, box: tuple[int, int, int, int]) -> bytes:
    """One frame's block: its place, its own palette, its pixels."""
    few = _with_few_colours(part)
    palette = bytes(few.getpalette() or ())[: 3 * COLOURS].ljust(3 * COLOURS, b"\0")
    few.putpalette(palette)
    out = BytesIO()
    few.save(out, "GIF", optimize=False, interlace=0)
    block = next(block for block in gif_parts.blocks(out.getvalue()) if block[0] == 0x2C)
    pixels = block[10 + gif_parts.colours(block[9]) :]
    place = struct.pack("<BHHHHB", 0x2C, box[0], box[1], *part.size, 0x87)
    return place + palette + pixels


def _with_few_colours(part: Image.Image) -> Image.Image:
    """A GIF's pixel is seen through wholly or not at all: half of it is where that turns."""
    from PIL import Image

    from services.media.images import on_white

    if part.mode != "RGBA":
        return part.quantize(COLOURS, Image.Quantize.MEDIANCUT)
    few = on_white(part).quantize(COLOURS - 1, Image.Quantize.MEDIANCUT)
    holes = part.getchannel("A").point([255] * _HALF_SEEN + [0] * (256 - _HALF_SEEN))
    few.paste(_HOLE, mask=holes)
    return few
