"""Which corner of a board something stands in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from services.media.board_values import Corner
from ui.board.shape_icon import corner_icon
from ui.build import column
from widgets.segmented import Segmented

_STARTS = {Corner.TOP_START, Corner.BOTTOM_START}
_LOW = {Corner.BOTTOM_START, Corner.BOTTOM_END}


class CornerChoice(QWidget):
    """Four corners as they lie on the screen, whichever way the program reads."""

    chosen = Signal(object)
    """A `Corner`, only when the owner chose."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._right_to_left = False
        self.segments = Segmented(name=name)
        names = {
            (False, False): self.tr("Top left"),
            (True, False): self.tr("Top right"),
            (False, True): self.tr("Bottom left"),
            (True, True): self.tr("Bottom right"),
        }
        sides = (True, False) if self.isRightToLeft() else (False, True)
        for low in (False, True):
            for right in sides:
                key = _key(right=right, low=low)
                self.segments.add(key, "", icon=corner_icon(right=right, low=low))
                made = self.segments.button(key)
                made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
                made.setAccessibleName(names[right, low])
                made.setToolTip(names[right, low])
        self.segments.chosen.connect(self._on_chosen)
        self.setLayout(column(self.segments))

    def show_corner(self, corner: Corner, *, right_to_left: bool) -> None:
        """Tells nobody. `right_to_left`: which way the board runs."""
        self._right_to_left = right_to_left
        starts = corner in _STARTS
        self.segments.choose(_key(right=starts == right_to_left, low=corner in _LOW))

    def _on_chosen(self, key: str) -> None:
        right, low = "right" in key, "low" in key
        starts = right == self._right_to_left
        if low:
            self.chosen.emit(Corner.BOTTOM_START if starts else Corner.BOTTOM_END)
        else:
            self.chosen.emit(Corner.TOP_START if starts else Corner.TOP_END)


def _key(*, right: bool, low: bool) -> str:
    return f"{'low' if low else 'top'} {'right' if right else 'left'}"
