"""What the mouse is doing on a board canvas."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication


class Doing(Enum):
    NOTHING = "nothing"
    PRESSED = "pressed"
    DRAGGING = "dragging"
    CROPPING = "cropping"


@dataclass(slots=True)
class Hand:
    """`hovered` and `target` are cells, -1 for none; `at` is where the mouse was last seen.

    `ghost` is the picture that is dragged, made once when it is taken up.
    """

    doing: Doing = Doing.NOTHING
    pressed_at: QPointF = field(default_factory=QPointF)
    at: QPointF = field(default_factory=QPointF)
    hovered: int = -1
    target: int = -1
    ghost: QPixmap | None = None

    @property
    def dragging(self) -> bool:
        return self.doing is Doing.DRAGGING

    @property
    def cropping(self) -> bool:
        return self.doing is Doing.CROPPING

    def press(self, at: QPointF, *, crops: bool) -> None:
        self.pressed_at = self.at = at
        self.doing = Doing.CROPPING if crops else Doing.PRESSED

    def move(self, at: QPointF, *, over: int, held: int, may_drag: bool) -> None:
        """`over` is the cell under the mouse, `held` the one that was pressed."""
        way = (at - self.pressed_at).manhattanLength()
        if self.doing is Doing.PRESSED and may_drag and way >= QApplication.startDragDistance():
            self.doing = Doing.DRAGGING
        self.at = at
        self.hovered = over
        self.target = over if self.dragging and over != held else -1

    def let_go(self) -> int:
        """The cell it was dragged onto, or -1."""
        target = self.target if self.dragging else -1
        self.doing = Doing.NOTHING
        self.target = -1
        self.ghost = None
        return target

    def cursor(self) -> Qt.CursorShape:
        if self.cropping:
            return Qt.CursorShape.SizeAllCursor
        if self.dragging:
            return Qt.CursorShape.ClosedHandCursor
        return Qt.CursorShape.OpenHandCursor if self.hovered >= 0 else Qt.CursorShape.ArrowCursor
