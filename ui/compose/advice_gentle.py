"""What the line under the sheet says when nothing is wrong."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.compose.advice_value import Act, Advice, Situation, Weight


def gentle(now: Situation) -> Advice:
    translate = QCoreApplication.translate
    missing = now.undescribed
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
