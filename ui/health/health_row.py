"""A row: sign, name and sentence at the start, the word for how it stands and its button after."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from services.health.values import State
from ui.build import column, label, restyle, row, set_kind
from ui.health.row_words import RowWords, state_words
from ui.icons import icon
from ui.theme import MEASURES
from widgets.busy_button import BusyButton
from widgets.sign import Sign
from widgets.type_scale import sign_side

_SIGNS: dict[State | None, tuple[str, str]] = {
    None: ("hourglass", "quiet"),
    State.GOOD: ("circle-check", "green"),
    State.NOTE: ("circle-alert", "amber"),
    State.TROUBLE: ("triangle-alert", "red"),
    State.UNKNOWN: ("minus", "quiet"),
}
"""How it stands: an icon and a tone; the word is beside it."""
_FEWEST = 26
"""Letters in a line of the sentence: less is no sentence any more."""


class HealthRow(QWidget):
    pressed = Signal(object)
    """The `Press` of its button."""

    def __init__(self, words: RowWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._sign = Sign(icon("minus"), size=sign_side())
        self._name = label(kind="strong")
        self._sentence = label(kind="caption", wrap=True)
        self._state = label(kind="caption")
        self.button = BusyButton()
        self.button.setAutoDefault(False)
        self.button.setProperty("dense", True)
        set_kind(self.button, "")
        self.button.clicked.connect(self._on_clicked)
        end = row(self._state, self.button, gap=MEASURES.s12)
        end.setAlignment(self._state, Qt.AlignmentFlag.AlignVCenter)
        end.addStretch(0)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.addLayout(column(self._name, self._sentence, gap=2), 1)
        self._beside.addLayout(end)
        whole = row(self._sign, self._beside, gap=MEASURES.s12)
        whole.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.set(words)
        self.fit(0)

    @property
    def words(self) -> RowWords:
        return self._words

    def set(self, words: RowWords) -> None:
        self._words = words
        name, tone = _SIGNS[words.state]
        self._sign.set(icon(name, tone=tone))
        self._name.setText(words.name)
        self._sentence.setText(words.sentence)
        said = state_words(words.state)
        self._state.setText(said)
        _set_tone(self._state, tone)
        self.setAccessibleName(f"{words.name}: {said}. {words.sentence}")
        self.button.set_busy(False)
        self.button.setText(words.button)
        self.button.setAccessibleDescription(f"{words.name}: {words.sentence}")
        self.button.setVisible(bool(words.button))

    def fit(self, width: int) -> None:
        """Puts the state under the sentence where large words leave too little room beside it.

        `width` is the row's own; 0 is as wide as it likes.
        """
        least = max(
            self._name.sizeHint().width(),
            self._sentence.fontMetrics().averageCharWidth() * _FEWEST,
        )
        end = self._state.sizeHint().width() + MEASURES.s12
        if self._words.button:
            end += self.button.sizeHint().width() + MEASURES.s12
        below = 0 < width < least + end + self._sign.width() + MEASURES.s24
        directions = QBoxLayout.Direction
        self._beside.setDirection(directions.TopToBottom if below else directions.LeftToRight)
        self._beside.setSpacing(MEASURES.s4 if below else MEASURES.s16)

    def _on_clicked(self) -> None:
        if self._words.press is not None:
            self.pressed.emit(self._words.press)


def _set_tone(words: QLabel, tone: str) -> None:
    if words.property("tone") != tone:
        words.setProperty("tone", tone)
        restyle(words)
