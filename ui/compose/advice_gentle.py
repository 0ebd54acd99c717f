"""What the line under the sheet says when nothing is wrong."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.compose.advice_value import Act, Advice, Situation, Weight
from widgets.isolates import held


def gentle(now: Situation) -> Advice:
    translate = QCoreApplication.translate
    missing = now.undescribed
    if now.said or now.part.note:
        return Advice(now.said or now.part.note)
    if now.part.board_offered and not now.has_board:
        return Advice(
            translate("Advice", "Make one board of these pictures?"),
            Weight.CALM,
            (translate("Advice", "Make a board"), Act.MAKE_BOARD),
            (translate("Advice", "Not now"), Act.DISMISS),
        )
    if now.unfilled:
        return _to_fill_in(now)
    if now.by_hand:
        # Descriptions are asked for when it is sent; of this nothing is said then.
        return Advice(now.by_hand)
    if missing:
        return Advice(
            translate("Advice", "A picture has no description yet.")
            if missing == 1
            else translate("Advice", "%Ln pictures have no description yet.", "", missing),
            Weight.WARNING,
            (translate("Advice", "Describe"), Act.DESCRIBE),
        )
    if now.part.used:
        return Advice(now.part.used)
    dropped = now.part.dropped_signs
    if dropped:
        return Advice(
            translate("Advice", "One sign that X cannot show was left out.")
            if dropped == 1
            else translate("Advice", "%Ln signs that X cannot show were left out.", "", dropped)
        )
    if now.is_empty:
        return Advice(translate("Advice", "Pictures can be dropped here or pasted."))
    return Advice(translate("Advice", "Ready"), Weight.GOOD)


def _to_fill_in(now: Situation) -> Advice:
    translate = QCoreApplication.translate
    if now.unfilled_count == 1:
        said = translate("Advice", "{place} still waits to be filled in.")
        word = translate("Advice", "Fill it in")
        return Advice(said.format(place=held(now.unfilled)), Weight.CALM, (word, Act.FILL_IN))
    count = now.unfilled_count
    said = translate("Advice", "%Ln places still wait to be filled in.", "", count)
    return Advice(said, Weight.CALM, (translate("Advice", "Next"), Act.FILL_IN))
