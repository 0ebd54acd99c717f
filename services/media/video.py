"""What the head of an MP4 or MOV file says, read by seeking: the file itself is never loaded."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from services.errors import BadVideo, VideoProblem
from services.media.video_boxes import Box, Boxes, BrokenBox
from services.media.video_fragments import read_fragments
from services.media.video_tracks import PICTURE, SOUND, Track, read_track, times_of

MP4, MOV = "video/mp4", "video/quicktime"
_STILL = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis")
"""Brands of pictures that are kept in the same boxes."""
_BEGINS = (b"ftyp", b"moov", b"mdat", b"wide", b"skip", b"pnot")
"""What such a file begins with; QuickTime's oldest have no `ftyp`."""
_OTHERS = (b"\x1a\x45\xdf\xa3", b"OggS", b"FLV\x01", b"\x30\x26\xb2\x75", b"\x00\x00\x01\xba")
"""Matroska and WebM, Ogg, Flash, Windows Media, MPEG."""


@dataclass(frozen=True, slots=True)
class VideoFacts:
    """`width` and `height` as it is seen, after turning. `frames` a second, 0 where not told.

    `codec` and `sound` are the four letters of each coder; `sound` is empty without any. `aac` is
    the kind of AAC where it is one: 2 is the plain one.
    """

    mime: str
    bytes: int
    millis: int
    width: int
    height: int
    frames: float
    codec: str
    square: bool
    chroma: int | None
    sound: str
    channels: int
    aac: int | None


def is_video(path: Path) -> bool:
    """By its first bytes, whatever it is called; False also for one that cannot be read."""
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except (OSError, ValueError):
        return False
    return _is_boxed(head) or _is_other(head)


def look(path: Path) -> VideoFacts:
    """Raises BadVideo for what is no video, is cut short, or has no picture in it."""
    with opened(path) as boxes:
        moov = _film(boxes)
        if moov is None:
            raise BadVideo(VideoProblem.CUT_SHORT, path, "no moov")
        picture, sound = _tracks(boxes, moov)
        if picture is None:
            raise BadVideo(VideoProblem.NO_PICTURE, path)
        return _facts(boxes, moov, picture, sound)


@contextmanager
def opened(path: Path) -> Iterator[Boxes]:
    """The boxes of an MP4 or MOV; what goes wrong inside is a BadVideo, too."""
    with _translated(path), path.open("rb") as file:
        head = file.read(16)
        if _is_other(head):
            raise BadVideo(VideoProblem.OTHER_KIND, path)
        if not _is_boxed(head):
            raise BadVideo(VideoProblem.UNREADABLE, path, "no box of a video")
        yield Boxes(file)


def _film(boxes: Boxes) -> Box | None:
    """Its head, wherever it stands. All boxes are passed: one that is cut short is noticed."""
    found = None
    for box in boxes.inside():
        if box.kind == b"moov":
            found = box
    return found


def _tracks(boxes: Boxes, moov: Box) -> tuple[Track | None, Track | None]:
    """The picture's and the sound's: of several the first that is switched on."""
    found: dict[bytes, Track] = {}
    for trak in boxes.inside(moov):
        track = read_track(boxes, trak) if trak.kind == b"trak" else None
        if track is not None:
            before = found.get(track.kind)
            if before is None or (track.enabled and not before.enabled):
                found[track.kind] = track
    return found.get(PICTURE), found.get(SOUND)


def _facts(boxes: Boxes, moov: Box, picture: Track, sound: Track | None) -> VideoFacts:
    fragments = read_fragments(boxes, moov, picture.id)
    if fragments is not None and fragments.samples:
        picture = picture._replace(
            length=picture.length + fragments.length, samples=picture.samples + fragments.samples
        )
    seconds = _shown_seconds(boxes, moov) if fragments is None else 0.0
    seconds = seconds or picture.seconds
    return VideoFacts(
        mime=_mime(boxes),
        bytes=boxes.size,
        millis=round(seconds * 1000),
        width=picture.width,
        height=picture.height,
        frames=picture.samples / picture.seconds if picture.seconds else 0.0,
        codec=picture.codec,
        square=picture.square,
        chroma=picture.chroma,
        sound=sound.codec if sound else "",
        channels=sound.channels if sound else 0,
        aac=sound.aac if sound else None,
    )


def _shown_seconds(boxes: Boxes, moov: Box) -> float:
    """As the film's head says: what its edit lists cut off is not in it."""
    header = boxes.first(moov, b"mvhd")
    if header is None:
        return 0.0
    scale, length = times_of(boxes.read(header, 40))
    return length / scale if scale else 0.0


def _is_boxed(head: bytes) -> bool:
    kind = head[4:8]
    return kind in _BEGINS and not (kind == b"ftyp" and head[8:12] in _STILL)


def _is_other(head: bytes) -> bool:
    return head.startswith(_OTHERS) or (head[:4] == b"RIFF" and head[8:12] == b"AVI ")


def _mime(boxes: Boxes) -> str:
    first = next(boxes.inside())
    apple = first.kind != b"ftyp" or boxes.read(first, 4) == b"qt  "
    return MOV if apple else MP4


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except BrokenBox as error:
        raise BadVideo(VideoProblem.CUT_SHORT, path, str(error)) from error
    except (struct.error, IndexError, OverflowError) as error:
        raise BadVideo(VideoProblem.UNREADABLE, path, str(error)) from error
    except OSError as error:
        raise BadVideo(VideoProblem.UNREADABLE, path, str(error)) from error
