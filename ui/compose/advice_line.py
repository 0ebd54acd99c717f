"""Shows one Advice: icon, sentence, and what to press."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QWidget,
)

from ui.build import button, label, restyle, row
from ui.compose.advice_value import Act, Advice, Weight
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
_OF_A_LINE = 0.9
"""How much of a line its words fill when they are broken between words."""


class AdviceLine(QFrame):
    pressed = Signal(object)
    """An `Act`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._advice = Advice("")
        self._icon = Sign(QIcon(), size=_SIDE)
        self._sentence = label(wrap=True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons = tuple(button("", kind=kind, in_row=True) for kind in ("", "quiet", "quiet"))
        for shown in self._buttons:
            shown.clicked.connect(self._on_answer)
        self._indent = QSpacerItem(0, 0)
        answers = row(*self._buttons, None, MEASURES.s8)
        answers.insertItem(0, self._indent)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(MEASURES.s8)
        self._box.addLayout(row(self._icon, self._sentence, margins=(MEASURES.s24, 0, 0, 0)), 1)
        self._box.addLayout(answers)
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
        for shown, wanted in zip(self._buttons, advice.answers, strict=True):
            shown.setText(wanted[0] if wanted else "")
            shown.setVisible(wanted is not None)
        self._arrange()
        self.setAccessibleName(advice.sentence)
        if graver:
            announce(self, advice.sentence)

    @property
    def advice(self) -> Advice:
        return self._advice

    def button_for(self, act: Act) -> QPushButton | None:
        for shown, wanted in zip(self._buttons, self._advice.answers, strict=True):
            if wanted and wanted[1] is act:
                return shown
        return None

    @property
    def has_focus(self) -> bool:
        return any(each.hasFocus() for each in self._buttons)

    def take_focus(self) -> None:
        """To what is to be answered, with a ring round it, where there is an answer to give."""
        if self._advice.first:
            self._buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The buttons go under a sentence that would have more than two lines beside them."""
        shown = [each for each in self._buttons if not each.isHidden()]
        before = MEASURES.s24 + _SIDE + MEASURES.s8
        buttons = sum(each.sizeHint().width() + MEASURES.s8 for each in shown)
        room = self.width() - before - buttons - MEASURES.s8
        words = self._sentence.fontMetrics().horizontalAdvance(self._advice.sentence)
        under = bool(shown) and words > 2 * _OF_A_LINE * room
        way = QBoxLayout.Direction.TopToBottom if under else QBoxLayout.Direction.LeftToRight
        if way is not self._box.direction():
            self._indent.changeSize(before if under else 0, 0)
            self._box.setDirection(way)

    def _on_answer(self) -> None:
        pressed = self.sender()
        for shown, wanted in zip(self._buttons, self._advice.answers, strict=True):
            if shown is pressed and wanted is not None:
                self.pressed.emit(wanted[1])
                return
