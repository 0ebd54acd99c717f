"""One plain sentence for each video that cannot go to X: what is wrong, and what helps."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from services.errors import BadVideo, VideoProblem
from widgets.isolates import held


def sentence(error: BadVideo) -> str:
    return _words(error.problem).format(name=held(error.path.name), found=_found(error))


def _words(problem: VideoProblem) -> str:
    translate = QCoreApplication.translate
    return {
        VideoProblem.UNREADABLE: translate(
            "Videos", "{name} cannot be read. It was left out; choose another video."
        ),
        VideoProblem.OTHER_KIND: translate(
            "Videos", "X takes MP4 and MOV. {name} was left out: save it as MP4 first."
        ),
        VideoProblem.CUT_SHORT: translate(
            "Videos", "{name} is cut short. It was left out; copy it from the camera again."
        ),
        VideoProblem.NO_PICTURE: translate(
            "Videos", "{name} has sound alone. It was left out; choose a video with a picture."
        ),
        VideoProblem.LOCKED: translate(
            "Videos", "{name} is protected against copying. It was left out; choose another video."
        ),
        VideoProblem.CODEC: translate(
            "Videos", "X cannot show how {name} is coded. It was left out: save it as MP4 (H.264)."
        ),
        VideoProblem.SOUND: translate(
            "Videos",
            "X takes AAC sound in stereo. {name} was left out: save its sound anew, or without.",
        ),
        VideoProblem.TOO_SHORT: translate(
            "Videos", "{name} runs {found}: X takes half a second or more. It was left out."
        ),
        VideoProblem.TOO_LONG: translate(
            "Videos",
            "{name} runs {found}: up to 2:20 can be sent from here. It was left out; cut it "
            "shorter first.",
        ),
        VideoProblem.TOO_MANY_BYTES: translate(
            "Videos",
            "{name} has {found}: up to 512 MB can be sent from here. It was left out; save it "
            "smaller first.",
        ),
        VideoProblem.TOO_SMALL: translate(
            "Videos", "{name} is too small to be seen. It was left out; choose a larger one."
        ),
        VideoProblem.TOO_LARGE: translate(
            "Videos",
            "{name} has too many pixels: X takes 1,920 × 1,200. It was left out; save it "
            "smaller first.",
        ),
        VideoProblem.TOO_THIN: translate(
            "Videos",
            "{name} is too narrow for X, which takes up to 3:1. It was left out; crop it first.",
        ),
        VideoProblem.TOO_FAST: translate(
            "Videos",
            "{name} has {found} frames a second, X takes 60. It was left out; save it slower.",
        ),
    }[problem]


def _found(error: BadVideo) -> str:
    locale, found = QLocale(), error.found or 0
    if error.problem in (VideoProblem.TOO_SHORT, VideoProblem.TOO_LONG):
        minutes, millis = divmod(found, 60_000)
        # Up, so that what is too long by a moment does not read as if it fitted.
        return held(f"{minutes}:{-(-millis // 1000) if minutes else millis // 1000:02}")
    if error.problem is VideoProblem.TOO_MANY_BYTES:
        return held(locale.formattedDataSize(found, 0))
    return held(locale.toString(found))
