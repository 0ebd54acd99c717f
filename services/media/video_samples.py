"""Where in the file the samples of one track stand, by its tables."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from itertools import islice

from services.media.video_boxes import Box, Boxes

_MOST = 400_000
"""Entries read of a table; a track of two minutes has thousands."""


def samples_of(boxes: Boxes, trak: Box) -> tuple[tuple[int, int], ...]:
    """(start, end) of each chunk, within the file. Raises BrokenBox, struct.error."""
    table = boxes.first(trak, b"mdia", b"minf", b"stbl")
    if table is None:
        return ()
    starts = _chunks(boxes, table)
    sizes = _sizes(boxes, table)
    found, at = [], 0
    for start, count in zip(starts, _counts(boxes, table, len(starts)), strict=False):
        end = start + sum(sizes[at : at + count])
        at += count
        found.append((min(start, boxes.size), min(end, boxes.size)))
    return tuple(found)


def outside(
    ranges: Iterable[tuple[int, int]], kept: Iterable[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """What of the first lies in none of the second, in order."""
    stops = sorted((start, end) for start, end in kept if start < end)
    found, turn = [], 0
    for start, end in sorted(ranges):
        while turn < len(stops) and stops[turn][1] <= start:
            turn += 1
        at = start
        for first, last in islice(stops, turn, None):
            if first >= end:
                break
            if at < first:
                found.append((at, first))
            at = max(at, last)
        if at < end:
            found.append((at, end))
    return tuple(found)


def _chunks(boxes: Boxes, table: Box) -> tuple[int, ...]:
    short = boxes.first(table, b"stco")
    long = None if short else boxes.first(table, b"co64")
    return _numbers(boxes, short, "I", 4) or _numbers(boxes, long, "Q", 4)


def _counts(boxes: Boxes, table: Box, chunks: int) -> list[int]:
    """Samples of each chunk: an entry holds up to the chunk at which the next begins."""
    told = _numbers(boxes, boxes.first(table, b"stsc"), "I", 4, each=3)
    begins = [*told[::3], chunks + 1]
    counts: list[int] = []
    for turn, count in enumerate(told[1::3]):
        here = min(begins[turn + 1], chunks + 1) - max(begins[turn], len(counts) + 1)
        counts += [count] * max(0, here)
    return counts


def _sizes(boxes: Boxes, table: Box) -> tuple[int, ...]:
    box = boxes.first(table, b"stsz")
    if box is None:
        return ()
    alike, count = struct.unpack_from(">II", boxes.read(box, 12), 4)
    return (alike,) * min(count, _MOST) if alike else _numbers(boxes, box, "I", 8)


def _numbers(
    boxes: Boxes, box: Box | None, kind: str, at: int, *, each: int = 1
) -> tuple[int, ...]:
    """Those behind their count, which stands at `at`; `each` of them make an entry."""
    if box is None:
        return ()
    width = struct.calcsize(f">{kind}")
    count = min(struct.unpack(">I", boxes.read(box, 4, after=at))[0], _MOST) * each
    body = boxes.read(box, count * width, after=at + 4)
    return struct.unpack(f">{len(body) // width}{kind}", body[: len(body) // width * width])
