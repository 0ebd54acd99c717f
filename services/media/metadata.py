"""Takes everything but the picture out of a file without touching a pixel.

Only the parts that are needed to draw the picture are kept (a list of what stays, not of what
goes): place, camera, serial number, author, previews, second pictures, edit history and anything
hidden behind the end fall away. Of a colour profile the colours stay (see `icc`).
"""

from __future__ import annotations

import struct
import zlib

from services.media import gif_parts, jpeg_parts, png_parts, webp_parts

_STRIPPERS = {
    "JPEG": jpeg_parts.strip,
    "PNG": png_parts.strip,
    "WEBP": webp_parts.strip,
    "GIF": gif_parts.strip,
}


def strip(data: bytes, kind: str) -> bytes:
    """`kind` is Pillow's name of the format: JPEG, PNG, WEBP or GIF.

    Raises ValueError for a file it cannot follow, or whose colour profile must be applied.
    """
    try:
        return _STRIPPERS[kind](data)
    except (IndexError, struct.error, zlib.error) as error:
        raise ValueError(str(error)) from error


def png_without_words(data: bytes) -> bytes:
    """As it is where it has none. Raises ValueError."""
    try:
        return png_parts.wordless(data)
    except struct.error as error:
        raise ValueError(str(error)) from error


def gif_frames(data: bytes) -> int:
    """How many pictures it shows one after the other. Raises ValueError."""
    try:
        return gif_parts.frames(data)
    except IndexError as error:
        raise ValueError(str(error)) from error


def gif_extent(data: bytes) -> tuple[int, int]:
    """Width and height of all it draws. Raises ValueError."""
    try:
        return gif_parts.extent(data)
    except (IndexError, struct.error) as error:
        raise ValueError(str(error)) from error
