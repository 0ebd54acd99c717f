"""What a key on a board canvas asks for."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from widgets.board_cells import Step


class Act(Enum):
    CHOOSE = "choose"
    SWAP = "swap"
    PAN = "pan"
    FIRST = "first"
    LAST = "last"
    LARGER = "larger"
    SMALLER = "smaller"
    RESET = "reset"
    REMOVE = "remove"
    CAPTION = "caption"


class Wish(NamedTuple):
    """`step` is the arrow's direction on the screen."""

    act: Act
    step: Step = (0, 0)


_ARROWS: dict[int, Step] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_KEYS: dict[int, Act] = {
    Qt.Key.Key_Home: Act.FIRST,
    Qt.Key.Key_End: Act.LAST,
    Qt.Key.Key_Plus: Act.LARGER,
    Qt.Key.Key_Equal: Act.LARGER,
    Qt.Key.Key_ZoomIn: Act.LARGER,
    Qt.Key.Key_Minus: Act.SMALLER,
    Qt.Key.Key_ZoomOut: Act.SMALLER,
    Qt.Key.Key_0: Act.RESET,
    Qt.Key.Key_Delete: Act.REMOVE,
    Qt.Key.Key_Backspace: Act.REMOVE,
    Qt.Key.Key_Return: Act.CAPTION,
    Qt.Key.Key_Enter: Act.CAPTION,
    Qt.Key.Key_F2: Act.CAPTION,
}
_ZEROS = ("0", "٠", "۰")


def wish_of(event: QKeyEvent) -> Wish | None:
    step = _ARROWS.get(event.key())
    if step is None:
        act = Act.RESET if event.text() in _ZEROS else _KEYS.get(event.key())
        return Wish(act) if act else None
    if event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return Wish(Act.PAN, step)
    swaps = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return Wish(Act.SWAP if swaps else Act.CHOOSE, step)
