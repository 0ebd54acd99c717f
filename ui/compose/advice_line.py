"""Shows one Advice: icon, sentence, and what to press."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from ui.build import button, label, restyle, row
from ui.compose.advice import Act, Advice, Weight
from ui.icons import icon
from ui.theme import MEASURES
from widgets.sign import Sign
from widgets.speech import announce

_ICONS = {
    Weight.CALM: "lightbulb",
    Weight.GOOD: "circle-check",
    Weight.WARNING: "triangle-alert",
    Weight.TROUBLE: "circle-alert",
}
_SIDE = 16


class AdviceLine(QFrame):
    pressed = Signal(object)
    """An `Act`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._advice = Advice("")
        self._icon = Sign(QIcon(), size=_SIDE)
        self._sentence = label(wrap=True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons = (button("", in_row=True), button("", kind="quiet", in_row=True))
        self._buttons[0].clicked.connect(self._on_first)
        self._buttons[1].clicked.connect(self._on_second)
        said = row(
            self._icon, self._sentence, *self._buttons, margins=(MEASURES.s24, 0, MEASURES.s8, 0)
        )
        self.setLayout(said)
        self.setMinimumHeight(MEASURES.control)

    def show_advice(self, advice: Advice) -> None:
        if advice == self._advice:
            return
        graver = advice.weight in (Weight.WARNING, Weight.TROUBLE)
        self._advice = advice
        self._sentence.setText(advice.sentence)
        self._sentence.setProperty("tone", advice.weight.value)
        restyle(self._sentence)
        self._icon.set(icon(_ICONS[advice.weight], tone=advice.weight.value))
        for shown, wanted in zip(self._buttons, (advice.first, advice.second), strict=True):
            shown.setText(wanted[0] if wanted else "")
            shown.setVisible(wanted is not None)
        self.setAccessibleName(advice.sentence)
        if graver:
            announce(self, advice.sentence)

    @property
    def advice(self) -> Advice:
        return self._advice

    def button_for(self, act: Act) -> QPushButton | None:
        for shown, wanted in zip(
            self._buttons, (self._advice.first, self._advice.second), strict=True
        ):
            if wanted and wanted[1] is act:
                return shown
        return None

    def take_focus(self) -> None:
        """To what is to be answered, with a ring round it, where there is an answer to give."""
        if self._advice.first:
            self._buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_first(self) -> None:
        if self._advice.first:
            self.pressed.emit(self._advice.first[1])

    def _on_second(self) -> None:
        if self._advice.second:
            self.pressed.emit(self._advice.second[1])
