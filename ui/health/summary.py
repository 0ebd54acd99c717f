"""One line for all rows: whether anything needs the owner."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from services.health.values import State
from ui.build import label, row
from ui.health.row_words import RowWords
from ui.icons import icon
from ui.theme import MEASURES
from widgets.sign import Sign
from widgets.type_scale import sign_side


class HealthSummary(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = Sign(icon("hourglass"), size=sign_side())
        self._words = label()
        self.setLayout(row(self._sign, self._words, None, gap=MEASURES.s8))

    @property
    def words(self) -> str:
        return self._words.text()

    def set(self, rows: Iterable[RowWords], *, looking: bool) -> None:
        states = [words.state for words in rows]
        troubles, notes = states.count(State.TROUBLE), states.count(State.NOTE)
        if troubles:
            words = self.tr("%Ln things need you.", "", troubles)
            self._say("triangle-alert", "red", words)
        elif looking:
            self._say("hourglass", "quiet", self.tr("Looking…"))
        elif notes:
            words = self.tr("All works; %Ln things to note.", "", notes)
            self._say("circle-alert", "amber", words)
        else:
            self._say("circle-check", "green", self.tr("All is well."))

    def _say(self, name: str, tone: str, words: str) -> None:
        self._sign.set(icon(name, tone=tone))
        self._words.setText(words)
