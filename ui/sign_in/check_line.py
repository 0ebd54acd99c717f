"""A live check: a line with an icon and words, read out when it changes."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.build import label, row, set_kind
from ui.icons import icon
from ui.theme import MEASURES
from widgets.sign import Sign
from widgets.speech import announce
from widgets.type_scale import sign_side


class Check(Enum):
    """Value: the icon, its tone, and the ground behind the words."""

    LOOKING = ("hourglass", "quiet", "card")
    GOOD = ("circle-check", "green", "card")
    NOTE = ("info", "quiet", "card")
    WARN = ("triangle-alert", "amber", "band-amber")
    BAD = ("circle-alert", "red", "band-red")


class CheckLine(QFrame):
    def __init__(self, *beside: QWidget, parent: QWidget, flat: bool = False) -> None:
        """`beside` stand at the end of the line: what to press about it. `flat`: no ground.

        It shows itself when it has words, and without a parent would be a window of its own.
        """
        super().__init__(parent)
        self._flat = flat
        self._check = Check.NOTE
        self.sign = Sign(icon("info"), size=sign_side())
        self.words = label(wrap=True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        side, pad = (0, 0) if flat else (MEASURES.card_padding, MEASURES.s12)
        line = row(self.sign, self.words, *beside, gap=MEASURES.s12, margins=(side, pad, side, pad))
        line.setAlignment(self.sign, Qt.AlignmentFlag.AlignTop)
        for each in beside:
            line.setAlignment(each, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        self.set(Check.NOTE, "")

    @property
    def check(self) -> Check:
        return self._check

    def set(self, check: Check, words: str, *, say: bool = True) -> None:
        """`say` is False for what changes each second: nobody wants to hear that."""
        self._check = check
        name, tone, ground = check.value
        self.sign.set(icon(name, tone=tone))
        changed = words != self.words.text()
        self.words.setText(words)
        set_kind(self, "pane" if self._flat else ground)
        self.setVisible(bool(words))
        if say and changed:
            announce(self, words)


def fact(check: Check, words: str, parent: QWidget) -> CheckLine:
    """The same without a ground of its own: one of several in a card."""
    result = CheckLine(parent=parent, flat=True)
    result.set(check, words, say=False)
    return result
