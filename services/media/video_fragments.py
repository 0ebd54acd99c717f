"""How long a video in fragments runs, and its frames: the film's head says nothing of either."""

from __future__ import annotations

import struct
from typing import NamedTuple

from services.media.video_boxes import Box, Boxes

_DEFAULT_LENGTH, _FIRST_OFFSET, _FIRST_FLAGS = 0x08, 0x01, 0x04
_EACH_LENGTH, _EACH_SIZE, _EACH_FLAGS, _EACH_SHIFT = 0x100, 0x200, 0x400, 0x800
_BEFORE_DEFAULT = ((0x01, 8), (0x02, 4))
"""In `tfhd`, before the usual length of a frame: flags and their bytes."""
_MOST_FRAMES = 200_000


class Fragments(NamedTuple):
    """`length` is in the track's own ticks."""

    length: int
    samples: int


def read_fragments(boxes: Boxes, moov: Box, track_id: int) -> Fragments | None:
    """None for a film that is whole. Raises BrokenBox, struct.error."""
    extends = boxes.first(moov, b"mvex")
    if extends is None:
        return None
    usual = 0
    for one in boxes.inside(extends):
        if one.kind == b"trex":
            _, whose, _, length = struct.unpack_from(">4I", boxes.read(one, 24))
            usual = length if whose == track_id else usual
    total = samples = 0
    for fragment in boxes.inside():
        if fragment.kind != b"moof":
            continue
        for traf in boxes.inside(fragment):
            if traf.kind == b"traf":
                length, count = _run(boxes, traf, track_id, usual)
                total, samples = total + length, samples + count
    return Fragments(total, samples)


def _run(boxes: Boxes, traf: Box, track_id: int, usual: int) -> tuple[int, int]:
    total = samples = 0
    for one in boxes.inside(traf):
        if one.kind == b"tfhd":
            head = boxes.read(one, 32)
            flags, whose = struct.unpack_from(">2I", head)
            if whose != track_id:
                return 0, 0
            if flags & _DEFAULT_LENGTH:
                at = 8 + sum(size for flag, size in _BEFORE_DEFAULT if flags & flag)
                usual = struct.unpack_from(">I", head, at)[0]
        elif one.kind == b"trun":
            length, count = _frames(boxes, one, usual)
            total, samples = total + length, samples + count
    return total, samples


def _frames(boxes: Boxes, trun: Box, usual: int) -> tuple[int, int]:
    flags, count = struct.unpack_from(">2I", boxes.read(trun, 8))
    if not flags & _EACH_LENGTH:
        return usual * count, count
    each = 4 * sum(
        bool(flags & one) for one in (_EACH_LENGTH, _EACH_SIZE, _EACH_FLAGS, _EACH_SHIFT)
    )
    before = 8 + 4 * bool(flags & _FIRST_OFFSET) + 4 * bool(flags & _FIRST_FLAGS)
    count = min(count, _MOST_FRAMES)
    body = boxes.read(trun, count * each, after=before)
    return sum(struct.unpack_from(">I", body, at * each)[0] for at in range(count)), count
