"""Takes everything but the picture out of a file without touching a pixel.

Only the parts that are needed to draw the picture are kept (a list of what stays, not of what
goes): place, camera, serial number, author, previews, edit history and anything hidden behind the
end fall away. Colour profiles stay. Each function raises ValueError for a file it cannot follow.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

_JPEG_MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")
_EOI, _SOS, _APP0, _APP2, _APP14 = 0xD9, 0xDA, 0xE0, 0xE2, 0xEE
_ICC = b"ICC_PROFILE\x00"

_PNG_KEPT = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT")
)
_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"

_WEBP_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP"))
# In VP8X's first byte: there is Exif, there is XMP, it moves.
_WEBP_NOT_KEPT_FLAGS = 0b0000_1110

_GIF_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def strip(data: bytes, kind: str) -> bytes:
    """`kind` is Pillow's name of the format: JPEG, PNG, WEBP or GIF."""
    try:
        return {"JPEG": _jpeg, "PNG": _png, "WEBP": _webp, "GIF": _gif}[kind](data)
    except (IndexError, struct.error) as error:
        raise ValueError(str(error)) from error


def gif_frames(data: bytes) -> int:
    return sum(block[:1] == b"\x2c" for block in _gif_blocks(data))


def _jpeg(data: bytes) -> bytes:
    if data[:2] != b"\xff\xd8":
        raise ValueError("no start of image")
    kept = [b"\xff\xd8"]
    at = 2
    while True:
        match = _JPEG_MARKER.match(data, at)
        if match is None:
            raise ValueError(f"no marker at {at}")
        marker = match[1][0]
        if marker == _EOI:
            return b"".join((*kept, b"\xff\xd9"))
        start = match.end()
        end = start + struct.unpack_from(">H", data, start)[0]
        body = data[start + 2 : end]
        if marker == _SOS:
            body += _scan(data, end)
            at = start + 2 + len(body)
            kept.append(data[match.end() - 2 : start + 2] + body)
            continue
        at = end
        if clean := _jpeg_segment(marker, body):
            kept.append(b"\xff" + bytes((marker,)) + struct.pack(">H", len(clean) + 2) + clean)


def _scan(data: bytes, at: int) -> bytes:
    """The coded pixels up to the next marker."""
    match = _JPEG_MARKER.search(data, at)
    if match is None:
        raise ValueError("the scan has no end")
    return data[at : match.start()]


def _jpeg_segment(marker: int, body: bytes) -> bytes:
    """What stays of a segment; empty when nothing does."""
    if marker == _APP0:
        # JFIF without its preview: version, density, and a preview of 0 by 0.
        return body[:12] + b"\x00\x00" if body.startswith(b"JFIF\x00") else b""
    if marker == _APP2:
        return body if body.startswith(_ICC) else b""
    if marker == _APP14:
        # Adobe's says how the colours are coded: without it they turn.
        return body[:12] if body.startswith(b"Adobe") else b""
    if _APP0 <= marker <= 0xEF or marker == 0xFE:
        return b""
    return body


def _png(data: bytes) -> bytes:
    if not data.startswith(_PNG_SIGNATURE):
        raise ValueError("no PNG signature")
    kept = [_PNG_SIGNATURE]
    at = len(_PNG_SIGNATURE)
    while True:
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise ValueError("the chunk has no end")
        if name in _PNG_KEPT:
            kept.append(data[at:end])
        if name == b"IEND":
            return b"".join(kept)
        at = end


def _webp(data: bytes) -> bytes:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise ValueError("no WEBP header")
    kept = []
    at = 12
    while at + 8 <= len(data):
        name, length = struct.unpack_from("<4sI", data, at)
        body = data[at + 8 : at + 8 + length]
        if len(body) < length:
            raise ValueError("the chunk has no end")
        if name in _WEBP_KEPT:
            if name == b"VP8X":
                body = bytes((body[0] & ~_WEBP_NOT_KEPT_FLAGS,)) + body[1:]
            kept.append(struct.pack("<4sI", name, length) + body + b"\x00" * (length & 1))
        at += 8 + length + (length & 1)
    inside = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(inside)) + inside


def _gif(data: bytes) -> bytes:
    return b"".join(block for block in _gif_blocks(data) if _gif_kept(block))


def _gif_kept(block: bytes) -> bool:
    if block[:2] == b"\x21\xff":
        return block[3:14] in _GIF_LOOPS
    return block[:2] not in (b"\x21\xfe", b"\x21\x01")


def _gif_blocks(data: bytes) -> Iterator[bytes]:
    """The header, then each extension, frame and the end as one piece."""
    if data[:6] not in (b"GIF87a", b"GIF89a"):
        raise ValueError("no GIF header")
    at = 13 + _gif_colours(data[10])
    yield data[:at]
    while data[at] != 0x3B:
        start = at
        if data[at] == 0x21:
            at += 2
        elif data[at] == 0x2C:
            at += 11 + _gif_colours(data[at + 9])
        else:
            raise ValueError(f"no block at {at}")
        while data[at]:
            at += 1 + data[at]
        at += 1
        yield data[start:at]
    yield b"\x3b"


def _gif_colours(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0
