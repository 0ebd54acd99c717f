"""What the More menu is made of: choices that open in place, and switches with a quiet line."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.build import label
from ui.icons import icon
from widgets.menu_row import MenuRow
from widgets.switch import Switch

_BEFORE_SWITCH = 8
_SWITCH = 42
"""The switch itself and the gap to its words."""


class Fold(QWidget):
    """One row that says what is chosen; pressed, it shows all there is to choose from."""

    chosen = Signal(str)
    """A key, when the owner chose."""
    toggled = Signal()
    """It is higher or lower than before."""

    def __init__(self, text: str, *, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, MenuRow] = {}
        self.head = MenuRow(text, icon=icon(icon_name), opens=True)
        self.head.clicked.connect(self._on_head)
        self._body = QWidget()
        self._body.setAccessibleName(text)
        self._inside = QVBoxLayout(self._body)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self._body.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self._body)

    def offer(self, choices: Iterable[tuple[str, str]], chosen: str) -> None:
        """Pairs of key and words. It begins closed."""
        for old in self._rows.values():
            self._inside.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = {}
        for key, words in choices:
            made = self._rows[key] = MenuRow(words, indented=True)
            made.setCheckable(True)
            made.setAutoExclusive(True)
            made.clicked.connect(partial(self._on_chosen, key))
            self._inside.addWidget(made)
        self.choose(chosen)
        self._open(on=False)

    def choose(self, key: str) -> None:
        row = self._rows.get(key)
        if row is not None:
            row.setChecked(True)
        self.head.set_value(row.text() if row is not None else "")

    def row(self, key: str) -> MenuRow:
        return self._rows[key]

    def stops(self) -> list[MenuRow]:
        return [self.head, *self._rows.values()]

    def _open(self, *, on: bool) -> None:
        self.head.set_open(on)
        self._body.setVisible(on)

    def _on_head(self) -> None:
        self._open(on=not self.head.is_open)
        self.toggled.emit()

    def _on_chosen(self, key: str) -> None:
        self.choose(key)
        self._open(on=False)
        self.head.setFocus()
        self.toggled.emit()
        self.chosen.emit(key)


class NotedSwitch(QWidget):
    """A switch, and below it one quiet line on what it does. A press on either is one on both."""

    def __init__(self, text: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = Switch(text)
        self.switch.setAccessibleDescription(note)
        self._note = label(note, kind="caption", wrap=True)
        self._lines = QVBoxLayout(self)
        self._lines.setSpacing(0)
        self._lines.setContentsMargins(_BEFORE_SWITCH, 2, _BEFORE_SWITCH, 4)
        # No wider than its words, which it would not keep at the start where they are Latin.
        self._lines.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        self._lines.addWidget(self._note)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._indent()

    def _indent(self) -> None:
        # Qt mirrors what a layout holds but not a label's own margins.
        side = (0, _SWITCH) if self.isRightToLeft() else (_SWITCH, 0)
        self._note.setContentsMargins(side[0], 0, side[1], 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._indent()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.switch.click()
        super().mouseReleaseEvent(event)
