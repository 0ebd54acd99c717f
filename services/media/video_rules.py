"""What X takes as a video of a post, told before the click and not after a long upload.

From X's own page on media ("Video specifications", read in its repository of documents in 2026):
0.5 to 140 seconds, 512 MB, 1:3 to 3:1, at most 60 frames a second, pixels of 1:1 in YUV 4:2:0, AAC
with low complexity in one or two channels. A later state of the same page speaks of 20 minutes and
8 GB for every account; until that is seen to hold, the smaller numbers do, and X's own page takes
what is longer. For the size it names 32x32 to 1280x1024 and, some lines above, 1080p: every
telephone films larger than the first, so that the 1920x1200 of X's help pages is the bound here.
H.264 is what it asks for; HEVC, in which telephones film, is let through and X has the last word.
"""

from __future__ import annotations

from pathlib import Path

from services.errors import BadVideo, VideoProblem
from services.media.video import VideoFacts

SHORTEST, LONGEST = 500, 140_000
"""Milliseconds."""
MOST_BYTES = 512 * 1024 * 1024
LEAST_SIDE = 32
MOST_SIDES = (1_920, 1_200)
WIDEST = 3
MOST_FRAMES = 60
_CLOSE = 1.02
"""Frames are counted, not told: 60.2 is a telephone's 60."""
_CODERS = ("avc1", "avc3", "hvc1", "hev1")
_LOCKED = ("encv", "drmi")
_PLAIN_AAC = 2
_SLACK = 250
"""Milliseconds by which sound may outlast the picture: X counts the picture."""


def check(facts: VideoFacts, path: Path) -> None:
    """Raises BadVideo for the first thing that X would refuse."""
    problem, found = _first(facts)
    if problem is not None:
        raise BadVideo(problem, path, repr(facts), found=found)


def _first(facts: VideoFacts) -> tuple[VideoProblem | None, int | None]:
    long, short = max(facts.width, facts.height), min(facts.width, facts.height)
    if facts.codec in _LOCKED:
        return VideoProblem.LOCKED, None
    if facts.codec not in _CODERS or facts.chroma not in (None, 1) or not facts.square:
        return VideoProblem.CODEC, None
    if facts.sound and not _sound_is_fine(facts):
        return VideoProblem.SOUND, None
    if facts.millis < SHORTEST:
        return VideoProblem.TOO_SHORT, facts.millis
    if facts.millis > LONGEST + _SLACK:
        return VideoProblem.TOO_LONG, facts.millis
    if facts.bytes > MOST_BYTES:
        return VideoProblem.TOO_MANY_BYTES, facts.bytes
    if short < LEAST_SIDE:
        return VideoProblem.TOO_SMALL, None
    if long > MOST_SIDES[0] or short > MOST_SIDES[1]:
        return VideoProblem.TOO_LARGE, None
    if long > WIDEST * short:
        return VideoProblem.TOO_THIN, None
    if facts.frames > MOST_FRAMES * _CLOSE:
        return VideoProblem.TOO_FAST, round(facts.frames)
    return None, None


def _sound_is_fine(facts: VideoFacts) -> bool:
    return facts.sound == "mp4a" and facts.aac in (None, _PLAIN_AAC) and facts.channels <= 2
