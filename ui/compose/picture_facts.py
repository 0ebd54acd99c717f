"""What a picture of a post is as X gets it, and what was done to it: in the owner's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from services.media.changes import Change
from ui.board.size_words import byte_words, pixel_words
from ui.compose.picture_rules import length_said
from widgets.isolates import held

if TYPE_CHECKING:
    from collections.abc import Collection

    from services.media.pictures import Picture


def facts_line(picture: Picture, done: Collection[Change], locale: QLocale) -> str:
    """`1600 × 1200 pixels, 480 KB. Made smaller.`"""
    translate = QCoreApplication.translate
    size = translate("PictureFacts", "{pixels} pixels, {bytes}").format(
        pixels=pixel_words(picture.width, picture.height, locale),
        bytes=held(byte_words(picture.bytes, locale)),
    )
    changed = changes_said(picture, done)
    return f"{size}. {changed}" if changed else size


def named_facts(picture: Picture, done: Collection[Change], locale: QLocale) -> str:
    """With its file's name in front, where it came with one."""
    line = facts_line(picture, done, locale)
    if picture.millis is not None:
        line = f"{held(length_said(picture.millis))}, {line}"
    if not picture.name:
        return line
    said = QCoreApplication.translate("PictureFacts", "{name}: {facts}")
    return said.format(name=held(picture.name), facts=line)


def changes_said(picture: Picture, done: Collection[Change]) -> str:
    """One short sentence each; empty where nothing was done."""
    return " ".join(words for change, words in _words(picture) if change in done)


def note_of(picture: Picture, done: Collection[Change], locale: QLocale) -> str:
    """The sentence under the sheet when it came; empty where nothing was done to be told."""
    translate = QCoreApplication.translate
    told = [change for change in done if change is not Change.CLEANED]
    if picture.is_video and Change.CLEANED in done:
        words = translate(
            "PictureFacts", "{name} told where it was filmed. That was taken out of our copy."
        )
        return words.format(name=held(picture.name))
    if not told:
        return ""
    words = translate("PictureFacts", "{name}: {changes} It goes out with {facts}.")
    return words.format(
        name=held(picture.name),
        changes=changes_said(picture, told),
        facts=facts_line(picture, (), locale),
    )


def _words(picture: Picture) -> tuple[tuple[Change, str], ...]:
    translate = QCoreApplication.translate
    cleaned = (
        translate("PictureFacts", "Cleaned of place and day.")
        if picture.is_video
        else translate("PictureFacts", "Cleaned of place and camera.")
    )
    kind = picture.mime.rpartition("/")[2].upper()
    return (
        (Change.SMALLER, translate("PictureFacts", "Made smaller, to what X takes.")),
        (Change.LIGHTER, translate("PictureFacts", "Made lighter: X takes up to 5 MB.")),
        (
            Change.OTHER_KIND,
            translate("PictureFacts", "Saved anew as {kind}.").format(kind=held(kind)),
        ),
        (
            Change.FILLED,
            translate("PictureFacts", "What was see-through is white now, to stay under 5 MB."),
        ),
        (Change.COLOURS, translate("PictureFacts", "Colours converted for screens.")),
        (Change.CLEANED, cleaned),
    )
