"""The one line under the sheet: of all that could be said, only the most serious is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from services.publishing.posts import MOST_PICTURES

if TYPE_CHECKING:
    from ui.compose.part_editor import PartState

BEST_TAGS = 2


class Act(Enum):
    """What a button of the line does."""

    NONE = ""
    SHOW_SAME = "show_same"
    TRIM = "trim"
    MAKE_THREAD = "make_thread"
    GO_THERE = "go_there"
    DESCRIBE = "describe"
    POST_ANYWAY = "post_anyway"
    CHOOSE_PICTURE = "choose_picture"
    KEEP_THESE = "keep_these"
    MAKE_BOARD = "make_board"
    DISMISS = "dismiss"


class Weight(Enum):
    """Names of tones, and of the icon that goes with each."""

    CALM = "quiet"
    GOOD = "green"
    WARNING = "amber"
    TROUBLE = "red"


@dataclass(frozen=True, slots=True)
class Advice:
    sentence: str
    weight: Weight = Weight.CALM
    first: tuple[str, Act] | None = None
    second: tuple[str, Act] | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """All that the line depends on: the part that has the caret, and the post around it."""

    part: PartState
    undescribed: int = 0
    is_empty: bool = True
    has_board: bool = False
    elsewhere_too_long: int | None = None
    """The number, from 1, of another part that is too long."""
    same_as: str | None = None
    asked_to_describe: bool = False
    into_queue: bool = False
    """Where it was about to go when it was asked for."""


def advise(now: Situation) -> Advice:
    translate = QCoreApplication.translate
    over = -now.part.measured.left
    missing = now.undescribed
    if now.part.left_over:
        return _too_many(now)
    if now.part.trouble:
        return Advice(
            now.part.trouble,
            Weight.WARNING,
            (translate("Advice", "Choose another picture"), Act.CHOOSE_PICTURE)
            if len(now.part.content.pictures) < MOST_PICTURES
            else None,
        )
    if now.same_as is not None:
        return Advice(
            translate(
                "Advice", "You have written exactly this within 90 days. Change a word to send it."
            ),
            Weight.TROUBLE,
            (translate("Advice", "Show it"), Act.SHOW_SAME),
        )
    if over > 0:
        return Advice(
            translate("Advice", "One character too many for a post.")
            if over == 1
            else translate("Advice", "%Ln characters too many for one post.", "", over),
            Weight.TROUBLE,
            (translate("Advice", "Make a thread"), Act.MAKE_THREAD),
            (translate("Advice", "Trim"), Act.TRIM),
        )
    if now.elsewhere_too_long is not None:
        said = translate("Advice", "Part {number} is too long for one post.")
        return Advice(
            said.format(number=QLocale().toString(now.elsewhere_too_long)),
            Weight.TROUBLE,
            (translate("Advice", "Go there"), Act.GO_THERE),
        )
    if now.asked_to_describe and missing:
        return Advice(
            translate("Advice", "A picture has no description. Some people can only hear it.")
            if missing == 1
            else translate(
                "Advice",
                "%Ln pictures have no description. Some people can only hear them.",
                "",
                missing,
            ),
            Weight.WARNING,
            (translate("Advice", "Describe"), Act.DESCRIBE),
            (
                translate("Advice", "Queue anyway")
                if now.into_queue
                else translate("Advice", "Post anyway"),
                Act.POST_ANYWAY,
            ),
        )
    if len(now.part.measured.hashtags) > BEST_TAGS:
        return Advice(
            translate("Advice", "More than two hashtags help nobody to find a post on X."),
            Weight.WARNING,
        )
    return _gentle(now, missing)


def _too_many(now: Situation) -> Advice:
    """They came at once, and the owner says what becomes of them."""
    from services.media.board_layout import MOST

    translate = QCoreApplication.translate
    count = len(now.part.content.pictures) + len(now.part.left_over)
    keep = (translate("Advice", "Keep four"), Act.KEEP_THESE)
    most = min(count, MOST)
    board = translate("Advice", "Make a board of %Ln", "", most)
    has_board = now.has_board
    return Advice(
        translate("Advice", "%Ln pictures: a post holds four.", "", count),
        Weight.WARNING,
        keep if has_board else (board, Act.MAKE_BOARD),
        None if has_board else keep,
    )


def _gentle(now: Situation, missing: int) -> Advice:
    translate = QCoreApplication.translate
    if now.part.note:
        return Advice(now.part.note)
    if now.part.board_offered and not now.has_board:
        return Advice(
            translate("Advice", "Make one board of these pictures?"),
            Weight.CALM,
            (translate("Advice", "Make a board"), Act.MAKE_BOARD),
            (translate("Advice", "Not now"), Act.DISMISS),
        )
    if missing:
        return Advice(
            translate("Advice", "A picture has no description yet.")
            if missing == 1
            else translate("Advice", "%Ln pictures have no description yet.", "", missing),
            Weight.WARNING,
            (translate("Advice", "Describe"), Act.DESCRIBE),
        )
    dropped = now.part.dropped_signs
    if dropped:
        return Advice(
            translate("Advice", "Signs that X cannot show were left out: %Ln.", "", dropped)
        )
    if now.is_empty:
        return Advice(translate("Advice", "Pictures can be dropped here or pasted."))
    return Advice(translate("Advice", "Ready"), Weight.GOOD)
