"""X's limits for a video, one by one."""

from dataclasses import replace
from pathlib import Path

import pytest

from services.errors import BadVideo, VideoProblem
from services.media.video import VideoFacts
from services.media.video_rules import check

GOOD = VideoFacts(
    mime="video/mp4",
    bytes=20_000_000,
    millis=42_000,
    width=1_920,
    height=1_080,
    frames=30.0,
    codec="avc1",
    square=True,
    chroma=1,
    sound="mp4a",
    channels=2,
    aac=2,
)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"width": 1_080, "height": 1_920},
        {"width": 1_200, "height": 1_200},
        {"width": 96, "height": 32},
        {"millis": 500},
        {"millis": 140_200},
        {"frames": 60.3},
        {"codec": "hvc1", "mime": "video/quicktime", "chroma": None},
        {"sound": "", "channels": 0, "aac": None},
        {"aac": None},
        {"bytes": 512 * 1024 * 1024},
    ],
)
def test_what_x_takes(changes):
    check(replace(GOOD, **changes), Path("clip.mp4"))


@pytest.mark.parametrize(
    ("changes", "problem", "found"),
    [
        ({"millis": 499}, VideoProblem.TOO_SHORT, 499),
        ({"millis": 140_300}, VideoProblem.TOO_LONG, 140_300),
        ({"bytes": 512 * 1024 * 1024 + 1}, VideoProblem.TOO_MANY_BYTES, 512 * 1024 * 1024 + 1),
        ({"width": 3_840, "height": 2_160}, VideoProblem.TOO_LARGE, None),
        ({"width": 1_300, "height": 1_300}, VideoProblem.TOO_LARGE, None),
        ({"width": 31, "height": 60}, VideoProblem.TOO_SMALL, None),
        ({"width": 0, "height": 0}, VideoProblem.TOO_SMALL, None),
        ({"width": 1_201, "height": 400}, VideoProblem.TOO_THIN, None),
        ({"frames": 240.0}, VideoProblem.TOO_FAST, 240),
        ({"codec": "apch"}, VideoProblem.CODEC, None),
        ({"codec": "encv"}, VideoProblem.LOCKED, None),
        ({"chroma": 2}, VideoProblem.CODEC, None),
        ({"square": False}, VideoProblem.CODEC, None),
        ({"channels": 6}, VideoProblem.SOUND, None),
        ({"aac": 5}, VideoProblem.SOUND, None),
        ({"sound": "sowt"}, VideoProblem.SOUND, None),
    ],
)
def test_what_x_does_not_take(changes, problem, found):
    with pytest.raises(BadVideo) as caught:
        check(replace(GOOD, **changes), Path("clip.mp4"))

    assert (caught.value.problem, caught.value.found) == (problem, found)
