"""What a file is, by its first bytes and never by its name.

Only the readers named here are ever given a file: none for PostScript, documents or odd old kinds.
"""

from __future__ import annotations

import re
import struct

READ = {
    "JPEG": "JpegImagePlugin",
    "PNG": "PngImagePlugin",
    "GIF": "GifImagePlugin",
    "WEBP": "WebPImagePlugin",
    "BMP": "BmpImagePlugin",
    "TIFF": "TiffImagePlugin",
    "AVIF": "AvifImagePlugin",
    "HEIF": "pi_heif",
}
"""Pillow's name of each format that is read, and the module that reads it."""

_STARTS = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"II+\0", "TIFF"),
    (b"MM\0+", "TIFF"),
)
_BMP_HEADERS = (12, 16, 40, 52, 56, 64, 108, 124)
_AVIF = frozenset((b"avif", b"avis"))
_HEIF = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"))
_EITHER = frozenset((b"mif1", b"msf1"))
"""Brands that AVIF and HEIC share: what else the file says it fits decides."""

_OTHERS = re.compile(
    rb"8BPS"  # Photoshop
    rb"|\0\0\0\x0cjP  |\xff\x4f\xff\x51"  # JPEG 2000
    rb"|\0\0\0\x0cJXL |\xff\x0a"  # JPEG XL
    rb"|%!PS|\xc5\xd0\xd3\xc6"
    rb"|gimp xcf|\0\0[\1\2]\0[^\0]|DDS |icns|qoif|v/1\x01|\x59\xa6\x6a\x95"
    rb"|FUJIFILMCCD|IIRO|IIRS|MMOR|IIU\0|II\x1a\0"  # cameras' raw pictures
    rb"|\xd7\xcd\xc6\x9a|/\* XPM|SIMPLE  =|\x01\xda[\0\1][\1\2]"
    rb"|P[1-7]\s+[\d#]"
    rb"|\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]",
    re.DOTALL,
)
_HEAD = 2_048
_NEW_SUBFILE, _DNG_VERSION = 0x00FE, 0xC612


def format_of(data: bytes) -> str | None:
    """A key of READ, or None for anything else."""
    for start, name in _STARTS:
        if data.startswith(start):
            return None if _is_raw(data) else name
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data[:2] == b"BM" and int.from_bytes(data[14:18], "little") in _BMP_HEADERS:
        return "BMP"
    return _boxed(data)


def is_other_picture(data: bytes) -> bool:
    """Whether it is some kind of picture or drawing, though none that is read."""
    if _OTHERS.match(data[:_HEAD]) is not None or data[4:12] == b"ftypcrx ":
        return True
    return _is_raw(data)


def ends_early(data: bytes) -> bool:
    """Whether it says of itself that it is longer than it is: WEBP, AVIF and HEIC do."""
    if data[:4] == b"RIFF":
        return int.from_bytes(data[4:8], "little") + 8 > len(data)
    if data[4:8] != b"ftyp":
        return False
    at = 0
    while at + 16 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        if length == 1:
            length = int.from_bytes(data[at + 8 : at + 16], "big")
        if length < 8:
            return False
        at += length
    return at > len(data)


def _boxed(data: bytes) -> str | None:
    """AVIF and HEIC: a box of brands at the start."""
    if data[4:8] != b"ftyp":
        return None
    length = min(int.from_bytes(data[:4], "big"), 256)
    first = data[8:12]
    brands = {data[at : at + 4] for at in range(16, length, 4)}
    if first in _AVIF:
        return "AVIF"
    if first in _HEIF:
        return "HEIF"
    if first not in _EITHER:
        return None
    return "AVIF" if brands & _AVIF else "HEIF"


def _is_raw(data: bytes) -> bool:
    """Whether a TIFF is a camera's raw picture: its first page is but a stamp-sized preview."""
    if data[:4] not in (b"II*\0", b"MM\0*"):
        return False
    if data[8:10] == b"CR":
        return True
    order = "<" if data[:2] == b"II" else ">"
    try:
        (at,) = struct.unpack_from(f"{order}I", data, 4)
        (count,) = struct.unpack_from(f"{order}H", data, at)
        for entry in range(at + 2, at + 2 + 12 * min(count, 200), 12):
            tag, kind = struct.unpack_from(f"{order}HH", data, entry)
            value = struct.unpack_from(f"{order}H" if kind == 3 else f"{order}I", data, entry + 8)
            if tag == _DNG_VERSION or (tag == _NEW_SUBFILE and value[0] & 1):
                return True
    except struct.error:
        return False
    return False
