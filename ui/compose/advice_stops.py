"""What keeps a post from being sent as it is, in the line under the sheet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from services.publishing.posts import MOST_PICTURES
from ui.compose.advice_value import Act, Advice, Situation, Weight
from widgets.isolates import held

BEST_TAGS = 2


def too_many_pictures(now: Situation) -> Advice | None:
    """They came at once, and the owner says what becomes of them."""
    if not now.part.left_over:
        return None
    from services.media.board_values import MOST

    translate = QCoreApplication.translate
    count = len(now.part.content.pictures) + len(now.part.left_over) + now.part.unread
    keep = (translate("Advice", "Keep four"), Act.KEEP_THESE)
    most = min(count, MOST)
    board = translate("Advice", "Make a board of %Ln", "", most)
    said = (
        translate("Advice", "%Ln pictures: a post holds four, a board twelve.", "", count)
        if count > MOST
        else translate("Advice", "%Ln pictures: a post holds four.", "", count)
    )
    return Advice(
        said,
        Weight.WARNING,
        keep if now.has_board else (board, Act.MAKE_BOARD),
        None if now.has_board else keep,
    )


def over_budget(now: Situation) -> Advice | None:
    """It would be held at X's door: whatever else is said of the post comes after that."""
    if not now.over_budget or now.is_empty:
        return None
    return Advice(now.over_budget, Weight.WARNING)


def refused(now: Situation) -> Advice | None:
    return Advice(now.part.refused, Weight.WARNING) if now.part.refused else None


def no_picture(now: Situation) -> Advice | None:
    if not now.part.trouble:
        return None
    another = QCoreApplication.translate("Advice", "Choose another picture")
    has_room = len(now.part.content.pictures) < MOST_PICTURES
    return Advice(
        now.part.trouble, Weight.WARNING, (another, Act.CHOOSE_PICTURE) if has_room else None
    )


def the_same(now: Situation) -> Advice | None:
    if now.same is None:
        return None
    translate = QCoreApplication.translate
    return Advice(
        translate(
            "Advice", "You have written exactly this within 90 days. Change a word to send it."
        ),
        Weight.TROUBLE,
        (translate("Advice", "Show it"), Act.SHOW_SAME),
    )


def too_long(now: Situation) -> Advice | None:
    translate = QCoreApplication.translate
    over = -now.part.measured.left
    if over <= 0:
        return None
    picture = (translate("Advice", "Put it in the picture"), Act.INTO_PICTURE)
    return Advice(
        translate("Advice", "Too much even for a picture: make a thread of it.")
        if now.too_much
        else translate("Advice", "One character too many for a post.")
        if over == 1
        else translate("Advice", "%Ln characters too many for one post.", "", over),
        Weight.TROUBLE,
        (translate("Advice", "Make a thread"), Act.MAKE_THREAD),
        (translate("Advice", "Trim"), Act.TRIM),
        picture if now.into_picture else None,
    )


def too_long_elsewhere(now: Situation) -> Advice | None:
    if now.elsewhere_too_long is None:
        return None
    translate = QCoreApplication.translate
    said = translate("Advice", "Part {number} is too long for one post.")
    return Advice(
        said.format(number=QLocale().toString(now.elsewhere_too_long)),
        Weight.TROUBLE,
        (translate("Advice", "Go there"), Act.GO_THERE),
    )


def why_not(now: Situation) -> Advice | None:
    found = now.why_not
    if not found.sentence:
        return None
    translate = QCoreApplication.translate
    go = (translate("Advice", "Go there"), Act.GO_THERE)
    out = (translate("Advice", "Take it out"), Act.TAKE_OUT)
    if found.empty_part is None:
        return Advice(found.sentence, Weight.WARNING)
    if found.empty_part == now.part_number:
        return Advice(found.sentence, Weight.WARNING, out)
    return Advice(found.sentence, Weight.WARNING, go, out)


def not_filled_in(now: Situation) -> Advice | None:
    if not (now.asked_to_fill_in and now.unfilled):
        return None
    translate = QCoreApplication.translate
    said = translate("Advice", "{place} still waits to be filled in.")
    return Advice(
        said.format(place=held(now.unfilled)),
        Weight.WARNING,
        (translate("Advice", "Fill it in"), Act.FILL_IN),
        (_anyway(now), Act.POST_ANYWAY),
    )


def _anyway(now: Situation) -> str:
    translate = QCoreApplication.translate
    return (
        translate("Advice", "Queue anyway")
        if now.into_queue
        else translate("Advice", "Post anyway")
    )


def not_described(now: Situation) -> Advice | None:
    missing = now.undescribed
    if not (now.asked_to_describe and missing):
        return None
    translate = QCoreApplication.translate
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
        (_anyway(now), Act.POST_ANYWAY),
    )


def too_many_tags(now: Situation) -> Advice | None:
    if len(now.part.measured.hashtags) <= BEST_TAGS:
        return None
    return Advice(
        QCoreApplication.translate(
            "Advice", "More than two hashtags help nobody to find a post on X."
        ),
        Weight.WARNING,
    )
