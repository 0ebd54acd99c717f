"""One track of a video: what it is, how it is coded, how long and how fast it runs."""

from __future__ import annotations

import struct
from typing import NamedTuple

from services.media.video_boxes import Box, Boxes, BrokenBox

PICTURE, SOUND = b"vide", b"soun"
_PICTURE_ENTRY, _SOUND_ENTRY = 78, 28
"""Bytes before the boxes in an entry of `stsd`."""
_MORE_SOUND = {1: 16, 2: 36}
"""QuickTime's later versions of an entry for sound are longer."""
_AAC = 0x40


class Track(NamedTuple):
    """`width` and `height` as it is seen, after turning; `shape` is that of one pixel.

    `channels` and `aac` (the kind of AAC: 2 is the plain one) tell of sound alone. `chroma` is 1
    for 4:2:0, None where nothing says.
    """

    id: int
    kind: bytes
    enabled: bool
    codec: str
    scale: int
    length: int
    samples: int
    width: int = 0
    height: int = 0
    square: bool = True
    chroma: int | None = None
    channels: int = 0
    aac: int | None = None

    @property
    def seconds(self) -> float:
        return self.length / self.scale if self.scale else 0.0


def read_track(boxes: Boxes, trak: Box) -> Track | None:
    """None for one without a head or a table. Raises BrokenBox, struct.error."""
    header = boxes.first(trak, b"tkhd")
    media = boxes.first(trak, b"mdia")
    table = boxes.first(media, b"minf", b"stbl") if media else None
    handler = boxes.first(media, b"hdlr") if media else None
    times = boxes.first(media, b"mdhd") if media else None
    listed = boxes.first(table, b"stsd") if table else None
    if header is None or table is None or handler is None or times is None or listed is None:
        return None
    entry = next(boxes.inside(listed, after=8), None)
    if entry is None:
        return None
    scale, length = times_of(boxes.read(times, 40))
    head = boxes.read(header, 100)
    kind = boxes.read(handler, 12)[8:12]
    track = Track(
        id=_track_id(head),
        kind=kind,
        enabled=bool(head[3] & 1),
        codec=entry.kind.decode("latin-1"),
        scale=scale,
        length=length,
        samples=_samples(boxes, table),
    )
    if kind == PICTURE:
        return _picture(boxes, entry, head, track)
    return _sound(boxes, entry, track) if kind == SOUND else track


def times_of(head: bytes) -> tuple[int, int]:
    """Ticks a second, and how many: those of `mdhd` and `mvhd` stand alike."""
    scale, length = (
        struct.unpack_from(">IQ", head, 20) if head[0] else struct.unpack_from(">II", head, 12)
    )
    return scale, length if length not in (0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF) else 0


def _track_id(head: bytes) -> int:
    return int(struct.unpack_from(">I", head, 20 if head[0] else 12)[0])


def _samples(boxes: Boxes, table: Box) -> int:
    sizes = boxes.first(table, b"stsz") or boxes.first(table, b"stz2")
    return int(struct.unpack_from(">I", boxes.read(sizes, 12), 8)[0]) if sizes else 0


def _picture(boxes: Boxes, entry: Box, head: bytes, track: Track) -> Track:
    width, height = struct.unpack_from(">HH", boxes.read(entry, 32), 24)
    matrix = struct.unpack_from(">9i", head, 52 if head[0] else 40)
    on_its_side = matrix[0] == matrix[4] == 0 and bool(matrix[1] and matrix[3])
    square, chroma = True, None
    if entry.body + _PICTURE_ENTRY <= entry.end:
        for one in boxes.inside(entry, after=_PICTURE_ENTRY):
            if one.kind == b"pasp":
                across, down = struct.unpack(">II", boxes.read(one, 8))
                square = across == down
            elif one.kind == b"hvcC":
                chroma = boxes.read(one, 17)[16] & 3
            elif one.kind == b"avcC":
                # The profiles of 4:2:2 and 4:4:4; all others that are seen are 4:2:0.
                chroma = {122: 2, 244: 3}.get(boxes.read(one, 2)[1], 1)
    seen = (height, width) if on_its_side else (width, height)
    return track._replace(width=seen[0], height=seen[1], square=square, chroma=chroma)


def _sound(boxes: Boxes, entry: Box, track: Track) -> Track:
    head = boxes.read(entry, 48)
    version, channels = struct.unpack_from(">H", head, 8)[0], struct.unpack_from(">H", head, 16)[0]
    before = _SOUND_ENTRY + _MORE_SOUND.get(version, 0)
    if version == 2:
        channels = struct.unpack_from(">I", head, 40)[0]
    found = _esds(boxes, entry, before)
    if found is None:
        return track._replace(channels=channels)
    kind, told = found
    # The table of the coder is right where the older field beside it says 2 of everything.
    return track._replace(channels=told or channels, aac=kind)


def _esds(boxes: Boxes, entry: Box, before: int) -> tuple[int, int] | None:
    """The kind of AAC (0: another coder) and its channels; None where nothing tells."""
    if entry.body + before > entry.end:
        return None
    try:
        inside = {one.kind: one for one in boxes.inside(entry, after=before)}
        box = inside.get(b"esds")
        if box is None and b"wave" in inside:
            box = boxes.first(inside[b"wave"], b"esds")
        return _coder(boxes.read(box, 256)[4:]) if box else None
    except (BrokenBox, IndexError):
        return None


def _coder(body: bytes) -> tuple[int, int] | None:
    """Through the descriptors of ISO/IEC 14496-1: 3 the stream, 4 its coder, 5 the coder's own."""
    at, kind = 0, 0
    while at + 2 <= len(body):
        tag, at = body[at], at + 1
        length = 0
        while True:
            step, at = body[at], at + 1
            length = length << 7 | step & 0x7F
            if not step & 0x80:
                break
        if tag == 3:
            flags = body[at + 2]
            at += 3 + 2 * bool(flags & 0x80) + 2 * bool(flags & 0x20)
            if flags & 0x40:
                at += 1 + body[at]
        elif tag == 4:
            if body[at] != _AAC:
                return 0, 0
            kind, at = 2, at + 13
        elif tag == 5:
            return _aac(body[at : at + length])
        else:
            at += length
    return (kind, 0) if kind else None


def _aac(told: bytes) -> tuple[int, int]:
    bits = int.from_bytes(told[:5].ljust(5, b"\0"), "big")
    kind = bits >> 35
    at = 5
    if kind == 31:
        kind, at = 32 + (bits >> 29 & 0x3F), 11
    rate = bits >> 40 - at - 4 & 0xF
    at += 4 + (24 if rate == 15 else 0)
    return kind, bits >> max(40 - at - 4, 0) & 0xF
