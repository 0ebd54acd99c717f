"""Lines of closed days: when, why, and the one thing to do about each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

from ui.build import button, icon_button, label
from ui.theme import MEASURES
from widgets.elided_label import ElidedLabel

_WHEN = 104
"""So that the names of lists below each other begin at one edge."""


@dataclass(frozen=True, slots=True)
class ClosedLine:
    """`action` stands on the button, or `icon` alone with `action` as its name.

    `quiet` for a line that is not in force. `spoken`: the button's full name.
    """

    when: str
    name: str
    action: str
    spoken: str
    icon: str = ""
    quiet: bool = False


class ClosedRows(QWidget):
    """Hidden while there is none."""

    pressed = Signal(int)
    """The place of the line whose button it was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(MEASURES.s12)
        self._grid.setVerticalSpacing(MEASURES.s4)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, _WHEN)
        self._lines: tuple[ClosedLine, ...] = ()
        self._parts: list[QWidget] = []
        self.buttons: list[QAbstractButton] = []

    def set(self, lines: Sequence[ClosedLine]) -> None:
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        focused = next((n for n, each in enumerate(self.buttons) if each.hasFocus()), None)
        for old in self._parts:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._parts, self.buttons = [], []
        for place, line in enumerate(self._lines):
            self._add(place, line)
        self.setVisible(bool(self._lines))
        if focused is not None and self.buttons:
            # Whoever goes by keyboard stays where they were.
            place = min(focused, len(self.buttons) - 1)
            self.buttons[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def words(self) -> list[tuple[str, str, str]]:
        return [(line.when, line.name, line.action) for line in self._lines]

    def _add(self, place: int, line: ClosedLine) -> None:
        when = label(line.when, kind="quiet" if line.quiet else "")
        name = ElidedLabel(line.name)
        name.setProperty("kind", "quiet")
        pressed: QAbstractButton
        if line.icon:
            pressed = icon_button(line.spoken, icon=line.icon, in_row=True)
        else:
            pressed = button(line.action, kind="quiet", in_row=True)
            pressed.setAccessibleName(line.spoken)
        pressed.clicked.connect(self._on_pressed)
        for column, part in enumerate((when, name, pressed)):
            at_end = Qt.AlignmentFlag.AlignRight if column == 2 else Qt.AlignmentFlag(0)
            self._grid.addWidget(part, place, column, at_end)
            self._parts.append(part)
        self.buttons.append(pressed)

    def _on_pressed(self) -> None:
        for place, each in enumerate(self.buttons):
            if each is self.sender():
                self.pressed.emit(place)
                return
