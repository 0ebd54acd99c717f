"""The program is to end while a post can still be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.publishing.states import State
from ui.leaving_dialog import LeavingDialog
from ui.tour.hand import type_text
from ui.tour.stage import Stage, dialog_of

if TYPE_CHECKING:
    from ui.tour.words import TourWords


def asked(stage: Stage, words: TourWords) -> None:
    type_text(stage.compose, words.queued[0])
    stage.settle()
    stage.compose.bar.post_button.click()
    stage.settle()
    stage.expect("ended", stage.program.end(), False)
    stage.settle()
    dialog = dialog_of(LeavingDialog)
    stage.shoot("leaving-asked", state=stage.queued()[-1].state)
    dialog.reject()
    stage.settle()
    stage.window.undo_bar.press()
    stage.settle()
    stage.expect("taken back", stage.newest_draft().state, State.DRAFT)
    stage.throw_away_draft()
