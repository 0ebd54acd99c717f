"""Why a post cannot be sent as it stands, in one sentence; the gravest when there are several."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from services.publishing.post_options import Poll
from services.text.blank import is_blank
from services.text.measure import Parsed
from ui.compose.content import Content


class Hindrance(NamedTuple):
    sentence: str = ""
    """Empty when nothing is in the way."""
    empty_part: int | None = None
    """The number, from 1, of the part it speaks of, where that one is empty."""


NOTHING = Hindrance()


def hindrance(content: Content, measured: tuple[Parsed, ...], *, is_reading: bool) -> Hindrance:
    translate = QCoreApplication.translate
    if is_reading:
        return Hindrance(translate("Hindrance", "A picture is still being read."))
    if content.is_empty:
        return Hindrance(
            translate("Hindrance", "Nobody could see these signs. Write a word.")
            if has_signs(content)
            else translate("Hindrance", "Write something first, or add a picture.")
        )
    poll = content.options.poll
    trouble = _trouble_of(poll, pictures=len(content.parts[0].pictures)) if poll else ""
    if trouble:
        return Hindrance(trouble)
    if poll and is_blank(content.text):
        return Hindrance(translate("Hindrance", "A poll needs a question above it."))
    for number, part in enumerate(content.parts, start=1):
        if part.is_empty:
            said = translate("Hindrance", "Part {number} of the thread is empty.")
            return Hindrance(said.format(number=QLocale().toString(number)), empty_part=number)
    if not all(one.fits for one in measured):
        return Hindrance(translate("Hindrance", "Too long for one post."))
    return NOTHING


def _trouble_of(poll: Poll, *, pictures: int) -> str:
    # Most posts have no poll: its rules are loaded with the first that has.
    from services.publishing.poll_rules import poll_trouble
    from ui.compose.poll_words import trouble_words

    trouble = poll_trouble(poll, pictures=pictures)
    return trouble_words(trouble) if trouble else ""


def has_signs(content: Content) -> bool:
    """Something was written, be it seen or not; white space is nothing."""
    return any(text.strip() for text in content.texts)
