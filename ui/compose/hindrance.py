"""Why a post cannot be sent as it stands, in one sentence; the gravest when there are several."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from services.publishing.poll_rules import poll_trouble
from services.text.blank import is_blank
from services.text.measure import Parsed
from ui.compose.content import Content
from ui.compose.poll_words import trouble_words


def hindrance(content: Content, measured: tuple[Parsed, ...], *, is_reading: bool) -> str:
    """Empty when nothing is in the way."""
    translate = QCoreApplication.translate
    if is_reading:
        return translate("Hindrance", "A picture is still being read.")
    if content.is_empty:
        if any(text.strip() for text in content.texts):
            return translate("Hindrance", "Nobody could see these signs. Write a word.")
        return translate("Hindrance", "Write something first, or add a picture.")
    poll = content.options.poll
    trouble = poll and poll_trouble(poll, pictures=len(content.parts[0].pictures))
    if trouble:
        return trouble_words(trouble)
    if poll and is_blank(content.text):
        return translate("Hindrance", "A poll needs a question above it.")
    for number, part in enumerate(content.parts, start=1):
        if part.is_empty:
            said = translate("Hindrance", "Part {number} of the thread is empty.")
            return said.format(number=QLocale().toString(number))
    if not all(one.fits for one in measured):
        return translate("Hindrance", "Too long for one post.")
    return ""
